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

interface Version {
  readonly values: readonly (string | number | null)[];
  /** Of the row that the older version goes on in, should it. */
  readonly restId: string;
}

/** A table of dated rules, and what makes two of its rows versions of one rule. */
export interface VersionedTable {
  readonly name: 'price_rule' | 'tax_registration' | 'tax_status' | 'tax_accounting_election';
  readonly sameAs: readonly string[];
  /** Whether a version with an end is an exception, after which what stood before comes back. */
  readonly comesBack: boolean;
}

export const PRICE_RULES: VersionedTable = {
  name: 'price_rule',
  sameAs: ['fee_item_id', 'class_id', 'province', 'min_age', 'max_age', 'min_seniority', 'max_seniority'],
  comesBack: true,
};
export const TAX_REGISTRATIONS: VersionedTable = {
  name: 'tax_registration',
  sameAs: ['association_id', 'kind'],
  // Whoever is registered until a day collects nothing after it.
  comesBack: false,
};
export const TAX_ACCOUNTING_ELECTIONS: VersionedTable = {
  name: 'tax_accounting_election',
  sameAs: ['supplier_id', 'issuer_id', 'kind'],
  // After the last day of an election the supplier accounts for its taxes again.
  comesBack: false,
};
export const TAX_STATUSES: VersionedTable = {
  name: 'tax_status',
  sameAs: ['association_id', 'class_id'],
  comesBack: true,
};

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

interface Older {
  readonly id: string;
  readonly to: LocalDate | null;
}
const findOlder = (table: VersionedTable): Statement<Older> =>
  statement(
    `${table.name}-find-older`,
    `select id, to_on::text as "to" from ${table.name} where ${same(table)} and from_on < $1
       and (to_on is null or to_on > $1)`,
  );
const bringBack = (table: VersionedTable): Statement<never> =>
  statement(
    `${table.name}-bring-back`,
    `insert into ${table.name} select (jsonb_populate_record(older, jsonb_build_object(
       'id', $2::uuid, 'from_on', $3::date, 'to_on', $4::date))).*
     from ${table.name} older where older.id = $1`,
  );

const STATEMENTS = new Map(
  [PRICE_RULES, TAX_REGISTRATIONS, TAX_ACCOUNTING_ELECTIONS, TAX_STATUSES].map(table => [
    table,
    {
      endOlder: endOlder(table),
      findNewer: findNewer(table),
      findOlder: findOlder(table),
      bringBack: bringBack(table),
    },
  ]),
);

/**
 * Writes a version of a rule from a day on: the one that stood until then ends on its eve, and a newer one that is on
 * file already ends it. One with an end is an exception where the table says so: the older one goes on after it, else a
 * promotion of a month would leave nothing to charge from the next on. What was in force on an earlier day stays what it
 * was. Of two that begin on one day the second is refused. Gives the one that it cut short, as it was.
 */
export async function beginVersion(
  tx: Tx,
  table: VersionedTable,
  { values, from, to, restId }: Days & Version,
  insert: (days: Days) => Promise<unknown>,
): Promise<Older | null> {
  const statements = STATEMENTS.get(table);
  if (!statements) throw new Error(`${table.name} has no versions`);
  const [older] = await within(tx, statements.findOlder, [from, ...values]);
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
  if (older === undefined) return null;
  if (table.comesBack && end !== null && (older.to === null || older.to > end))
    await within(tx, statements.bringBack, [older.id, restId, end, older.to]);
  return older;
}
