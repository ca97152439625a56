import type { Locale } from '../../kernel/locale.ts';
import type { Context } from '../../platform/context.ts';
import type { Tx } from '../../platform/database/database.ts';
import { queueMail } from '../../platform/mail/queue-mail.ts';
import { issueSecret, type IssuedSecret } from '../../platform/secrets/one-time-secret.ts';
import { accountById, addressesThatSignIn } from '../accounts/index.ts';
import { pageUrl } from '../integrations/index.ts';
import type { FoundInvitation } from './find-invitation.ts';
import type { InvitationEntity } from './invitation.entity.ts';
import { acceptedLetter, type AcceptedLetterValues } from './invitation.mails.ts';
import { associationName, targetWords } from './target-words.ts';

/** Of the secret behind « ce n'est pas moi »; its subject is the invitation. */
export const DISPUTE = 'INVITATION_DISPUTE';
const DISPUTE_SECONDS = 30 * 86_400;

/** Somebody to be told, and what they are told but for the name. */
export interface NewsReader {
  readonly to: string;
  readonly locale: Locale;
  readonly values: Omit<AcceptedLetterValues, 'accepter'>;
}

/** Whom to tell of an acceptance, and what, but for the name. Read before the transaction opens. */
export async function readersOfNews(
  context: Context,
  found: FoundInvitation,
): Promise<readonly NewsReader[]> {
  const { row } = found;
  const invitee = { to: row.email, locale: row.locale, reader: 'INVITEE' as const };
  const inviter = await inviterOf(context, row.inviterAccountId);
  const readers = inviter ? [invitee, { ...inviter, reader: 'INVITER' as const }] : [invitee];
  return Promise.all(readers.map(one => readerOf(context, found, one)));
}

/** Tells the invited address and the inviter who accepted. Both hold the same secret: either one's word is enough. */
export async function tellOfAcceptance(
  context: Context,
  tx: Tx,
  { row }: FoundInvitation,
  { readers, accepter }: { readonly readers: readonly NewsReader[]; readonly accepter: string },
): Promise<void> {
  const issued = await issueSecret(context, tx, {
    purpose: DISPUTE,
    subjectId: row.id,
    facts: {},
    lifetimeSeconds: DISPUTE_SECONDS,
  });
  await queueNews(context, tx, row, { readers, accepter, issued });
}

/** The mails themselves, on the record of the one invited and of the one who invited. */
export async function queueNews(
  context: Context,
  tx: Tx,
  { associationId, personId, inviterAccountId }: InvitationEntity,
  {
    readers,
    accepter,
    issued: { secret, expiresAt },
  }: { readonly readers: readonly NewsReader[]; readonly accepter: string; readonly issued: IssuedSecret },
): Promise<void> {
  for (const { to, locale, values } of readers) {
    const isInviter = values.reader === 'INVITER' && inviterAccountId !== null;
    await queueMail(context, tx, {
      letter: acceptedLetter,
      to,
      locale,
      associationId,
      values: { ...values, accepter },
      secret,
      sendBefore: expiresAt,
      ...(isInviter ? { accountId: inviterAccountId } : { personId }),
    });
  }
}

async function readerOf(
  context: Context,
  { row, association }: FoundInvitation,
  {
    to,
    locale,
    reader,
  }: { readonly to: string; readonly locale: Locale; readonly reader: 'INVITEE' | 'INVITER' },
): Promise<NewsReader> {
  const [page, target] = await Promise.all([
    pageUrl(context, association.id, 'INVITATION', locale),
    targetWords(context, row, locale),
  ]);
  const values = {
    invitationId: row.id,
    association: associationName(association, locale),
    reader,
    address: row.email,
    target,
    page,
  };
  return { to, locale, values };
}

async function inviterOf(
  context: Context,
  accountId: string | null,
): Promise<{ readonly to: string; readonly locale: Locale } | null> {
  if (accountId === null) return null;
  const [account, addresses] = await Promise.all([
    context.load(accountById, accountId),
    addressesThatSignIn(context, accountId),
  ]);
  const primary = addresses.find(address => address.isPrimary);
  return account && primary ? { to: primary.address, locale: account.locale } : null;
}
