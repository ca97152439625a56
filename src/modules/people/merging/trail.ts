import { createHash } from 'node:crypto';
import type { CarriedThing } from './merging.enums.ts';
import type { MovedTable } from './merging.ports.ts';

/** A row as PostgreSQL writes it as JSON, by the names of its columns. */
export type Row = Readonly<Record<string, unknown>>;

export interface Seen {
  readonly row: Row;
  /** Whether the transaction that looks has written it. */
  readonly isOurs: boolean;
}

/** One row that a merge changed, or that stood beside one. */
export interface Step {
  readonly key: Row;
  readonly what: 'CHANGED' | 'ADDED' | 'REMOVED' | 'LEFT';
  /** The columns that changed, as they were; the whole row where it was removed. */
  readonly before?: Row;
  /** The same columns as they became. */
  readonly after?: Row;
  /** Of the whole row as the merge left it. */
  readonly digest?: string;
}

export interface TableTrail {
  readonly table: string;
  readonly steps: readonly Step[];
}

/** All that a merge changed, table by table. */
export type Trail = readonly TableTrail[];

export const keyOf = ({ key }: Pick<MovedTable, 'key'>, row: Row): Row =>
  Object.fromEntries(key.map(column => [column, row[column]]));

const spelled = (value: unknown): string =>
  JSON.stringify(value, (_, part: unknown) =>
    part !== null && typeof part === 'object' && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );

export const isSame = (one: unknown, another: unknown): boolean => spelled(one) === spelled(another);

/** Columns without a value do not count, so that a new one of a later version changes nothing. */
export const digestOf = (row: Row): string =>
  createHash('sha256')
    .update(spelled(Object.fromEntries(Object.entries(row).filter(([, value]) => value !== null))))
    .digest('base64url');

const byKey = (table: MovedTable, rows: readonly Seen[]): Map<string, Seen> =>
  new Map(rows.map(seen => [spelled(keyOf(table, seen.row)), seen]));

/** What became of the rows of a table between two looks at them, as far as we did it. */
export function trailOf(table: MovedTable, before: readonly Seen[], after: readonly Seen[]): TableTrail {
  const then = byKey(table, before);
  const now = byKey(table, after);
  const removed = [...then].flatMap(([name, { row }]): Step[] =>
    now.has(name) ? [] : [{ key: keyOf(table, row), what: 'REMOVED', before: row }],
  );
  const left: Row[] = [];
  const written: Row[] = [];
  const present = [...now].flatMap(([name, { row, isOurs }]): Step[] => {
    const old = then.get(name)?.row;
    const columns = old ? Object.keys(row).filter(column => !isSame(row[column], old[column])) : [];
    if (!isOurs || (old && columns.length === 0)) {
      left.push(row);
      return [];
    }
    written.push(row);
    const common = { key: keyOf(table, row), digest: digestOf(row) };
    if (!old) return [{ ...common, what: 'ADDED' }];
    return [{ ...common, what: 'CHANGED', before: part(old, columns), after: part(row, columns) }];
  });
  const beside = left
    .filter(row => isWatchedBeside(table, row, written))
    .map((row): Step => ({ key: keyOf(table, row), what: 'LEFT', digest: digestOf(row) }));
  return { table: table.table, steps: [...removed, ...present, ...beside] };
}

function isWatchedBeside({ watched, beside = [] }: MovedTable, row: Row, written: readonly Row[]): boolean {
  if (watched === 'WHOLE') return written.length > 0;
  if (watched !== 'NEIGHBOURS') return false;
  return written.some(other => isSame(part(row, beside), part(other, beside)));
}

const part = (row: Row, columns: readonly string[]): Row =>
  Object.fromEntries(columns.map(column => [column, row[column]]));

/** What stands in the way of undoing the part of a merge that lies in one table: how many rows are not as it left them. */
export function changedSince(table: MovedTable, { steps }: TableTrail, current: readonly Seen[]): number {
  const now = byKey(table, current);
  const known = new Set(steps.map(({ key }) => spelled(key)));
  if (steps.length === 0) return 0;
  const changed = steps.filter(step => !isAsLeft(table, step, now.get(spelled(step.key))?.row)).length;
  const added = table.watched === 'WHOLE' ? [...now.keys()].filter(name => !known.has(name)).length : 0;
  return changed + added;
}

function isAsLeft({ watched }: MovedTable, step: Step, row: Row | undefined): boolean {
  if (step.what === 'REMOVED') return row === undefined;
  if (row === undefined) return false;
  if (watched === 'COLUMNS' && step.after) return isSame(part(row, Object.keys(step.after)), step.after);
  return digestOf(row) === step.digest;
}

/** Something that a record carries, and how many. */
export interface Carried {
  readonly thing: CarriedThing;
  readonly count: number;
}
