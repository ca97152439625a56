import { Arg, Ctx, Field, ID, Int, ObjectType, Query, Resolver } from 'type-graphql';
import { dayAt } from '../kernel/deadline.ts';
import type { Locale } from '../kernel/locale.ts';
import {
  classJson,
  MembershipClass,
  STATUS_CODES,
  type MembershipClassFacts,
  type MembershipStatusCode,
} from '../modules/memberships/index.ts';
import type { Context } from '../platform/context.ts';
import { statement } from '../platform/database/statement.ts';
import { Policy } from '../platform/graphql/policy.ts';
import { DateTimeScalar } from '../platform/graphql/scalars.ts';
import { STANDINGS_COUNTED } from './membership-conditions.ts';
import { associationOfStaff } from './staff-list.ts';

interface Counted {
  readonly class: MembershipClassFacts | null;
  readonly code: MembershipStatusCode;
  readonly members: number;
}

const countStandings = statement<Counted>(
  'membership-counts',
  `select s.code, s.members, case when c.id is not null then ${classJson('c')} end as class
   from (${STANDINGS_COUNTED}) s left join membership_class c on c.id = s.class_id
   order by c.code nulls last, s.code`,
);

@Policy('HOLDER')
@ObjectType({ simpleResolvers: true, description: 'How many members of a class stand in one way.' })
export class MembershipCount {
  @Field(() => MembershipClass, {
    nullable: true,
    description: 'Null for those who are in no class: not admitted yet, or no longer members.',
  })
  readonly class: MembershipClass | null;

  @Field(() => STATUS_CODES)
  readonly status: MembershipStatusCode;

  @Field(() => Int, { description: 'At least 1: what nobody is in is left out.' })
  readonly members: number;

  constructor(counted: Counted, locale: Locale) {
    this.class = counted.class && new MembershipClass(counted.class, locale);
    this.status = counted.code;
    this.members = counted.members;
  }
}

@Resolver()
export class MembershipCountsResolver {
  @Policy('STAFF')
  @Query(() => [MembershipCount], {
    description:
      'How many members an association has at an instant, by class and status: the sum of what `Membership.status` says of each, as it said it then. Those of the bodies below it are not among them. By code of the class, then by status.',
  })
  async membershipCounts(
    @Ctx() context: Context,
    @Arg('associationId', () => ID) associationId: string,
    @Arg('asOf', () => DateTimeScalar, {
      nullable: true,
      description: 'Now if left out; past and future alike.',
    })
    asOf?: Date | null,
  ): Promise<MembershipCount[]> {
    const { id, timeZone } = await associationOfStaff(context, associationId);
    const at = asOf ?? context.clock.now();
    const rows = await context.db.read(countStandings, [id, dayAt(timeZone, at), at]);
    return rows.map(row => new MembershipCount(row, context.locale));
  }
}
