import { PageInfo, type ConnectionArgs, type Page } from './connection.ts';
import { decodeCursor, encodeCursor } from './cursor.ts';
import { BadUserInput } from './faults.ts';

const DEFAULT_SIZE = 20;
export const LARGEST_PAGE = 100;

/** What a column of a cursor holds, so that a forged cursor is refused before it reaches the database. */
export type CursorColumn = 'text' | 'uuid' | 'instant' | 'date' | 'integer';

/** Which part of a list is wanted, ready to be bound as parameters of a keyset read. */
export interface PageWindow {
  /** One row more than the page: it tells whether the list goes on. */
  readonly rows: number;
  readonly size: number;
  /** Read against the list's order; `pageOf` turns the rows round. */
  readonly backward: boolean;
  /** The values of the row to go on from, one per column; null at an end of the list. */
  readonly from: readonly string[] | null;
  readonly continues: boolean;
}

/** Judges the arguments of a list against the columns of its order. */
export function pageWindow(args: ConnectionArgs, columns: readonly CursorColumn[]): PageWindow {
  const { first, after, last, before } = args;
  const backward = typeof last === 'number' || typeof before === 'string';
  if (backward && (typeof first === 'number' || typeof after === 'string'))
    throw new BadUserInput('PAGE_DIRECTION');

  const size = (backward ? last : first) ?? DEFAULT_SIZE;
  if (size < 0 || size > LARGEST_PAGE) throw new BadUserInput('PAGE_SIZE', { max: LARGEST_PAGE });

  const cursor = (backward ? before : after) ?? null;
  const from = cursor === null ? null : decodeCursor(cursor);
  if (cursor !== null && !fits(from, columns)) throw new BadUserInput('CURSOR');
  return { rows: size + 1, size, backward, from, continues: from !== null };
}

/** How many rows of the beginning of a list are asked for; null for a page elsewhere, and for what will be refused. */
export function wantedFirst({ first, after, last, before }: ConnectionArgs): number | null {
  if (typeof after === 'string' || typeof last === 'number' || typeof before === 'string') return null;
  const size = first ?? DEFAULT_SIZE;
  return size < 0 || size > LARGEST_PAGE ? null : size;
}

export interface PageFacts<Row, T> {
  /** As read: at most `window.rows`, in reading direction. */
  readonly rows: readonly Row[];
  readonly cursorOf: (row: Row) => readonly string[];
  readonly nodeOf: (row: Row) => T;
  readonly totalCount: Page<T>['totalCount'];
}

export function pageOf<Row, T>(window: PageWindow, facts: PageFacts<Row, T>): Page<T> {
  const more = facts.rows.length > window.size;
  const shown = facts.rows.slice(0, window.size);
  if (window.backward) shown.reverse();
  const goesOn = window.backward
    ? { after: window.continues, before: more }
    : { after: more, before: window.continues };
  const cursorOf = (row: Row): string => encodeCursor(facts.cursorOf(row));
  const endOf = (row: Row | undefined): string | null => (row === undefined ? null : cursorOf(row));
  return {
    nodes: shown.map(facts.nodeOf),
    cursors: () => shown.map(cursorOf),
    pageInfo: new PageInfo(goesOn, { start: endOf(shown[0]), end: endOf(shown.at(-1)) }),
    totalCount: facts.totalCount,
  };
}

const SHAPES: Record<CursorColumn, RegExp> = {
  text: /^/,
  uuid: /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/,
  instant:
    /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d{1,6})?Z$/,
  date: /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/,
  integer: /^-?\d{1,9}$/,
};

function fits(values: readonly string[] | null, columns: readonly CursorColumn[]): boolean {
  return (
    values?.length === columns.length && columns.every((column, place) => holds(column, values[place] ?? ''))
  );
}

function holds(column: CursorColumn, value: string): boolean {
  if (!SHAPES[column].test(value)) return false;
  // The shape lets 30 February through, at which PostgreSQL throws.
  const day = column === 'instant' || column === 'date' ? value.slice(0, 10) : null;
  return day === null || new Date(`${day}T00:00:00Z`).toISOString().startsWith(day);
}
