import { escapeIdentifier } from 'pg';
import { within, type Tx } from './database.ts';
import { statement } from './statement.ts';

/**
 * What is left alone: the list of migrations and the rates that came with them, the keys that sign, the clock, and a
 * trail that nobody may remove.
 */
const KEPT = ['schema_migration', 'tax_rate', 'signing_key', 'test_clock', 'audit_entry'];

const ours = statement<{ name: string }>(
  'tables-to-empty',
  `select tablename as name from pg_tables where schemaname = 'public' and tablename <> all ($1) order by tablename`,
);

/** Waits until nobody is changing anything, and lets nobody begin before this transaction ends. Reading goes on. */
export async function holdAllTables(tx: Tx): Promise<void> {
  await tx.query(`lock table ${(await tablesToEmpty(tx)).join(', ')} in exclusive mode`);
}

/**
 * Removes every row of every table of ours, those of modules to come included. In one statement, because references
 * that go round in circles are judged at its end, and by `delete`, because the application may not `truncate`.
 */
export async function emptyAllTables(tx: Tx): Promise<void> {
  const parts = (await tablesToEmpty(tx)).map((table, i) => `emptied_${i} as (delete from ${table})`);
  await tx.query(`with ${parts.join(', ')} select 1`);
}

async function tablesToEmpty(tx: Tx): Promise<readonly string[]> {
  const tables = await within(tx, ours, [KEPT]);
  return tables.map(({ name }) => escapeIdentifier(name));
}
