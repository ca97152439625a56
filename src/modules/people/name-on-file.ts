import type { Context } from '../../platform/context.ts';
import { displayNameOf } from './person.ts';
import { personsOfAccount } from './person.loaders.ts';

/** The name under which an account is on file with the association itself: other bodies' records stay theirs. */
export async function nameOnFile(
  context: Context,
  associationId: string,
  accountId: string | null,
): Promise<string | null> {
  if (accountId === null) return null;
  const persons = await context.load(personsOfAccount, accountId);
  const person = persons.find(one => one.associationId === associationId);
  return person ? displayNameOf(person) : null;
}
