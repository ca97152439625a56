import { readEmailAddress, type EmailAddress } from '../../../kernel/email-address.ts';
import type { Context } from '../../../platform/context.ts';
import type { Tx } from '../../../platform/database/database.ts';
import { statement } from '../../../platform/database/statement.ts';
import {
  asItWas,
  queueMail,
  WhyNotAgain,
  type MailOnFile,
  type SendAgain,
} from '../../../platform/mail/index.ts';
import { realmAdministratorsAmong } from '../../associations/index.ts';
import { holdAccount } from '../account-state.ts';
import { addressesOnFile } from '../addresses.ts';
import { mailboxSuffices } from './mailbox-suffices.ts';
import { recoveryClaims } from './recovery-claims.ts';
import { recoveryRulesHeld } from './recovery-policy.ts';
import { passwordResetLink, usernameReminder, type ResetLinkValues } from './recovery.mails.ts';
import { issueResetToken } from './reset-token.ts';

type ResetEntry = ResetLinkValues['entries'][number];

const treeOf = statement<{ rootId: string }>(
  'send-again-tree',
  'select root_id as "rootId" from association where id = $1',
);

/** Whether mail about the account still goes to this address, and may still open it. */
async function isReachedAt(context: Context, accountId: string, to: string): Promise<boolean> {
  const address = readEmailAddress(to);
  if (!address) return false;
  const addresses = await addressesOnFile(context, accountId);
  const isOn =
    addresses.length > 0
      ? addresses.some(
          one => one.normalized === address.normalized && (one.isPrimary || one.verifiedAt !== null),
        )
      : await isWrittenToAt(context, accountId, address);
  if (!isOn) return false;
  const persons = await context.ports.of(recoveryClaims).personsOf(context, [accountId]);
  const held = await recoveryRulesHeld(context, [accountId]);
  const heldIn = held.map(({ associationId }) => associationId);
  const administersRealm = (await realmAdministratorsAmong(context, [accountId])).length > 0;
  return mailboxSuffices({ addresses, persons, heldIn, administersRealm }, address);
}

async function isWrittenToAt(context: Context, accountId: string, address: EmailAddress): Promise<boolean> {
  const people = await context.ports.of(recoveryClaims).accountsAt(context, address);
  return people.some(id => id === accountId);
}

/** A new link for each account of the mail that is still reached at its address. */
export const sendResetAgain: SendAgain = async (context, mail) => {
  const { entries } = mail.values as ResetLinkValues;
  const [tree] = await context.db.read(treeOf, [mail.associationId]);
  const known = entries.map(entry => ({ ...entry, accountId: entry.accountId ?? mail.accountId }));
  const reached = await Promise.all(
    known.map(
      async ({ accountId }) => accountId !== null && (await isReachedAt(context, accountId, mail.to)),
    ),
  );
  const open = known.filter((_, place) => reached[place]);
  if (!tree || open.length === 0) return WhyNotAgain.ADDRESS_CHANGED;
  return tx => mailFreshLinks(context, tx, mail, { entries: open, rootId: tree.rootId });
};

async function mailFreshLinks(
  context: Context,
  tx: Tx,
  { to, locale, associationId, accountId, values }: MailOnFile,
  { entries, rootId }: { readonly entries: readonly ResetEntry[]; readonly rootId: string },
): Promise<boolean> {
  const { minutes } = values as ResetLinkValues;
  const links = [];
  // In the order of their ids, as every other act that holds several.
  for (const entry of entries.toSorted((a, b) => ((a.accountId ?? '') < (b.accountId ?? '') ? -1 : 1))) {
    const { id, disabledAt, passwordHash } = await holdAccount(tx, entry.accountId ?? '');
    if (disabledAt !== null) continue;
    const issued = await issueResetToken(context, tx, id, { address: to, rootId }, minutes);
    links.push({ issued, entry: { ...entry, firstAccess: passwordHash === null } });
  }
  const [first] = links;
  if (!first) return false;
  await queueMail(context, tx, {
    letter: passwordResetLink,
    to,
    locale,
    associationId,
    values: { minutes, entries: links.map(({ entry }) => entry) },
    secret: links.map(({ issued }) => issued.secret).join(' '),
    sendBefore: first.issued.expiresAt,
    ...(accountId !== null && { accountId }),
  });
  return true;
}

/** It names what signs in, so that it goes to nobody who left the address. */
export const sendReminderAgain: SendAgain = async (context, mail) => {
  const { accountId, to } = mail;
  const isReached = accountId !== null && (await isReachedAt(context, accountId, to));
  return isReached ? asItWas(usernameReminder)(context, mail) : WhyNotAgain.ADDRESS_CHANGED;
};
