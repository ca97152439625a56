import type { Context } from '../../platform/context.ts';
import { within, type Tx } from '../../platform/database/database.ts';
import { statement } from '../../platform/database/statement.ts';
import { dropPendingSignIns } from './second-factors/pending-sign-in.ts';

/** Purposes of the secrets that people get by mail for their account, which is the subject of these three. */
export const EMAIL_CHANGE = 'EMAIL_CHANGE';
export const EMAIL_CONFIRMATION = 'EMAIL_CONFIRMATION';
export const PASSWORD_RESET = 'PASSWORD_RESET';
/** Of a further address; its subject is the address that waits. */
export const EMAIL_ADDITION = 'EMAIL_ADDITION';

const HOUR = 3600;
export const EMAIL_SECRET_SECONDS = 24 * HOUR;

/** A link confirms the address that it was mailed to, whatever became of the account since. */
export interface EmailSecretFacts {
  readonly address: string;
  /** Where the account is not the secret's subject. */
  readonly accountId?: string;
}

const killSecrets = statement(
  'accounts-kill-secrets',
  `update one_time_secret set replaced_at = $2
   where subject_id = $1 and used_at is null and replaced_at is null`,
);

const killSecretsTo = statement(
  'accounts-kill-secrets-to',
  `update one_time_secret set replaced_at = $3
   where subject_id = $1 and lower(facts ->> 'address') = lower($2) and used_at is null and replaced_at is null`,
);

const dropPending = statement(
  'accounts-drop-pending-addresses',
  'delete from pending_address where account_id = $1',
);

/**
 * What lies in somebody's mailbox, a sign-in half done, and addresses that wait to be added, stop working when the
 * password or the address changes.
 */
export async function killOutstandingSecrets(
  context: Pick<Context, 'clock'>,
  tx: Tx,
  accountId: string,
): Promise<void> {
  await within(tx, killSecrets, [accountId, context.clock.now()]);
  await within(tx, dropPending, [accountId]);
  await dropPendingSignIns(tx, accountId);
}

/** What was mailed to an address stops working when the account gives the address up. */
export const killSecretsMailedTo = (
  context: Pick<Context, 'clock'>,
  tx: Tx,
  accountId: string,
  address: string,
): Promise<unknown> => within(tx, killSecretsTo, [accountId, address, context.clock.now()]);
