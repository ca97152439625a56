import { readEmailAddress, type EmailAddress } from '../../../kernel/email-address.ts';
import type { OwnAddress } from '../addresses.ts';
import type { Recoverable } from './find-recoverable.ts';
import { mailboxSuffices } from './mailbox-suffices.ts';
import { namesMatch } from './names-match.ts';
import type { RecoveryAsked } from './recovery-asked.ts';

/**
 * Where an account's recovery mail goes: to the address that was typed if the account has proved it, else to its
 * primary one, or to one that it has proved where the primary one does not open it. What people are only written to at, which couples and offices share, serves accounts without an address
 * of their own. Null when nothing is on file.
 */
export function mailboxOf(account: Recoverable, { identifier, names }: RecoveryAsked): EmailAddress | null {
  const { addresses, persons } = account;
  const typed = readEmailAddress(identifier)?.normalized;
  const proved = addresses.filter(one => one.verifiedAt !== null);
  const primary = addresses.find(one => one.isPrimary);
  const opens = (one: OwnAddress): boolean => mailboxSuffices(account, mailboxAt(one));
  const own =
    proved.find(one => one.normalized === typed) ??
    (primary && opens(primary) ? primary : (proved[0] ?? primary));
  if (own) return mailboxAt(own);

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

const mailboxAt = ({ address, normalized }: OwnAddress): EmailAddress => ({ typed: address, normalized });
