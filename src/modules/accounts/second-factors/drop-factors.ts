import { within, type Tx } from '../../../platform/database/database.ts';
import { statement } from '../../../platform/database/statement.ts';

const dropTotp = statement('factors-drop-totp', 'delete from totp_factor where account_id = $1');
const dropPasskeys = statement('factors-drop-passkeys', 'delete from passkey where account_id = $1');
const dropCodes = statement('factors-drop-codes', 'delete from recovery_code where account_id = $1');
const unprove = statement(
  'factors-unprove-sessions',
  'update session set factor_at = null where account_id = $1 and factor_at is not null and ended_at is null',
);

/** What is left over when the last factor goes: codes that stand in for nothing, and sessions that prove nothing. */
export async function dropRemains(tx: Tx, accountId: string): Promise<void> {
  await within(tx, dropCodes, [accountId]);
  await within(tx, unprove, [accountId]);
}

/** The password alone signs in from here on. */
export async function dropFactors(tx: Tx, accountId: string): Promise<void> {
  await within(tx, dropTotp, [accountId]);
  await within(tx, dropPasskeys, [accountId]);
  await dropRemains(tx, accountId);
}
