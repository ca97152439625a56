import type { Context } from '../../platform/context.ts';
import { personsOfAccount } from './person.loaders.ts';

/** The names of whoever uses an account, for rules that no answer shows, such as that a password holds none of them. */
export async function namesOfAccount(context: Context, accountId: string): Promise<readonly string[]> {
  const persons = await context.load(personsOfAccount, accountId);
  return persons.flatMap(({ givenName, familyName }) => [givenName, familyName]);
}
