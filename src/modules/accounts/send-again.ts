import { readEmailAddress } from '../../kernel/email-address.ts';
import type { Context } from '../../platform/context.ts';
import type { Tx } from '../../platform/database/database.ts';
import { statement } from '../../platform/database/statement.ts';
import {
  queueMail,
  type Letter,
  type MailOnFile,
  type SendAgain,
  type SendAgainByLetter,
} from '../../platform/mail/index.ts';
import type { IssuedSecret } from '../../platform/secrets/one-time-secret.ts';
import { emailChangeLink, emailConfirmationLink, type LinkValues } from './account.mails.ts';
import { readAccountNow } from './account-state.ts';
import { addressesOnFile } from './addresses.ts';
import { issueEmailSecret } from './confirmation-mail.ts';
import { EMAIL_CHANGE, EMAIL_CONFIRMATION } from './email-secrets.ts';
import { recoveryClaims } from './recovery/recovery-claims.ts';
import { passwordResetLink, type ResetLinkValues } from './recovery/recovery.mails.ts';
import { issueResetToken } from './recovery/reset-token.ts';

const waitingChange = statement<{ id: string }>(
  'send-again-waiting-change',
  `select id from one_time_secret
   where purpose = $1 and subject_id = $2 and facts ->> 'address' = $3 and used_at is null and replaced_at is null
     and expires_at > $4`,
);

const treeOf = statement<{ rootId: string }>(
  'send-again-tree',
  'select root_id as "rootId" from association where id = $1',
);

async function queueAgain<Values extends object>(
  context: Context,
  tx: Tx,
  letter: Letter<Values>,
  { to, locale, associationId, accountId, values }: MailOnFile,
  { secret, expiresAt }: IssuedSecret,
): Promise<boolean> {
  await queueMail(context, tx, {
    letter,
    to,
    locale,
    associationId,
    values: values as Values,
    secret,
    sendBefore: expiresAt,
    ...(accountId !== null && { accountId }),
  });
  return true;
}

const emailLink =
  (letter: Letter<LinkValues>, purpose: string, isWanted: SendAgainWanted): SendAgain =>
  async (context, mail) => {
    const { accountId, to } = mail;
    if (accountId === null || !(await isWanted(context, accountId, to))) return null;
    const account = await readAccountNow(context, accountId);
    return async tx =>
      queueAgain(
        context,
        tx,
        letter,
        mail,
        await issueEmailSecret(context, tx, purpose, account, { typed: to }),
      );
  };

type SendAgainWanted = (context: Context, accountId: string, to: string) => Promise<boolean>;

/** The address must still wait for this very confirmation. */
const isUnconfirmed: SendAgainWanted = async (context, accountId, to) =>
  (await addressesOnFile(context, accountId)).some(
    one => one.isPrimary && one.verifiedAt === null && one.address === to,
  );

const isStillAsked: SendAgainWanted = async ({ db, clock }, accountId, to) =>
  (await db.read(waitingChange, [EMAIL_CHANGE, accountId, to, clock.now()])).length > 0;

/** To an address at which the account is still reached; a link for several accounts is asked for anew instead. */
const resetLink: SendAgain = async (context, mail) => {
  const { accountId, to } = mail;
  const { minutes, entries } = mail.values as ResetLinkValues;
  if (accountId === null || entries.length !== 1 || !(await isReachedAt(context, accountId, to))) return null;
  const [tree] = await context.db.read(treeOf, [mail.associationId]);
  if (!tree || (await readAccountNow(context, accountId)).disabledAt !== null) return null;
  const facts = { address: to, rootId: tree.rootId };
  return async tx =>
    queueAgain(
      context,
      tx,
      passwordResetLink,
      mail,
      await issueResetToken(context, tx, accountId, facts, minutes),
    );
};

async function isReachedAt(context: Context, accountId: string, to: string): Promise<boolean> {
  const address = readEmailAddress(to);
  if (!address) return false;
  const own = await addressesOnFile(context, accountId);
  if (own.length > 0)
    return own.some(
      one => one.normalized === address.normalized && (one.isPrimary || one.verifiedAt !== null),
    );
  const people = await context.ports.of(recoveryClaims).accountsAt(context, address);
  return people.some(id => id === accountId);
}

/** Letters about a login whose secret is made anew when they are sent again. */
export const accountsSendAgain: SendAgainByLetter = {
  [emailConfirmationLink.name]: emailLink(emailConfirmationLink, EMAIL_CONFIRMATION, isUnconfirmed),
  [emailChangeLink.name]: emailLink(emailChangeLink, EMAIL_CHANGE, isStillAsked),
  [passwordResetLink.name]: resetLink,
};
