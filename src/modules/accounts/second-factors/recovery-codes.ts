import type { Context } from '../../../platform/context.ts';
import { within, type Tx } from '../../../platform/database/database.ts';
import { statement } from '../../../platform/database/statement.ts';
import { digest } from '../../../platform/secrets/digest.ts';
import { newRecoveryCode, readRecoveryCode } from './recovery-code.ts';

const HOW_MANY = 10;

const dropCodes = statement('recovery-codes-drop', 'delete from recovery_code where account_id = $1');
const addCodes = statement(
  'recovery-codes-add',
  'insert into recovery_code (digest, account_id, issued_at) select unnest($2::bytea[]), $1, $3',
);
const useCode = statement<{ account_id: string }>(
  'recovery-codes-use',
  `update recovery_code set used_at = $3 where account_id = $1 and digest = $2 and used_at is null
   returning account_id`,
);
const countCodes = statement<{ left: number }>(
  'recovery-codes-count',
  'select count(*)::int as left from recovery_code where account_id = $1 and used_at is null',
);

/** Puts new codes in the place of all earlier ones. They are known to nobody but the reader from here on. */
export async function renewRecoveryCodes(
  { clock, random }: Pick<Context, 'clock' | 'random'>,
  tx: Tx,
  accountId: string,
): Promise<string[]> {
  const codes = Array.from({ length: HOW_MANY }, () => newRecoveryCode(random));
  await within(tx, dropCodes, [accountId]);
  await within(tx, addCodes, [accountId, codes.map(digest), clock.now()]);
  return codes;
}

/** False for what is no code of the account, or one that was used. */
export async function useRecoveryCode(
  { clock }: Pick<Context, 'clock'>,
  tx: Tx,
  accountId: string,
  typed: string,
): Promise<boolean> {
  const code = readRecoveryCode(typed);
  if (code === null) return false;
  return (await within(tx, useCode, [accountId, digest(code), clock.now()])).length === 1;
}

export async function recoveryCodesLeft(tx: Tx, accountId: string): Promise<number> {
  const [row] = await within(tx, countCodes, [accountId]);
  return row?.left ?? 0;
}
