import type { AccountId } from '../../../kernel/id.ts';
import type { Context } from '../../../platform/context.ts';
import { within, type Tx } from '../../../platform/database/database.ts';
import { statement } from '../../../platform/database/statement.ts';
import { digest } from '../../../platform/secrets/digest.ts';
import { clientOf } from '../actor-of.ts';

/** Long enough to find a telephone. */
export const PENDING_SIGN_IN_MINUTES = 10;

export interface PendingSignIn {
  readonly challenge: string;
  readonly expiresAt: Date;
}

const begin = statement(
  'pending-sign-in-begin',
  'insert into pending_sign_in (digest, account_id, client_id, expires_at) values ($1, $2, $3, $4)',
);
const find = statement<{ accountId: AccountId }>(
  'pending-sign-in-find',
  `select account_id as "accountId" from pending_sign_in where digest = $1 and client_id = $2 and expires_at > $3`,
);
const end = statement<{ account_id: string }>(
  'pending-sign-in-end',
  `delete from pending_sign_in where digest = $1 and client_id = $2 and expires_at > $3 returning account_id`,
);
const drop = statement('pending-sign-in-drop', 'delete from pending_sign_in where account_id = $1');

/** Notes that the password was given. Whoever holds the challenge may show a factor, through this client alone. */
export async function beginPendingSignIn(
  context: Context,
  tx: Tx,
  accountId: string,
): Promise<PendingSignIn> {
  const challenge = `affilia_once_${Buffer.from(context.random(24)).toString('base64url')}`;
  const expiresAt = new Date(context.clock.now().getTime() + PENDING_SIGN_IN_MINUTES * 60_000);
  await within(tx, begin, [digest(challenge), accountId, clientOf(context).id, expiresAt]);
  return { challenge, expiresAt };
}

/** Whose it is, without using it up; null when it is over. */
export async function pendingAccount(context: Context, challenge: string): Promise<AccountId | null> {
  const [found] = await context.db.read(find, valuesOf(context, challenge));
  return found?.accountId ?? null;
}

/** Uses it up: of many that try at once, one is told true. */
export const endPendingSignIn = async (context: Context, tx: Tx, challenge: string): Promise<boolean> =>
  (await within(tx, end, valuesOf(context, challenge))).length === 1;

/** What was begun with a password that is no longer the right one leads nowhere. */
export const dropPendingSignIns = (tx: Tx, accountId: string): Promise<unknown> =>
  within(tx, drop, [accountId]);

const valuesOf = (context: Context, challenge: string): readonly unknown[] => [
  digest(challenge),
  clientOf(context).id,
  context.clock.now(),
];
