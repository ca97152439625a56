import type { Context } from '../../platform/context.ts';
import { within, type Tx } from '../../platform/database/database.ts';
import { statement } from '../../platform/database/statement.ts';
import { dropPendingSignIns } from './second-factors/pending-sign-in.ts';

/** Purposes of the secrets that people get by mail for their account, which is the subject of all three. */
export const EMAIL_CHANGE = 'EMAIL_CHANGE';
export const EMAIL_CONFIRMATION = 'EMAIL_CONFIRMATION';
export const PASSWORD_RESET = 'PASSWORD_RESET';

const HOUR = 3600;
export const EMAIL_SECRET_SECONDS = 24 * HOUR;

/** A link confirms the address that it was mailed to, whatever became of the account since. */
export interface EmailSecretFacts {
  readonly address: string;
}

const killSecrets = statement(
  'accounts-kill-secrets',
  `update one_time_secret set replaced_at = $2
   where subject_id = $1 and used_at is null and replaced_at is null`,
);

/** What lies in somebody's mailbox, and a sign-in half done, stop working when the password or the address changes. */
export async function killOutstandingSecrets(
  context: Pick<Context, 'clock'>,
  tx: Tx,
  accountId: string,
): Promise<void> {
  await within(tx, killSecrets, [accountId, context.clock.now()]);
  await dropPendingSignIns(tx, accountId);
}
