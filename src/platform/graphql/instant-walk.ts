import type { Context } from '../context.ts';
import { statement, type Statement } from '../database/statement.ts';
import type { ConnectionArgs, Page } from './connection.ts';
import { pageOf, pageWindow } from './page-window.ts';

/** An instant as part of a cursor, in SQL: with all the digits that the database keeps, as a date in JavaScript has not. */
export const instantInCursor = (instant: string): string =>
  `to_char(${instant} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`;

type Placed<Row> = Row & { readonly id: string; readonly place: string };

/** A list in the order of an instant and an id: one statement per direction, so that each walks its index. */
export interface InstantWalk<Row> {
  readonly forwards: Statement<Placed<Row>>;
  readonly backwards: Statement<Placed<Row>>;
  readonly count: Statement<{ readonly count: number }>;
}

export interface Walked<From = string> {
  /** What is read of a row, `id` among it. */
  readonly columns: string;
  /** `from …` and `where …`, with `$1` to the last of `values`. */
  readonly from: From;
  /** How many values `from` binds. */
  readonly values: number;
  /** The columns of the order, in full where `from` joins. */
  readonly instant: string;
  readonly id?: string;
  readonly order?: 'asc' | 'desc';
}

/** The statements of a list; the latest comes first unless told otherwise. */
export function walkByInstant<Row>(name: string, walked: Walked): InstantWalk<Row> {
  const { columns, from, values, instant, id = 'id', order = 'desc' } = walked;
  const [atPlace, idPlace, limit] = [values + 1, values + 2, values + 3].map(place => `$${String(place)}`);
  const walk = (direction: 'asc' | 'desc'): Statement<Placed<Row>> =>
    statement(
      `${name}-${direction}`,
      `select ${columns}, ${instantInCursor(instant)} as place ${from}
         and (${atPlace}::timestamptz is null
           or (${instant}, ${id}) ${direction === 'asc' ? '>' : '<'} (${atPlace}, ${idPlace}::uuid))
       order by ${instant} ${direction}, ${id} ${direction} limit ${limit}`,
    );
  return {
    forwards: walk(order),
    backwards: walk(order === 'asc' ? 'desc' : 'asc'),
    count: statement(`${name}-count`, `select count(*)::int as count ${from}`),
  };
}

/** The same list from its other end. */
export const turned = <Row>({ forwards, backwards, count }: InstantWalk<Row>): InstantWalk<Row> => ({
  forwards: backwards,
  backwards: forwards,
  count,
});

/** Reads a page of a list. Whoever asks judges who may see it. */
export async function readWalk<Row, T>(
  { db }: Pick<Context, 'db'>,
  walk: InstantWalk<Row>,
  values: readonly unknown[],
  args: ConnectionArgs,
  nodeOf: (row: Row) => T | Promise<T>,
): Promise<Page<T>> {
  const window = pageWindow(args, ['instant', 'uuid']);
  const [place = null, id = null] = window.from ?? [];
  const read = window.backward ? walk.backwards : walk.forwards;
  const page = pageOf(window, {
    rows: await db.read(read, [...values, place, id, window.rows]),
    cursorOf: row => [row.place, row.id],
    nodeOf,
    totalCount: async () => (await db.read(walk.count, values))[0]?.count ?? 0,
  });
  return { ...page, nodes: await Promise.all(page.nodes) };
}
