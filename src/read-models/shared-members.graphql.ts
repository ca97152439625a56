import { Arg, Args, Ctx, Field, ID, InputType, ObjectType, Query, Resolver } from 'type-graphql';
import { fromPublicId } from '../kernel/id.ts';
import { inLanguage, whatIsShared, type SharedKind } from '../modules/associations/index.ts';
import {
  affiliationAt,
  MEMBERSHIP_COLUMNS,
  MEMBERSHIP_JOINS,
  MembershipClass,
  STATUS_CODES,
  statusOf,
  withHistories,
  type MembershipFacts,
  type MembershipStatusCode,
} from '../modules/memberships/index.ts';
import { recordReading } from '../platform/audit/record-readings.ts';
import type { Context } from '../platform/context.ts';
import { ConnectionArgs, connectionOf, toConnection } from '../platform/graphql/connection.ts';
import { Forbidden } from '../platform/graphql/faults.ts';
import { Policy } from '../platform/graphql/policy.ts';
import { EmailAddressScalar, PhoneNumberScalar } from '../platform/graphql/scalars.ts';
import { byDay, byName, DirectoryOrder, readDirectory, type Directory } from './directory.ts';
import { holdersNamed } from './name-conditions.ts';

@InputType({ description: 'Which shared members.' })
export class SharedMemberFilter {
  @Field(() => ID, { description: 'Who shares them; not those of the bodies below it.' })
  associationId!: string;

  @Field(() => String, {
    nullable: true,
    description:
      'How words of their name start, in any order, whatever accents, hyphens and case; at most 100 characters.',
  })
  search?: string | null;
}

type Row = MembershipFacts & {
  readonly contactEmail: string | null;
  readonly workPhone: string | null;
};

/** No node, and with nothing that leads on: what an agreement lets through is all that there is to it. */
@Policy('HOLDER')
@ObjectType({
  simpleResolvers: true,
  description: 'A member of an independent body, as far as a sharing agreement shows it to staff above.',
})
export class SharedMember {
  @Field(() => String, { description: 'In the language of the request.' })
  readonly name: string;

  @Field(() => String)
  readonly memberNumber: string;

  @Field(() => MembershipClass, { nullable: true, description: 'Today; null before the first one.' })
  readonly class: MembershipClass | null;

  @Field(() => STATUS_CODES, { description: 'Today.' })
  readonly status: MembershipStatusCode;

  @Field(() => EmailAddressScalar, {
    nullable: true,
    description:
      'Null where the agreement does not say `CONTACT`, none is on file, or it is an organization.',
  })
  readonly contactEmail: string | null;

  @Field(() => PhoneNumberScalar, {
    nullable: true,
    description: 'E.164, without extension; null as `contactEmail` is.',
  })
  readonly workPhone: string | null;

  constructor({ clock, locale }: Context, row: Row, kinds: readonly SharedKind[]) {
    const { timeZone, history } = row;
    if (history === null) throw new Error('a shared member was read without its history');
    const now = clock.now();
    const affiliation = affiliationAt({ timeZone, ...history }, now);
    const withContact = kinds.includes('CONTACT');
    this.name = inLanguage(locale, row.holderNameFr, row.holderNameEn);
    this.memberNumber = row.memberNumber;
    this.class = affiliation && new MembershipClass(affiliation.class, locale);
    this.status = statusOf({ timeZone, ...history }, now).code;
    this.contactEmail = withContact ? row.contactEmail : null;
    this.workPhone = withContact ? row.workPhone : null;
  }
}

export const SharedMemberConnection = connectionOf<SharedMember>('SharedMember', () => SharedMember);

export const SHARED_MEMBERS: Directory = {
  name: 'shared-members',
  table: 'membership',
  alias: 'm',
  columns: `${MEMBERSHIP_COLUMNS}, null as history, p.contact_email as "contactEmail", p.work_phone as "workPhone"`,
  joins: MEMBERSHIP_JOINS,
  orders: { NAME: byName('m.holder_search_key'), NEWEST: byDay('m.admitted_on') },
};

@Resolver()
export class SharedMembersResolver {
  @Policy('STAFF')
  @Query(() => SharedMemberConnection, {
    description:
      'The members of an independent body by name, for staff of a body above it with which it has a sharing agreement. Role ADMIN or MEMBERSHIP there.',
  })
  async sharedMembers(
    @Ctx() context: Context,
    @Arg('filter', () => SharedMemberFilter) { associationId, search }: SharedMemberFilter,
    @Args(() => ConnectionArgs) args: ConnectionArgs,
  ): Promise<InstanceType<typeof SharedMemberConnection>> {
    const id = fromPublicId('Association', associationId);
    const kinds = id === null ? [] : await whatIsShared(context, id);
    if (id === null || !kinds.includes('MEMBERS')) throw new Forbidden('STAFF');

    const conditions = holdersNamed(search);
    const asked = { associationId: id, conditions, order: DirectoryOrder.NAME, args };
    const found = await readDirectory<Row>(context, SHARED_MEMBERS, asked);
    const rows = await withHistories(context, found.rows);
    await recordReading(context, {
      act: 'readSharedMembers',
      subjectKind: 'Association',
      subjectId: id,
      associationId: id,
    });
    return toConnection(
      SharedMemberConnection,
      found.page(row => new SharedMember(context, row, kinds), rows),
    );
  }
}
