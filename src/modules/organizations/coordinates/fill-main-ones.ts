import { within, type Tx } from '../../../platform/database/database.ts';
import { statement, type Statement } from '../../../platform/database/statement.ts';

const ADDRESS = ['street', 'street2', 'city', 'province', 'postal_code'];

interface MainOne {
  readonly table: string;
  /** Of the organization `o`. */
  readonly isMissing: string;
  /** Columns of the organization and of the further one `f`. */
  readonly takes: Readonly<Record<string, string>>;
  readonly only?: string;
}

const MAIN_ONES: readonly MainOne[] = [
  {
    table: 'organization_address',
    isMissing: `num_nonnulls(${ADDRESS.map(column => `o.${column}`).join(', ')}) = 0`,
    takes: Object.fromEntries([...ADDRESS, 'country'].map(column => [column, column])),
  },
  {
    table: 'organization_phone',
    isMissing: 'o.phone is null',
    takes: { phone: 'number', phone_extension: 'extension' },
    // A fax is not called.
    only: `and f.kind <> 'FAX'`,
  },
  { table: 'organization_email', isMissing: 'o.email is null', takes: { email: 'address' } },
  { table: 'organization_website', isMissing: 'o.website is null', takes: { website: 'url' } },
];

const fills: readonly Statement<never>[] = MAIN_ONES.map(({ table, isMissing, takes, only = '' }) =>
  statement(
    `coordinates-fill-main-${table}`,
    `with first as (
       select distinct on (f.organization_id) f.*
       from ${table} f join organization o on o.id = f.organization_id
       where f.organization_id = any ($1::uuid[]) and ${isMissing} ${only}
       order by f.organization_id, f.position, f.id),
     gone as (delete from ${table} where id in (select id from first))
     update organization o set ${Object.entries(takes)
       .map(([column, of]) => `${column} = f.${of}`)
       .join(', ')}
     from first f where o.id = f.organization_id`,
  ),
);

/**
 * Makes the first of the further ones the main one of organizations that have none: ask at the end of whatever takes a
 * main one away or adds further ones, while the organizations are held. The database refuses what forgot it.
 */
export async function fillMainOnes(tx: Tx, organizationIds: readonly string[]): Promise<void> {
  if (organizationIds.length === 0) return;
  for (const fill of fills) await within(tx, fill, [organizationIds]);
}
