import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Args, Ctx, Field, ID, Info, InputType, Query, Resolver } from 'type-graphql';
import { dayAt } from '../kernel/deadline.ts';
import { mayAsStaff } from '../modules/associations/index.ts';
import {
  bringLastInvoice,
  LAST_INVOICE,
  LAST_INVOICE_COLUMNS,
  STANDING_FIELDS,
  type LastInvoiceFacts,
} from '../modules/billing/index.ts';
import {
  Membership,
  MEMBERSHIP_COLUMNS,
  MEMBERSHIP_JOINS,
  membershipView,
  STATUS_CODES,
  withHistories,
  type MembershipFacts,
  type MembershipStatusCode,
} from '../modules/memberships/index.ts';
import type { Context } from '../platform/context.ts';
import { statement } from '../platform/database/statement.ts';
import { ConnectionArgs, connectionOf, toConnection } from '../platform/graphql/connection.ts';
import { Policy } from '../platform/graphql/policy.ts';
import {
  byDay,
  byName,
  DirectoryOrder,
  FIRST_OWN_VALUE,
  given,
  readDirectory,
  type Directory,
} from './directory.ts';
import { HISTORY_FIELDS } from './history-fields.ts';
import { inClass, statusIs, type Moment } from './membership-conditions.ts';
import { holdersNamed } from './name-conditions.ts';
import { asksFor, asksForAny, asksForMore, oncePerDocument } from './selection.ts';
import { associationOfStaff } from './staff-list.ts';
import { asksWhy, standingOf, standingPart, type StandingRow } from './standing-today.ts';

@InputType({ description: 'Which memberships: those of which all that is said is true.' })
export class MembershipFilter {
  @Field(() => ID, { description: 'Whose members; not those of the bodies below it.' })
  associationId!: string;

  @Field(() => String, {
    nullable: true,
    description:
      'How words of their name start, in any order, whatever accents, hyphens and case; of organizations in French or in English. At most 100 characters.',
  })
  search?: string | null;

  @Field(() => String, { nullable: true, description: 'Only the member with exactly this number.' })
  memberNumber?: string | null;

  @Field(() => String, { nullable: true, description: 'Only members of this class today.' })
  classCode?: string | null;

  @Field(() => STATUS_CODES, { nullable: true, description: 'Where they stand today.' })
  status?: MembershipStatusCode | null;
}

export const MembershipConnection = connectionOf<Membership>('Membership', () => Membership);

export const MEMBERSHIPS: Directory = {
  name: 'memberships',
  table: 'membership',
  alias: 'm',
  columns: `${MEMBERSHIP_COLUMNS}, null as history`,
  joins: MEMBERSHIP_JOINS,
  orders: { NAME: byName('m.holder_search_key'), NEWEST: byDay('m.admitted_on') },
};

interface ListParts {
  /** How each stands at this moment, and in which class: without the history that says why. */
  readonly standing: Moment | null;
  /** Where the last invoice of each stands. */
  readonly lastInvoice: boolean;
  /** How many there are without conditions, beside each row: a statement of its own costs more. */
  readonly whole: boolean;
}

type ListedFacts = MembershipFacts &
  Partial<LastInvoiceFacts> &
  Partial<StandingRow> & { readonly whole?: number };

const WHOLE = '(select members::int from membership_count where association_id = $1)';

const PARTS = {
  lastInvoice: { columns: LAST_INVOICE_COLUMNS, joins: ` left join ${LAST_INVOICE} i on true` },
  whole: { columns: `${WHOLE} as whole`, joins: '' },
  standing: standingPart({ day: `$${FIRST_OWN_VALUE}::date`, at: `$${FIRST_OWN_VALUE + 1}::timestamptz` }),
};

