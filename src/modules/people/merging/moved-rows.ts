import { within, type Tx } from '../../../platform/database/database.ts';
import { statement, type Statement } from '../../../platform/database/statement.ts';
import type { Merging, MovedTable } from './merging.ports.ts';
import { trailOf, type Row, type Seen, type Step, type Trail } from './trail.ts';

const quoted = (name: string): string => `"${name}"`;

// Instants are written as text in the zone of the connection: it must be the same one when they are compared.
const inOneZone = statement('merge-in-one-zone', `select set_config('TimeZone', 'UTC', true)`);

const look = ({ table: kind }: Merging, { table, rows }: MovedTable): Statement<Seen> =>
  statement(
    `merge-look-${kind}-${table}`,
    `select to_jsonb(t) as row, t.xmin = pg_current_xact_id()::xid as "isOurs" from ${quoted(table)} t
     where ${rows} for update of t`,
  );

export const tablesOf = ({ movers }: Merging): readonly MovedTable[] =>
  movers.flatMap(({ tables }) => tables);

/** Reads and holds every row that a merge of these two records may change. */
export async function lookAt(
  tx: Tx,
  merging: Merging,
  ids: readonly string[],
): Promise<ReadonlyMap<string, readonly Seen[]>> {
  await within(tx, inOneZone, []);
  const found = new Map<string, readonly Seen[]>();
  for (const table of tablesOf(merging))
    found.set(table.table, await within(tx, look(merging, table), [ids]));
  return found;
}

/** Does the work, and answers all that it changed. */
export async function watching(
  tx: Tx,
  merging: Merging,
  ids: readonly string[],
  work: () => Promise<void>,
): Promise<Trail> {
  const before = await lookAt(tx, merging, ids);
  await work();
  const after = await lookAt(tx, merging, ids);
  return tablesOf(merging)
    .map(table => trailOf(table, before.get(table.table) ?? [], after.get(table.table) ?? []))
    .filter(({ steps }) => steps.length > 0);
}

/** Puts every row back as it was. What the merge added goes first, or it would stand in the way of the rest. */
export async function putBack(tx: Tx, merging: Merging, trail: Trail): Promise<void> {
  const tables = new Map(tablesOf(merging).map(table => [table.table, table]));
  const backward = [...trail].reverse().map(({ table: name, steps }) => {
    const table = tables.get(name);
    if (!table) throw new Error(`nobody knows how to undo what was done to ${name}`);
    return { table, that: (what: Step['what']) => steps.filter(step => step.what === what) };
  });
  for (const { table, that } of backward) await remove(tx, table, that('ADDED'));
  for (const { table, that } of backward) await restore(tx, table, that('CHANGED'));
  for (const { table, that } of backward) await insert(tx, table, that('REMOVED'));
}

const sameKey = ({ key }: MovedTable): string =>
  key.map(column => `t.${quoted(column)} = r.${quoted(column)}`).join(' and ');

async function remove(tx: Tx, table: MovedTable, steps: readonly Step[]): Promise<void> {
  if (steps.length === 0) return;
  const name = quoted(table.table);
  await tx.query(
    `delete from ${name} t using jsonb_populate_recordset(null::${name}, $1::jsonb) r where ${sameKey(table)}`,
    [JSON.stringify(steps.map(({ key }) => key))],
  );
}

async function restore(tx: Tx, table: MovedTable, steps: readonly Step[]): Promise<void> {
  const byColumns = new Map<string, Step[]>();
  for (const step of steps) {
    const columns = Object.keys(step.before ?? {})
      .sort()
      .join(' ');
    byColumns.set(columns, [...(byColumns.get(columns) ?? []), step]);
  }
  const name = quoted(table.table);
  // Rows that came from elsewhere make room first: what was cut short for them is as long again afterwards.
  const movedFirst = [...byColumns].sort(([a], [b]) => Number(isMove(b)) - Number(isMove(a)));
  for (const [columns, alike] of movedFirst) {
    const set = columns
      .split(' ')
      .map(column => `${quoted(column)} = r.${quoted(column)}`)
      .join(', ');
    // A key that the merge changed is found under its new value, so keys are never among the columns.
    const rows: Row[] = alike.map(({ key, before }) => ({ ...before, ...key }));
    await tx.query(
      `update ${name} t set ${set} from jsonb_populate_recordset(null::${name}, $1::jsonb) r where ${sameKey(table)}`,
      [JSON.stringify(rows)],
    );
  }
}

const isMove = (columns: string): boolean => /_id\b/.test(columns);

async function insert(tx: Tx, table: MovedTable, steps: readonly Step[]): Promise<void> {
  if (steps.length === 0) return;
  const name = quoted(table.table);
  await tx.query(`insert into ${name} select * from jsonb_populate_recordset(null::${name}, $1::jsonb)`, [
    JSON.stringify(steps.map(({ before }) => before)),
  ]);
}
