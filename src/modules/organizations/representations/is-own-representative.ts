import type { Context } from '../../../platform/context.ts';
import { isOwnPerson, personSearchKey, personsOfActor, type PersonEntity } from '../../people/index.ts';

/** Somebody who represents, as far as it tells who that is. */
export type NamedRepresentative = Pick<PersonEntity, 'accountId' | 'givenName' | 'familyName'>;

/**
 * Whether it is the signed-in person or somebody of their household: by account, or by a name behind which no account
 * stands, on file or not. A record is not needed to gain what a representative has. Of namesakes accounts tell.
 */
export async function isOwnRepresentative(
  context: Context,
  representative: NamedRepresentative,
): Promise<boolean> {
  if (representative.accountId !== null) return isOwnPerson(context, representative);
  const key = personSearchKey(representative);
  return (await personsOfActor(context)).some(own => personSearchKey(own) === key);
}
