import type { Context } from '../../platform/context.ts';
import { within, type Tx } from '../../platform/database/database.ts';
import { statement } from '../../platform/database/statement.ts';
import { holdAccount } from './account-state.ts';
import { killOutstandingSecrets } from './email-secrets.ts';
import { endOtherSessions } from './end-session.ts';

const bar = statement(
  'account-bar',
  'update account set disabled_at = $2 where id = $1 and disabled_at is null',
);
// One that went into another account is closed for good.
const reopen = statement(
  'account-open-again',
  'update account set disabled_at = null where id = $1 and linked_into_id is null',
);

/** Nobody signs in to the account of somebody who died: its sessions end, and what was mailed for it works no more. */
export async function barSignIn(context: Pick<Context, 'clock'>, tx: Tx, accountId: string): Promise<void> {
  await holdAccount(tx, accountId);
  await within(tx, bar, [accountId, context.clock.now()]);
  await killOutstandingSecrets(context, tx, accountId);
  await endOtherSessions(context, tx, { accountId, sessionId: null, why: 'HOLDER_DIED' });
}

/** They live after all, and sign in again as before. */
export async function openSignInAgain(tx: Tx, accountId: string): Promise<void> {
  await holdAccount(tx, accountId);
  await within(tx, reopen, [accountId]);
}
