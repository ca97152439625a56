import type { Context } from '../../../platform/context.ts';
import { within, type Tx } from '../../../platform/database/database.ts';
import { defineLoader, type Loader } from '../../../platform/database/loader.ts';
import { statement, type Statement } from '../../../platform/database/statement.ts';
import { mergingOf } from './hold-pair.ts';
import { CarriedThing, type MergedKind } from './merging.enums.ts';
import type { Merging, MovedTable } from './merging.ports.ts';
import { tablesOf } from './moved-rows.ts';
import type { Carried } from './trail.ts';

type Counted = MovedTable & { readonly countedBy: string };

interface Count {
  readonly id: string;
  readonly count: number;
}

const countIn = ({ table: kind }: Merging, { table, countedBy }: Counted): Statement<Count> =>
  statement(
    `merge-count-${kind}-${table}`,
    `select "${countedBy}" as id, count(*)::int as count from "${table}" where "${countedBy}" = any ($1::uuid[]) group by 1`,
  );

const countedTables = (merging: Merging): readonly Counted[] =>
  tablesOf(merging).filter((table): table is Counted => table.countedBy !== undefined);

const sumUp = (found: readonly Carried[]): readonly Carried[] =>
  Object.values(CarriedThing).flatMap(thing => {
    const count = found.filter(one => one.thing === thing).reduce((sum, one) => sum + one.count, 0);
    return count === 0 ? [] : [{ thing, count }];
  });

const carriedBy = (kind: `${MergedKind}`): Loader<string, readonly Carried[]> =>
  defineLoader(async (context, ids: readonly string[]) => {
    const merging = mergingOf(context, kind);
    const counted = await Promise.all(
      countedTables(merging).map(async table => ({
        thing: table.thing,
        rows: await context.db.read(countIn(merging, table), [ids]),
      })),
    );
    return ids.map(id =>
      sumUp(
        counted.map(({ thing, rows }) => ({ thing, count: rows.find(row => row.id === id)?.count ?? 0 })),
      ),
    );
  });

/** What persons carry: the records that a merge would move. */
export const carriedByPerson = carriedBy('PERSON');

/** How many records of consequence one carries: mails are history, and move whatever their number. */
export async function weightOf(
  context: Pick<Context, 'ports'>,
  tx: Tx,
  kind: `${MergedKind}`,
  id: string,
): Promise<number> {
  const merging = mergingOf(context, kind);
  let records = 0;
  for (const table of countedTables(merging)) {
    if (table.thing === CarriedThing.MAILS) continue;
    records += (await within(tx, countIn(merging, table), [[id]]))[0]?.count ?? 0;
  }
  return records;
}
