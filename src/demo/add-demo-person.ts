import type { AccountId } from '../kernel/id.ts';
import { addPerson, attachAccount, PersonEntity } from '../modules/people/index.ts';
import type { Context } from '../platform/context.ts';
import type { Tx } from '../platform/database/database.ts';
import type { DemoPerson } from './people/demo-person.ts';

/** Puts somebody on file with one association, with the account that is theirs where they have one. */
export async function addDemoPerson(
  context: Context,
  tx: Tx,
  person: Omit<DemoPerson, 'email'> & Partial<Pick<DemoPerson, 'email'>>,
  { associationId, accountId }: { readonly associationId: string; readonly accountId?: AccountId },
): Promise<PersonEntity> {
  const { givenName, familyName, locale, email = null } = person;
  const row = await addPerson(context, tx, {
    associationId,
    givenName,
    familyName,
    locale,
    contactEmail: email,
  });
  const phones = {
    workPhone: person.workPhone ?? null,
    workPhoneExtension: person.workPhoneExtension ?? null,
  };
  await tx.update(PersonEntity, { id: row.id }, phones);
  if (accountId !== undefined) await attachAccount(context, tx, { personId: row.id, accountId });
  return row;
}
