import type { LocalDate } from '../../kernel/local-date.ts';
import type { Context } from '../../platform/context.ts';
import { defineLoader, type Loader } from '../../platform/database/loader.ts';
import { statement } from '../../platform/database/statement.ts';
import { knownColumns, type Known } from './known-facts.ts';
import {
  classJson,
  type AffiliationFacts,
  type HoldFacts,
  type MembershipClassFacts,
  type MembershipFacts,
  type MembershipHistory,
  type TermFacts,
} from './membership-facts.ts';

interface Part extends Known {
  readonly membershipId: string;
  readonly id: string;
  readonly from: LocalDate;
  readonly to: LocalDate | null;
}

type Row =
  | (Part & {
      readonly part: 'AFFILIATION';
      readonly word: AffiliationFacts['reason'];
      readonly classId: string;
      readonly note: string | null;
    })
  | (Part & { readonly part: 'TERM'; readonly word: TermFacts['kind'] })
  | (Part & { readonly part: 'HOLD'; readonly word: HoldFacts['kind'] })
  | { readonly part: 'CLASS'; readonly class: MembershipClassFacts };

// Flat rows for all memberships of a page: JSON for each of them takes several times as long. They are put in order
// afterwards, because PostgreSQL sorts text by the rules of a language.
const readHistories = statement<Row>(
  'membership-histories',
  `with stay as materialized (select * from affiliation where membership_id = any ($1::uuid[]))
   select 'AFFILIATION' as part, membership_id as "membershipId", id, reason as word, from_on::text as "from",
     to_on::text as "to", class_id as "classId", note, ${knownColumns('stay')}, null::json as class
   from stay
   union all
   select 'TERM', membership_id, id, kind, from_on::text, to_on::text, null, null, ${knownColumns('term')}, null
   from term where membership_id = any ($1::uuid[])
   union all
   select 'HOLD', membership_id, id, kind, from_on::text, to_on::text, null, null, ${knownColumns('hold')}, null
   from hold where membership_id = any ($1::uuid[])
   union all
   select 'CLASS', null, null, null, null, null, null, null, null, null, ${classJson('c')}
   from membership_class c where c.id in (select class_id from stay)`,
);

/** The histories of many memberships at once, for lists. */
export const historyOfMembership: Loader<string, MembershipHistory> = defineLoader(
  async ({ db }, ids: readonly string[]) => historiesOf(ids, await db.read(readHistories, [ids])),
);

/** The same memberships with their histories, for a list that is going to ask for them. */
export async function withHistories<Facts extends MembershipFacts>(
  { db }: Pick<Context, 'db'>,
  memberships: readonly Facts[],
): Promise<Facts[]> {
  if (memberships.length === 0) return [];
  const ids = memberships.map(({ id }) => id);
  const histories = historiesOf(ids, await db.read(readHistories, [ids]));
  return memberships.map((facts, place) => ({ ...facts, history: histories[place] ?? null }));
}

interface Growing extends MembershipHistory {
  readonly affiliations: AffiliationFacts[];
  readonly terms: TermFacts[];
  readonly holds: HoldFacts[];
}

function historiesOf(ids: readonly string[], rows: readonly Row[]): MembershipHistory[] {
  const classes = new Map(
    rows.filter(row => row.part === 'CLASS').map(row => [row.class.id as string, row.class]),
  );
  const histories = new Map(
    ids.map((id): [string, Growing] => [id, { affiliations: [], terms: [], holds: [] }]),
  );
  for (const row of rows) if (row.part !== 'CLASS') put(row, histories.get(row.membershipId), classes);
  for (const { affiliations, terms, holds } of histories.values())
    for (const facts of [affiliations, terms, holds]) facts.sort(byFirstDay);
  return [...histories.values()];
}

const byFirstDay = (a: { readonly from: LocalDate }, b: { readonly from: LocalDate }): number =>
  a.from < b.from ? -1 : Number(a.from > b.from);

function put(
  row: Exclude<Row, { readonly part: 'CLASS' }>,
  history: Growing | undefined,
  classes: ReadonlyMap<string, MembershipClassFacts>,
): void {
  const { from, to, knownAt, withdrawnAt } = row;
  const known = { knownAt, withdrawnAt };
  if (row.part === 'TERM')
    history?.terms.push({ id: row.id as TermFacts['id'], kind: row.word, from, to: row.to, ...known });
  if (row.part === 'HOLD')
    history?.holds.push({ id: row.id as HoldFacts['id'], kind: row.word, from, to, ...known });
  if (row.part !== 'AFFILIATION') return;
  const memberClass = classes.get(row.classId);
  if (memberClass === undefined) throw new Error('an affiliation names a class that is gone');
  history?.affiliations.push({
    id: row.id as AffiliationFacts['id'],
    from,
    to,
    reason: row.word,
    note: row.note,
    class: memberClass,
    ...known,
  });
}
