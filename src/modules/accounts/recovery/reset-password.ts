import { readEmailAddress } from '../../../kernel/email-address.ts';
import { recordAudit } from '../../../platform/audit/record-audit.ts';
import type { Context } from '../../../platform/context.ts';
import { within, type Tx } from '../../../platform/database/database.ts';
import { onceAfter } from '../../../platform/database/idempotency.ts';
import { statement } from '../../../platform/database/statement.ts';
import { claimSecret } from '../../../platform/secrets/one-time-secret.ts';
import { mailToOf, tell } from '../account.notices.ts';
import { holdAccount, readAccountNow, type AccountRow } from '../account-state.ts';
import { clientOf } from '../actor-of.ts';
import { addVerifiedAddress } from '../addresses.ts';
import { killOutstandingSecrets, PASSWORD_RESET } from '../email-secrets.ts';
import { judgeNewPassword } from '../judge-new-password.ts';
import { rememberBrowser } from '../sessions/known-browsers.ts';
import { passwordWasSet } from './recovery.mails.ts';
import { refuseResetToken } from './reset-token.problems.ts';
import { readResetToken, type ResetFacts } from './reset-token.ts';

export interface ResetPassword {
  readonly token: string;
  readonly newPassword: string;
  readonly idempotencyKey: string | undefined;
}

const setPassword = statement(
  'reset-password-set',
  'update account set password_hash = $2, password_changed_at = $3 where id = $1',
);

const endSessions = statement<{ readonly id: string }>(
  'reset-password-end-sessions',
  `update session set ended_at = $2, ended_why = 'PASSWORD_RESET'
   where account_id = $1 and ended_at is null returning id`,
);

const isOnFile = statement<{ readonly id: string }>(
  'reset-password-address',
  'select id from account_address where account_id = $1 and normalized = $2 and verified_at is null',
);

/**
 * Sets a password by a mailed link, once. Every session ends, other mailed links stop working, the person is told, and
 * nobody is signed in: whoever found the link must still know what signs in.
 *
 * The browser is known to the account from then on (`deviceToken`): it can sign in while strangers spend the account's
 * guesses.
 *
 * Using the link proves that the person reads the mail of the address that it went to. If that address is the
 * account's own and was not verified yet, it is from now on, and signs in. An address at which people are only written
 * to, and which several may share, stays what it is.
 */
export async function resetPassword(
  context: Context,
  { token, newPassword, idempotencyKey: key }: ResetPassword,
): Promise<{ readonly deviceToken: string }> {
  const prepare = async (): Promise<{ accountId: string; hash: string }> => {
    const found = await readResetToken(context, token);
    if (found.state !== 'USABLE') return refuseResetToken(found.state);
    const account = await readAccountNow(context, found.subjectId);
    if (account.disabledAt !== null) return refuseResetToken('UNKNOWN');
    await judgeNewPassword(context, account, newPassword);
    return { accountId: account.id, hash: await context.passwords.hash(newPassword) };
  };
  const repeatable = { operation: 'resetPassword', key, input: { token, newPassword } };
  return onceAfter(context, prepare, repeatable, async (tx, { accountId, hash }) => {
    const account = await holdAccount(tx, accountId);
    const claim = await claimSecret<ResetFacts>(context, tx, PASSWORD_RESET, token);
    if (claim.state !== 'USABLE') return refuseResetToken(claim.state);
    if (account.disabledAt !== null) return refuseResetToken('UNKNOWN');

    const now = context.clock.now();
    await within(tx, setPassword, [account.id, hash, now]);
    const ended = await within(tx, endSessions, [account.id, now]);
    await killOutstandingSecrets(context, tx, account.id);
    const verified = await verifyOwnAddress(context, tx, account, claim.facts);
    await tellPerson(context, tx, account, claim.facts);
    await recordAudit(context, tx, {
      act: 'resetPassword',
      subjectKind: 'Account',
      subjectId: account.id,
      associationId: clientOf(context).associationId,
      after: {
        firstAccess: account.passwordHash === null,
        sessionsEnded: ended.length,
        addressVerified: verified,
      },
    });
    return { deviceToken: await rememberBrowser(context, tx, account.id, null) };
  });
}

async function verifyOwnAddress(
  context: Context,
  tx: Tx,
  { id }: AccountRow,
  facts: ResetFacts,
): Promise<boolean> {
  const address = readEmailAddress(facts.address);
  if (!address) throw new Error('a link to set a password was mailed to no address');
  const [own] = await within(tx, isOnFile, [id, address.normalized]);
  return own !== undefined && (await addVerifiedAddress(context, tx, id, address)) !== null;
}

async function tellPerson(
  context: Context,
  tx: Tx,
  { id, locale, passwordHash }: AccountRow,
  { address }: ResetFacts,
): Promise<void> {
  const to = (await mailToOf(tx, id)) ?? { accountId: id, address, locale };
  await tell(context, tx, to, passwordWasSet, { firstAccess: passwordHash === null });
}