function listWith(wanted: ListParts): Directory {
  const parts = (['lastInvoice', 'whole', 'standing'] as const).filter(part => wanted[part]);
  return {
    ...MEMBERSHIPS,
    name: [MEMBERSHIPS.name, ...parts].join('-'),
    columns: [MEMBERSHIPS.columns, ...parts.map(part => PARTS[part].columns)].join(', '),
    joins: [MEMBERSHIP_JOINS, ...parts.map(part => PARTS[part].joins)].join(''),
    values: wanted.standing ? [wanted.standing.day, wanted.standing.at] : [],
  };
}

const countAll = statement<{ total: number }>(
  'memberships-count-all',
  'select members::int as total from membership_count where association_id = $1',
);

@Resolver()
export class MembershipsResolver {
  @Policy('STAFF')
  @Query(() => MembershipConnection, {
    description:
      'The members of an association, for its staff; by name, where people stand under their family name.',
  })
  async memberships(
    @Ctx() context: Context,
    @Arg('filter', () => MembershipFilter) filter: MembershipFilter,
    @Arg('order', () => DirectoryOrder, { defaultValue: DirectoryOrder.NAME }) order: DirectoryOrder,
    @Args(() => ConnectionArgs) args: ConnectionArgs,
    @Info() info: GraphQLResolveInfo,
  ): Promise<InstanceType<typeof MembershipConnection>> {
    const { id, timeZone } = await associationOfStaff(context, filter.associationId);
    const at = context.clock.now();
    const now = { at, day: dayAt(timeZone, at) };
    const conditions = [
      ...holdersNamed(filter.search),
      ...given(filter.memberNumber, number => bind => `m.member_number = ${bind(number.trim())}`),
      ...(await inClass(context, id, filter.classCode, now)),
      ...given(filter.status, code => statusIs(code, now)),
    ];
    const wanted = partsAskedFor(info);
    const directory = listWith({
      lastInvoice: wanted.lastInvoice && (await mayAsStaff(context, 'READ_INVOICES', id)),
      whole: wanted.count && conditions.length === 0,
      standing: wanted.standing ? now : null,
    });
    const seesAccount = wanted.account && (await mayAsStaff(context, 'READ_PEOPLE', id));
    const found = await readDirectory<ListedFacts>(context, directory, {
      associationId: id,
      conditions,
      order,
      args,
    });
    const rows = wanted.history ? await withHistories(context, found.rows) : found.rows;
    const view = (row: ListedFacts): Membership => {
      const standing = isJudged(row) ? standingOf(row) : undefined;
      const membership = membershipView(context, row, { seesAccount, standing });
      if (isInvoiced(row)) bringLastInvoice(context, membership, row);
      return membership;
    };
    const page = found.page(view, rows, countAll);
    const whole = found.rows[0]?.whole;
    return toConnection(MembershipConnection, whole === undefined ? page : { ...page, totalCount: whole });
  }
}

const isInvoiced = (row: ListedFacts): row is ListedFacts & LastInvoiceFacts => row.invoiceId !== undefined;

const isJudged = (row: ListedFacts): row is ListedFacts & StandingRow => row.statusCode !== undefined;

/** Whether one of several fields is asked of the memberships. */
const asksOfEach = (info: GraphQLResolveInfo, names: readonly string[]): boolean =>
  asksForAny(info, ['nodes'], names) || asksForAny(info, ['edges', 'node'], names);

const STANDING_TODAY_FIELDS = ['class', 'status'];
const asksForHistory = (info: GraphQLResolveInfo): boolean =>
  asksOfEach(
    info,
    HISTORY_FIELDS.filter(field => !STANDING_TODAY_FIELDS.includes(field)),
  ) || asksWhy(info);

const partsAskedFor = oncePerDocument(info => ({
  // A view that holds everything answers its fields at once; one that waits does so for each field of each row.
  history: asksForHistory(info),
  standing: asksOfEach(info, STANDING_TODAY_FIELDS) && !asksForHistory(info),
  account: asksOfEach(info, ['hasAccount']),
  lastInvoice: asksOfEach(info, ['lastInvoice']) && !asksForMore(info, 'lastInvoice', STANDING_FIELDS),
  count: asksFor(info, 'totalCount'),
}));
