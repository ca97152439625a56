import { readEmailAddress, type EmailAddress } from '../../../kernel/email-address.ts';
import type { OwnAddress } from '../addresses.ts';
import type { RecoveryPerson } from './recovery-claims.ts';

export interface Concerned {
  readonly addresses: readonly OwnAddress[];
  readonly persons: readonly RecoveryPerson[];
  /** The associations where the account holds something now. */
  readonly heldIn: readonly string[];
  readonly administersRealm: boolean;
}

/**
 * Whether a mail there may open the account. A mailbox that nobody has proved here is what an association says of it:
 * it opens what that association has given, and nothing that another one has, nor what the operator has.
 */
export function mailboxSuffices(
  { addresses, persons, heldIn, administersRealm }: Concerned,
  { normalized }: EmailAddress,
): boolean {
  const own = addresses.find(address => address.normalized === normalized);
  if (own && own.verifiedAt !== null) return true;
  if (administersRealm) return false;
  if (own?.importedBy === null) return true;
  const said = new Set<string>(
    persons
      .filter(({ contactEmail }) => contactEmail && readEmailAddress(contactEmail)?.normalized === normalized)
      .map(({ associationId }) => associationId),
  );
  if (own?.importedBy) said.add(own.importedBy);
  return [...heldIn, ...persons.map(({ associationId }) => associationId)].every(id => said.has(id));
}
