import type { EntityTarget, ObjectLiteral } from 'typeorm';
import { newId, type OrganizationId } from '../../../kernel/id.ts';
import type { Parts } from '../../../platform/context.ts';
import { within, type Tx } from '../../../platform/database/database.ts';
import { defineLoader, type Loader } from '../../../platform/database/loader.ts';
import { statement } from '../../../platform/database/statement.ts';
import {
  OrganizationAddressEntity,
  OrganizationEmailEntity,
  OrganizationPhoneEntity,
  OrganizationWebsiteEntity,
} from './coordinates.entity.ts';
import type { ChangedCoordinates, Coordinates } from './coordinates.ts';
import { fillMainOnes } from './fill-main-ones.ts';

const rowsOf = (table: string, facts: string): string => `
  (select coalesce(json_agg(json_build_object('kind', kind, ${facts}) order by position, id), '[]')
   from ${table} where organization_id = wanted.id)`;

const read = statement<Coordinates & { readonly organizationId: string }>(
  'coordinates-of-organizations',
  `select wanted.id as "organizationId",
     ${rowsOf(
       'organization_address',
       `'street', street, 'street2', street2, 'city', city, 'province', province, 'postalCode', postal_code,
        'country', country`,
     )} as addresses,
     ${rowsOf('organization_phone', `'number', number, 'extension', extension`)} as phones,
     ${rowsOf('organization_email', `'address', address`)} as emails,
     ${rowsOf('organization_website', `'url', url`)} as websites
   from unnest($1::uuid[]) as wanted (id)`,
);

const NONE: Coordinates = { addresses: [], phones: [], emails: [], websites: [] };

export const coordinatesOf: Loader<string, Coordinates> = defineLoader(
  async (context, ids: readonly string[]) => {
    const rows = await context.db.read(read, [ids]);
    const byId = new Map(rows.map(({ organizationId, ...coordinates }) => [organizationId, coordinates]));
    return ids.map(id => byId.get(id) ?? NONE);
  },
);

export async function readCoordinatesWithin(tx: Tx, organizationId: string): Promise<Coordinates> {
  const [row] = await within(tx, read, [[organizationId]]);
  return row
    ? { addresses: row.addresses, phones: row.phones, emails: row.emails, websites: row.websites }
    : NONE;
}

/** Puts whole lists in the place of those on file; of null the one on file stays. Where there is no main one the first becomes it. */
export async function putCoordinates(
  parts: Pick<Parts, 'clock' | 'random'>,
  tx: Tx,
  organizationId: OrganizationId,
  { addresses, phones, emails, websites }: ChangedCoordinates,
): Promise<void> {
  const put = async (entity: EntityTarget<ObjectLiteral>, rows: readonly object[] | null): Promise<void> => {
    if (rows === null) return;
    await tx.delete(entity, { organizationId });
    await tx.insert(
      entity,
      rows.map((row, position) => ({
        id: newId(parts.clock, parts.random),
        organizationId,
        position,
        ...row,
      })),
    );
  };
  await put(OrganizationAddressEntity, addresses);
  await put(OrganizationPhoneEntity, phones);
  await put(OrganizationEmailEntity, emails);
  await put(OrganizationWebsiteEntity, websites);
  await fillMainOnes(tx, [organizationId]);
}
