import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Args, Ctx, Field, ID, Info, InputType, Query, Resolver } from 'type-graphql';
import { localDateIn } from '../kernel/time-zone.ts';
import {
  Membership,
  MEMBERSHIP_COLUMNS,
  MEMBERSHIP_JOINS,
  membershipView,
  withHistories,
  type MembershipFacts,
} from '../modules/memberships/index.ts';
import type { Context } from '../platform/context.ts';
import { statement, type Statement } from '../platform/database/statement.ts';
import { ConnectionArgs, connectionOf, toConnection } from '../platform/graphql/connection.ts';
import { LARGEST_PAGE, pageOf } from '../platform/graphql/page-window.ts';
import { Policy } from '../platform/graphql/policy.ts';
import { HISTORY_FIELDS } from './history-fields.ts';
import { foundBetween, isWholeList, nameWindow } from './keyset.ts';
import { asksForAny } from './selection.ts';
import { associationOfStaff } from './staff-list.ts';

@InputType({ description: 'Which memberships.' })
export class MembershipFilter {
  @Field(() => ID, { description: 'Whose members; not those of the bodies below it.' })
  associationId!: string;

  @Field(() => String, {
    nullable: true,
    description:
      'How their name starts (people: the family name), whatever accents and case; at most 100 characters.',
  })
  search?: string | null;

  @Field(() => String, { nullable: true, description: 'Only members of this class today.' })
  classCode?: string | null;
}

export const MembershipConnection = connectionOf<Membership>('Membership', () => Membership);

type Row = MembershipFacts & { readonly searchKey: string };

/** $6 is a class, or null for all; $7 the association's today. */
const WHERE = `
  where m.association_id = $1
    and (m.holder_search_key, m.id) > ($2, $3::uuid) and (m.holder_search_key, m.id) < ($4, $5::uuid)
    and ($6::text is null or exists (
      select from affiliation f join membership_class c on c.id = f.class_id
      where f.membership_id = m.id and c.code = $6 and f.reason not in ('RESIGNATION', 'REMOVAL', 'DEATH')
        and f.from_on <= $7::date and (f.to_on is null or f.to_on > $7::date)))`;

// The inner limit is the longest page there is: without a number PostgreSQL expects a tenth of all members, and plans
// each page anew, which takes longer than reading it.
const readPage = (name: string, order: 'asc' | 'desc'): Statement<Row> =>
  statement(
    name,
    `select ${MEMBERSHIP_COLUMNS}, m.holder_search_key as "searchKey", null as history
     from (
       select * from membership m ${WHERE}
       order by m.holder_search_key ${order}, m.id ${order} limit ${LARGEST_PAGE + 1}) m ${MEMBERSHIP_JOINS}
     order by m.holder_search_key ${order}, m.id ${order} limit $8`,
  );

export const readMemberships = readPage('memberships', 'asc');
export const readMembershipsBackward = readPage('memberships-backward', 'desc');
const countFound = statement<{ total: number }>(
  'memberships-count',
  `select count(*)::int as total from membership m ${WHERE}`,
);
const countAll = statement<{ total: number }>(
  'memberships-count-all',
  'select members::int as total from membership_count where association_id = $1',
);

@Resolver()
export class MembershipsResolver {
  @Policy('STAFF')
  @Query(() => MembershipConnection, {
    description:
      'The members of an association by name, for its staff. People stand under their family name.',
  })
  async memberships(
    @Ctx() context: Context,
    @Arg('filter', () => MembershipFilter) filter: MembershipFilter,
    @Args(() => ConnectionArgs) args: ConnectionArgs,
    @Info() info: GraphQLResolveInfo,
  ): Promise<InstanceType<typeof MembershipConnection>> {
    const { id, timeZone } = await associationOfStaff(context, filter.associationId);
    const window = nameWindow(args, filter.search);
    const ofClass = [filter.classCode ?? null, localDateIn(timeZone, context.clock.now())];

    const found = await context.db.read(window.backward ? readMembershipsBackward : readMemberships, [
      id,
      ...window.between,
      ...ofClass,
      window.rows,
    ]);
    const rows = asksForHistory(info) ? await withHistories(context, found) : found;
    return toConnection(
      MembershipConnection,
      pageOf(window, {
        rows,
        cursorOf: row => [row.searchKey, row.id],
        nodeOf: row => membershipView(context, row),
        totalCount: () => countOf(context, id, filter, ofClass),
      }),
    );
  }
}

/** A view that holds everything answers its fields at once; one that waits does so for each field of each row. */
const asksForHistory = (info: GraphQLResolveInfo): boolean =>
  asksForAny(info, ['nodes'], HISTORY_FIELDS) || asksForAny(info, ['edges', 'node'], HISTORY_FIELDS);

async function countOf(
  { db }: Context,
  associationId: string,
  { search, classCode }: MembershipFilter,
  ofClass: readonly unknown[],
): Promise<number> {
  const isWhole = isWholeList(search) && (classCode ?? null) === null;
  const rows = isWhole
    ? await db.read(countAll, [associationId])
    : await db.read(countFound, [associationId, ...foundBetween(search), ...ofClass]);
  return rows[0]?.total ?? 0;
}
