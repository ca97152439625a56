import { In } from 'typeorm';
import type { PersonId } from '../../../kernel/id.ts';
import type { LocalDate } from '../../../kernel/local-date.ts';
import type { Tx } from '../../../platform/database/database.ts';
import { defineLoader, type Loader } from '../../../platform/database/loader.ts';
import { PersonEntity } from '../person.entity.ts';
import { PersonAddressEntity } from './person-address.entity.ts';
import type { PersonAddressFacts } from './person-address.ts';

/** The main one first. */
export const addressesOfPerson: Loader<string, readonly PersonAddressEntity[]> = defineLoader(
  async (context, ids: readonly string[]) => {
    const rows = await context.db.entities.find(PersonAddressEntity, {
      where: { personId: In(ids as PersonId[]) },
      order: { main: 'DESC', kind: 'ASC' },
    });
    return ids.map(id => rows.filter(({ personId }) => personId === id));
  },
);

/** Not among the facts of a person that lists read: few prices go by age. */
export const bornOnOfPerson: Loader<string, LocalDate | null> = defineLoader(
  async (context, ids: readonly string[]) => {
    const rows = await context.db.entities.find(PersonEntity, {
      select: { id: true, bornOn: true },
      where: { id: In(ids as PersonId[]) },
    });
    return ids.map(id => rows.find(row => row.id === id)?.bornOn ?? null);
  },
);

/** Puts a whole list in the place of the one on file; the first of it is the main one. Whoever calls holds the person. */
export async function putPersonAddresses(
  tx: Tx,
  personId: PersonId,
  addresses: readonly PersonAddressFacts[],
): Promise<void> {
  await tx.delete(PersonAddressEntity, { personId });
  const rows = addresses.map((address, i) => ({ ...address, personId, main: i === 0 }));
  if (rows.length > 0) await tx.insert(PersonAddressEntity, rows);
}
