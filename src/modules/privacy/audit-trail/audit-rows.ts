import { statement, type Statement } from '../../../platform/database/statement.ts';
import { instantInCursor } from '../../../platform/graphql/instant-walk.ts';
import { LARGEST_PAGE } from '../../../platform/graphql/page-window.ts';

/** An entry as it was written. */
export interface AuditRow {
  readonly id: string;
  readonly occurredAt: Date;
  readonly place: string;
  readonly accountId: string | null;
  readonly clientId: string | null;
  readonly clientName: string | null;
  readonly act: string;
  readonly subjectKind: string;
  readonly subjectId: string;
  readonly before: object | null;
  readonly after: object | null;
  readonly requestId: string | null;
}

export interface AuditFilter {
  readonly subjectId: string | null;
  readonly accountId: string | null;
  readonly act: string | null;
}

export interface Period {
  /** From then on; null from the beginning. */
  readonly from: Date | null;
  /** Before then; null to the end. */
  readonly to: Date | null;
}

export type Direction = 'asc' | 'desc';

/** The line after which a page begins, as its cursor says it; null at an end of the trail. */
export type Place = readonly string[] | null;

const ENDS: Readonly<Record<Direction, readonly string[]>> = {
  asc: ['-infinity', '00000000-0000-0000-0000-000000000000'],
  desc: ['infinity', 'ffffffff-ffff-ffff-ffff-ffffffffffff'],
};

const COLUMNS = { subjectId: 'subject_id', accountId: 'account_id', act: 'act' } as const;
const SIEVES = ['subjectId', 'accountId', 'act'] as const;

const sievesOf = (filter: AuditFilter): readonly (typeof SIEVES)[number][] =>
  SIEVES.filter(sieve => filter[sieve] !== null);

export interface WantedRows extends Period {
  readonly associationId: string;
  readonly filter: AuditFilter;
}

/** $1: association, $2 and $3: period, $4: how many; then what the filter names. */
const valuesOf = ({ associationId, filter, from, to }: WantedRows, rows: number): readonly unknown[] => [
  associationId,
  from ?? '-infinity',
  to ?? 'infinity',
  rows,
  ...sievesOf(filter).map(sieve => filter[sieve]),
];

/** Only what the filter names: a condition that might be left out would hide from the planner how many lines it leaves. */
function wanted(filter: AuditFilter): string {
  const named = sievesOf(filter).map((sieve, i) => `and ${COLUMNS[sieve]} = $${String(i + 5)}`);
  return `association_id = $1 and occurred_at >= $2::timestamptz and occurred_at < $3::timestamptz ${named.join(' ')}`;
}

// Within the most that are read at once, so that the plan does not hang on the number that is asked for.
function textOf(filter: AuditFilter, direction: Direction, most: number): string {
  const next = sievesOf(filter).length + 5;
  return `
  select e.id, e.occurred_at as "occurredAt",
    ${instantInCursor('e.occurred_at')} as place,
    e.account_id as "accountId", c.id as "clientId", c.name as "clientName", e.act,
    e.subject_kind as "subjectKind", e.subject_id as "subjectId", e.before, e.after, e.request_id as "requestId"
  from (
    select * from audit_entry where ${wanted(filter)}
      and (occurred_at, id) ${direction === 'desc' ? '<' : '>'} ($${String(next)}::timestamptz, $${String(next + 1)}::uuid)
    order by occurred_at ${direction}, id ${direction} limit ${String(most)}) e
    -- Trees do not see each other: an account's act through a client of another one is shown without it.
    left join client c on c.id = e.client_id and exists (
      select from association theirs join association own on own.root_id = theirs.root_id
      where theirs.id = c.association_id and own.id = $1)
  order by e.occurred_at ${direction}, e.id ${direction} limit $4`;
}

export interface AuditRead<Row> {
  readonly statement: Statement<Row>;
  readonly values: readonly unknown[];
}

export interface WantedPage {
  readonly direction: Direction;
  readonly after: Place;
  readonly rows: number;
  readonly most?: number;
}

export const readAuditRows = (
  wantedRows: WantedRows,
  { direction, after, rows, most = LARGEST_PAGE + 1 }: WantedPage,
): AuditRead<AuditRow> => ({
  statement: statement(
    ['audit-trail', direction, String(most), ...sievesOf(wantedRows.filter)].join('-'),
    textOf(wantedRows.filter, direction, most),
  ),
  values: [...valuesOf(wantedRows, rows), ...(after ?? ENDS[direction])],
});

/** A trail of years has millions of lines, and nobody needs to know how many exactly. */
export const COUNTED_AT_MOST = 10_000;

export const countAuditRows = (wantedRows: WantedRows): AuditRead<{ readonly count: number }> => ({
  statement: statement(
    ['audit-trail-count', ...sievesOf(wantedRows.filter)].join('-'),
    `select count(*)::int as count from (select from audit_entry where ${wanted(wantedRows.filter)} limit $4) found`,
  ),
  values: valuesOf(wantedRows, COUNTED_AT_MOST),
});
