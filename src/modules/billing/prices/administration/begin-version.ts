import type { LocalDate } from '../../../../kernel/local-date.ts';
import { within, type Tx } from '../../../../platform/database/database.ts';
import { statement, type Statement } from '../../../../platform/database/statement.ts';
import { violates } from '../../../../platform/database/violation.ts';
import { refuse } from '../../../../platform/problem.ts';
import { PriceVersionStands } from './administration.problems.ts';

interface Days {
  readonly from: LocalDate;
  readonly to: LocalDate | null;
}

/** A table of dated rules, and what makes two of its rows versions of one rule. */
export interface VersionedTable {
  readonly name: 'price_rule' | 'tax_registration' | 'tax_status';
  readonly sameAs: readonly string[];
}

export const PRICE_RULES: VersionedTable = {
  name: 'price_rule',
  sameAs: ['fee_item_id', 'class_id', 'province', 'min_age', 'max_age', 'min_seniority', 'max_seniority'],
};
export const TAX_REGISTRATIONS: VersionedTable = {
  name: 'tax_registration',
  sameAs: ['association_id', 'kind'],
};
export const TAX_STATUSES: VersionedTable = { name: 'tax_status', sameAs: ['association_id', 'class_id'] };

const same = ({ sameAs }: VersionedTable): string =>
  sameAs.map((column, i) => `${column} is not distinct from $${String(i + 2)}`).join(' and ');

const endOlder = (table: VersionedTable): Statement<never> =>
  statement(
    `${table.name}-end-older`,
    `update ${table.name} set to_on = $1 where ${same(table)} and from_on < $1
       and (to_on is null or to_on > $1)`,
  );
const findNewer = (table: VersionedTable): Statement<{ readonly from: LocalDate }> =>
  statement(
    `${table.name}-find-newer`,
    `select from_on::text as "from" from ${table.name} where ${same(table)} and from_on >= $1
     order by from_on limit 1`,
  );

const STATEMENTS = new Map(
  [PRICE_RULES, TAX_REGISTRATIONS, TAX_STATUSES].map(table => [
    table,
    { endOlder: endOlder(table), findNewer: findNewer(table) },
  ]),
);

/**
 * Writes a version of a rule from a day on: the one that stood until then ends on its eve, and a newer one that is on
 * file already ends it. What was in force on an earlier day stays what it was. Of two that begin on one day the second
 * is refused.
 */
export async function beginVersion(
  tx: Tx,
  table: VersionedTable,
  { values, from, to }: Days & { readonly values: readonly (string | number | null)[] },
  insert: (days: Days) => Promise<unknown>,
): Promise<void> {
  const statements = STATEMENTS.get(table);
  if (!statements) throw new Error(`${table.name} has no versions`);
  await within(tx, statements.endOlder, [from, ...values]);
  const [newer] = await within(tx, statements.findNewer, [from, ...values]);
  if (newer?.from === from) refuse(new PriceVersionStands());
  const end = newer !== undefined && (to === null || newer.from < to) ? newer.from : to;
  try {
    await insert({ from, to: end });
  } catch (fault) {
    if (violates(fault, `${table.name}_one_at_a_time`)) refuse(new PriceVersionStands());
    throw fault;
  }
}
