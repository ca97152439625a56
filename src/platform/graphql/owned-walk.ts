import type { Context } from '../context.ts';
import { defineLoader, type Loader } from '../database/loader.ts';
import { statement, type Statement } from '../database/statement.ts';
import type { ConnectionArgs, Page } from './connection.ts';
import { instantInCursor, type Walked } from './instant-walk.ts';
import { pageOf, pageWindow } from './page-window.ts';

type Placed<Row> = Row & { readonly id: string; readonly place: string };
type Owned<Row> = Row & { readonly owner: string };

/**
 * A list that each of many records has, the latest first: where those records are a list themselves, the pages of all
 * of them are one statement, and so are their counts.
 */
export interface OwnedWalk<Row> {
  readonly forwards: Statement<Owned<Placed<Row>>>;
  readonly backwards: Statement<Owned<Placed<Row>>>;
  readonly count: Statement<Owned<{ readonly count: number }>>;
  readonly pages: Loader<string, readonly Placed<Row>[]>;
  readonly counts: Loader<string, number>;
}

/** `from` is told the owner in SQL and binds `$2` to the last of `values`, which is the instant at which it is read. */
export function walkOfEach<Row>(
  name: string,
  { columns, from, values, instant, id = 'id' }: Walked<(owner: string) => string>,
): OwnedWalk<Row> {
  const [atPlace, idPlace, limit] = [values + 2, values + 3, values + 4].map(place => `$${String(place)}`);
  const walk = (direction: 'asc' | 'desc'): OwnedWalk<Row>['forwards'] =>
    statement(
      `${name}-${direction}`,
      `select owner.id as owner, page.*
       from unnest($1::uuid[]) owner (id) cross join lateral (
         select ${columns}, ${instantInCursor(instant)} as place ${from('owner.id')}
           and (${atPlace}::timestamptz is null
             or (${instant}, ${id}) ${direction === 'asc' ? '>' : '<'} (${atPlace}, ${idPlace}::uuid))
         order by ${instant} ${direction}, ${id} ${direction} limit ${limit}) page
       order by owner.id, page.place ${direction}, page.id ${direction}`,
    );
  const forwards = walk('desc');
  const backwards = walk('asc');
  const count: OwnedWalk<Row>['count'] = statement(
    `${name}-count`,
    `select owner.id as owner, (select count(*)::int ${from('owner.id')}) as count
     from unnest($1::uuid[]) owner (id)`,
  );
  return {
    forwards,
    backwards,
    count,
    pages: loaderOfEach(async ({ db, clock }, owners, [wanted, backward, ...placed]) => {
      const bound = [owners, ...wanted, clock.now(), ...placed];
      const rows = await db.read(backward === true ? backwards : forwards, bound);
      const pages = new Map(owners.map((owner): [string, Placed<Row>[]] => [owner, []]));
      for (const row of rows) pages.get(row.owner)?.push(row);
      return owner => pages.get(owner) ?? [];
    }),
    counts: loaderOfEach(async ({ db, clock }, owners, [wanted]) => {
      const rows = await db.read(count, [owners, ...wanted, clock.now()]);
      const counts = new Map(rows.map(row => [row.owner, row.count]));
      return owner => counts.get(owner) ?? 0;
    }),
  };
}

/**
 * Reads a page of the list of one owner, together with those of all others that are asked for at the same time.
 * `wanted` are the values but the instant, which is one for all.
 */
export async function readOwnedWalk<Row, T>(
  { load }: Pick<Context, 'load'>,
  walk: OwnedWalk<Row>,
  owner: string,
  wanted: readonly unknown[],
  args: ConnectionArgs,
  nodeOf: (row: Row) => T | Promise<T>,
): Promise<Page<T>> {
  const window = pageWindow(args, ['instant', 'uuid']);
  const [place = null, id = null] = window.from ?? [];
  const page = pageOf(window, {
    rows: await load(walk.pages, keyOfOwner(owner, [wanted, window.backward, place, id, window.rows])),
    cursorOf: row => [row.place, row.id],
    nodeOf,
    totalCount: () => countOwned({ load }, walk, owner, wanted),
  });
  return { ...page, nodes: await Promise.all(page.nodes) };
}

/** How long the list of one owner is. */
export const countOwned = <Row>(
  { load }: Pick<Context, 'load'>,
  walk: OwnedWalk<Row>,
  owner: string,
  wanted: readonly unknown[],
): Promise<number> => load(walk.counts, keyOfOwner(owner, [wanted]));

/** What is asked of each owner: the values, and where the page stands. */
type Asked = readonly [wanted: readonly unknown[], ...place: unknown[]];

const LENGTH_OF_ID = 36;

/** The owner, and what else is asked: keys that differ in their owner alone are read together. */
export const keyOfOwner = (owner: string, asked: Asked): string => `${owner}${JSON.stringify(asked)}`;
const ownerIn = (key: string): string => key.slice(0, LENGTH_OF_ID);
const valuesIn = (key: string): string => key.slice(LENGTH_OF_ID);

/** Reads for many owners at once what is asked of them with `keyOfOwner`. */
export const loaderOfEach = <V>(
  read: (context: Context, owners: readonly string[], asked: Asked) => Promise<(owner: string) => V>,
): Loader<string, V> =>
  defineLoader(async (context, keys: readonly string[]) => {
    const kinds = [...new Set(keys.map(valuesIn))];
    const answers = await Promise.all(
      kinds.map(async (values): Promise<[string, (owner: string) => V]> => {
        const owners = keys.filter(key => valuesIn(key) === values).map(ownerIn);
        return [values, await read(context, owners, JSON.parse(values) as Asked)];
      }),
    );
    const answerOf = new Map(answers);
    return keys.map(key => {
      const answer = answerOf.get(valuesIn(key));
      if (!answer) throw new Error('a page was asked for that nobody read');
      return answer(ownerIn(key));
    });
  });
