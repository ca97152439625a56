import { registerEnumType } from 'type-graphql';
import type { Context } from '../platform/context.ts';
import { plannedAnew, statement, type Statement } from '../platform/database/statement.ts';
import type { ConnectionArgs, Page } from '../platform/graphql/connection.ts';
import { instantInCursor } from '../platform/graphql/instant-walk.ts';
import {
  LARGEST_PAGE,
  pageOf,
  pageWindow,
  type CursorColumn,
  type PageWindow,
} from '../platform/graphql/page-window.ts';
import { between } from './keyset.ts';

export enum DirectoryOrder {
  NAME = 'NAME',
  NEWEST = 'NEWEST',
}
registerEnumType(DirectoryOrder, {
  name: 'DirectoryOrder',
  description: 'How a list of staff is sorted.',
  valuesConfig: {
    NAME: { description: 'By name; people by family name.' },
    NEWEST: { description: 'Who was added last comes first; of memberships, who was admitted last.' },
  },
});

/** Binds a value and gives back its place: `$7`. */
export type Bind = (value: unknown) => `$${number}`;
/** What narrows a list, as a condition in SQL. `$1` is the association. */
export type Condition = (bind: Bind) => string;

/** What a list is sorted by before its ids. */
interface OrderKey {
  /** An expression whose order an index has, and how it goes out as part of a cursor and comes back. */
  readonly key: string;
  readonly shown: string;
  readonly cast: 'text' | 'timestamptz' | 'date';
  readonly column: CursorColumn;
  readonly descending: boolean;
}

/** A list of records of one association, none of which was merged into another. */
export interface Directory {
  readonly name: string;
  /** Table and alias, which conditions know. */
  readonly table: string;
  readonly alias: string;
  /** Of a row, from the table and what is joined to it. */
  readonly columns: string;
  readonly joins?: string;
  /** What columns and joins bind, from `FIRST_OWN_VALUE` on. */
  readonly values?: readonly unknown[];
  readonly orders: Readonly<Record<DirectoryOrder, OrderKey>>;
}

export const byName = (key: string): OrderKey => ({
  key,
  shown: key,
  cast: 'text',
  column: 'text',
  descending: false,
});
export const byInstant = (key: string): OrderKey => ({
  key,
  shown: instantInCursor(key),
  cast: 'timestamptz',
  column: 'instant',
  descending: true,
});
export const byDay = (key: string): OrderKey => ({
  key,
  shown: `${key}::text`,
  cast: 'date',
  column: 'date',
  descending: true,
});

export interface Asked {
  readonly associationId: string;
  readonly conditions: readonly Condition[];
  readonly order: DirectoryOrder;
  readonly args: ConnectionArgs;
}

type Placed<Row> = Row & { readonly id: string; readonly place: string };

export interface Answer<Row> {
  readonly rows: readonly Placed<Row>[];
  /** `whole` counts a list that nothing narrows, where there is a quicker way than counting it. */
  readonly page: <T>(
    nodeOf: (row: Placed<Row>) => T,
    rows?: readonly Placed<Row>[],
    whole?: Statement<{ readonly total: number }>,
  ) => Page<T>;
}

/** The place of the first value of a directory's own in the statement of its pages. */
export const FIRST_OWN_VALUE = 7;

interface Bound<Row> {
  readonly statement: Statement<Row>;
  readonly values: readonly unknown[];
}

export interface DirectoryReads<Row> {
  readonly window: PageWindow;
  readonly page: Bound<Placed<Row>>;
  readonly count: Bound<{ readonly total: number }>;
}

/** The reads that answer what is asked of a directory. */
export function readsOf<Row>(
  directory: Directory,
  { associationId, conditions, order, args }: Asked,
): DirectoryReads<Row> {
  const { name, orders, values = [] } = directory;
  const { column, descending, cast } = orders[order];
  const window = pageWindow(args, [column, 'uuid']);
  const goesUp = descending === window.backward;
  return {
    window,
    page: bound(
      `${name}-${order.toLowerCase()}-${goesUp ? 'up' : 'down'}`,
      conditions,
      [associationId, ...between(cast, window.from, goesUp), window.rows, ...values],
      narrowed => pageText(directory, order, goesUp, narrowed),
    ),
    count: bound(`${name}-count`, conditions, [associationId], narrowed => countText(directory, narrowed)),
  };
}

/** Reads a page of a directory. */
export async function readDirectory<Row>(
  { db }: Pick<Context, 'db'>,
  directory: Directory,
  asked: Asked,
): Promise<Answer<Row>> {
  const { window, page, count } = readsOf<Row>(directory, asked);
  const rows = await db.read(page.statement, page.values);
  return {
    rows,
    page: (nodeOf, shown = rows, whole) =>
      pageOf(window, {
        rows: shown,
        cursorOf: row => [row.place, row.id],
        nodeOf,
        totalCount: async () => {
          const counter = asked.conditions.length === 0 && whole ? whole : count.statement;
          return (await db.read(counter, count.values))[0]?.total ?? 0;
        },
      }),
  };
}

/**
 * A list that nothing narrows is planned once. Where something does, the plan hangs on how much: it is made for the
 * values, and no connection keeps a plan for each combination.
 */
function bound<Row>(
  name: string,
  conditions: readonly Condition[],
  fixed: readonly unknown[],
  write: (narrowed: string) => string,
): Bound<Row> {
  const values = [...fixed];
  const bind: Bind = value => `$${values.push(value)}`;
  const text = write(conditions.map(condition => ` and ${condition(bind)}`).join(''));
  return { statement: conditions.length === 0 ? statement(name, text) : plannedAnew(text), values };
}

const wanted = ({ alias }: Directory): string =>
  `${alias}.association_id = $1 and ${alias}.merged_into_id is null`;

// The inner limit is the longest page there is: without a number PostgreSQL expects a tenth of all rows, and plans each
// page anew, which takes longer than reading it.
export function pageText(
  directory: Directory,
  order: DirectoryOrder,
  goesUp: boolean,
  conditions = '',
): string {
  const { table, alias, columns, joins = '', orders } = directory;
  const { key, shown, cast } = orders[order];
  const sorted = `order by ${key} ${goesUp ? 'asc' : 'desc'}, ${alias}.id ${goesUp ? 'asc' : 'desc'}`;
  return `select ${columns}, ${shown} as place
     from (
       select * from ${table} ${alias} where ${wanted(directory)}
         and (${key}, ${alias}.id) > ($2::${cast}, $3::uuid) and (${key}, ${alias}.id) < ($4::${cast}, $5::uuid)${conditions}
       ${sorted} limit ${LARGEST_PAGE + 1}) ${alias} ${joins}
     ${sorted} limit $6`;
}

const countText = (directory: Directory, conditions: string): string =>
  `select count(*)::int as total from ${directory.table} ${directory.alias} where ${wanted(directory)}${conditions}`;

/** Of what cannot be: a class, an address or an id that is none. */
export const NOTHING: Condition = () => 'false';

/** A condition for a value that was given. */
export const given = <T>(
  value: T | null | undefined,
  condition: (value: T) => Condition,
): readonly Condition[] => (value === null || value === undefined ? [] : [condition(value)]);
