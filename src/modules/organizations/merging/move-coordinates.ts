import { within, type Tx } from '../../../platform/database/database.ts';
import { statement, type Statement } from '../../../platform/database/statement.ts';
import { CarriedThing, type MovedTable, type Pair } from '../../people/index.ts';

/** Each list of coordinates, with the columns by which two entries are the same. */
const LISTS: Readonly<Record<string, readonly string[]>> = {
  organization_address: ['kind', 'street', 'street2', 'city', 'province', 'postal_code', 'country'],
  organization_phone: ['kind', 'number', 'extension'],
  organization_email: ['kind', 'address'],
  organization_website: ['kind', 'url'],
};

export const COORDINATE_TABLES: readonly MovedTable[] = Object.keys(LISTS).map(table => ({
  table,
  key: ['id'],
  rows: 't.organization_id = any ($1::uuid[])',
  watched: 'ROWS',
  thing: CarriedThing.COORDINATES,
  countedBy: 'organization_id',
}));

const moves: readonly Statement<never>[] = Object.entries(LISTS).map(([table, columns]) =>
  statement(
    `merge-move-${table}`,
    `update ${table} e set organization_id = $1, position = e.position + (
       select coalesce(max(position) + 1, 0) from ${table} where organization_id = $1)
     where e.organization_id = $2 and not exists (
       select from ${table} own where own.organization_id = $1
         and (${columns.map(column => `own.${column}`).join(', ')})
           is not distinct from (${columns.map(column => `e.${column}`).join(', ')}))`,
  ),
);

/** The other's stand behind those of the kept one; what it has already stays where it was. */
export async function moveCoordinates(tx: Tx, { kept, other }: Pair): Promise<void> {
  for (const move of moves) await within(tx, move, [kept, other]);
}
