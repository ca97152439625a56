import { statement, type Statement } from '../../../platform/database/statement.ts';
import type { Context } from '../../../platform/context.ts';
import type { ConnectionArgs, Page } from '../../../platform/graphql/connection.ts';
import { pageOf, pageWindow } from '../../../platform/graphql/page-window.ts';
import { StaffAssignment, type StaffAssignmentFacts, type StaffRole } from '../../associations/index.ts';

export interface StaffFilter {
  readonly role?: StaffRole | null;
  /** Only those that hold then. */
  readonly asOf?: Date | null;
}

type Row = StaffAssignmentFacts & { readonly place: string };

const WANTED = `
  from staff_assignment where association_id = $1
    and ($2::text is null or role = $2)
    and ($3::timestamptz is null or (from_at <= $3 and (to_at is null or to_at > $3)))`;

// One statement per direction, so that each walks its index; the instant goes out and back with all its digits.
const walk = (name: string, than: '<' | '>', direction: 'asc' | 'desc'): Statement<Row> =>
  statement(
    name,
    `select id, association_id as "associationId", account_id as "accountId", role, reach,
       from_at as "fromAt", to_at as "toAt",
       to_char(from_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as place ${WANTED}
       and ($4::timestamptz is null or (from_at, id) ${than} ($4, $5::uuid))
     order by from_at ${direction}, id ${direction} limit $6`,
  );
const latestFirst = walk('staff-latest-first', '<', 'desc');
const earliestFirst = walk('staff-earliest-first', '>', 'asc');
const counted = statement<{ readonly count: number }>(
  'staff-count',
  `select count(*)::int as count ${WANTED}`,
);

/** Who is on the staff of an association, was or will be, the latest first. Whoever asks judges who may see it. */
export async function listStaff(
  { db }: Context,
  associationId: string,
  filter: StaffFilter,
  args: ConnectionArgs,
): Promise<Page<StaffAssignment>> {
  const window = pageWindow(args, ['instant', 'uuid']);
  const wanted = [associationId, filter.role ?? null, filter.asOf ?? null];
  const [from = null, id = null] = window.from ?? [];
  const read = window.backward ? earliestFirst : latestFirst;
  return pageOf(window, {
    rows: await db.read(read, [...wanted, from, id, window.rows]),
    cursorOf: row => [row.place, row.id],
    nodeOf: row => new StaffAssignment(row),
    totalCount: async () => (await db.read(counted, wanted))[0]?.count ?? 0,
  });
}
