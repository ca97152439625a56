import { fromPublicId, type AccountId, type AssociationId } from '../../kernel/id.ts';
import type { Context } from '../../platform/context.ts';
import { personById } from './person.loaders.ts';

/** The account of somebody on file, and where they are on file. Who may know it is the asker's to judge. */
export async function accountHolder(
  context: Context,
  personId: string,
): Promise<{ readonly accountId: AccountId; readonly associationId: AssociationId } | null> {
  const id = fromPublicId('Person', personId);
  const person = id && (await context.load(personById, id));
  return person?.accountId ? { accountId: person.accountId, associationId: person.associationId } : null;
}
