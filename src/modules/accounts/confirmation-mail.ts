import type { EmailAddress } from '../../kernel/email-address.ts';
import type { Context } from '../../platform/context.ts';
import type { Tx } from '../../platform/database/database.ts';
import type { Letter } from '../../platform/mail/letter.ts';
import { queueMail } from '../../platform/mail/queue-mail.ts';
import { issueSecret, type IssuedSecret } from '../../platform/secrets/one-time-secret.ts';
import { pageUrl } from '../integrations/index.ts';
import type { LinkValues } from './account.mails.ts';
import type { AccountRow } from './account-state.ts';
import { clientOf } from './actor-of.ts';
import { EMAIL_ADDITION, EMAIL_SECRET_SECONDS, type EmailSecretFacts } from './email-secrets.ts';

/** Where the link of a confirmation mail leads, in the language of the account. Asked for before a transaction. */
export const confirmationPage = (context: Context, { locale }: AccountRow): Promise<string> =>
  pageUrl(context, clientOf(context).associationId, 'EMAIL_CONFIRMATION', locale);

/** Makes a secret that confirms this address for this account; the earlier ones of the purpose stop working. */
export function issueEmailSecret(
  context: Context,
  tx: Tx,
  purpose: string,
  { id }: AccountRow,
  address: Pick<EmailAddress, 'typed'>,
): Promise<IssuedSecret> {
  const facts: EmailSecretFacts = { address: address.typed };
  return issueSecret(context, tx, { purpose, subjectId: id, facts, lifetimeSeconds: EMAIL_SECRET_SECONDS });
}

/** Makes a secret that adds this address, which waits under that id, to the account. */
export function issueAdditionSecret(
  context: Pick<Context, 'clock' | 'random'>,
  tx: Tx,
  pendingId: string,
  accountId: string,
  address: string,
): Promise<IssuedSecret> {
  const facts: EmailSecretFacts = { address, accountId };
  const lifetimeSeconds = EMAIL_SECRET_SECONDS;
  return issueSecret(context, tx, { purpose: EMAIL_ADDITION, subjectId: pendingId, facts, lifetimeSeconds });
}

/** Mails the link to the address that it confirms, and to no other. */
export async function mailLink(
  context: Context,
  tx: Tx,
  letter: Letter<LinkValues>,
  { id, locale }: AccountRow,
  { to, page, issued }: { readonly to: string; readonly page: string; readonly issued: IssuedSecret },
): Promise<void> {
  await queueMail(context, tx, {
    letter,
    to,
    locale,
    accountId: id,
    associationId: clientOf(context).associationId,
    values: { page },
    secret: issued.secret,
    sendBefore: issued.expiresAt,
  });
}
