import { readEmailAddress, type EmailAddress } from '../../../kernel/email-address.ts';
import type { Recoverable } from './find-recoverable.ts';
import { namesMatch } from './names-match.ts';
import type { RecoveryAsked } from './recovery-asked.ts';

/**
 * Where an account's recovery mail goes: to the address that was typed if the account has proved it, else to its
 * primary one. What people are only written to at, which couples and offices share, serves accounts without an address
 * of their own. Null when nothing is on file.
 */
export function mailboxOf(
  { addresses, persons }: Recoverable,
  { identifier, names }: RecoveryAsked,
): EmailAddress | null {
  const typed = readEmailAddress(identifier)?.normalized;
  const own =
    addresses.find(one => one.normalized === typed && one.verifiedAt !== null) ??
    addresses.find(one => one.isPrimary);
  if (own) return { typed: own.address, normalized: own.normalized };

  const contacts = persons.flatMap(person => {
    const address = person.contactEmail === null ? null : readEmailAddress(person.contactEmail);
    return address === null ? [] : [{ person, address }];
  });
  const contact =
    contacts.find(({ address }) => address.normalized === typed) ??
    contacts.find(({ person }) => names !== null && namesMatch(names, person)) ??
    contacts[0];
  return contact?.address ?? null;
}
