import type { Parts } from '../context.ts';
import { within, type Tx } from '../database/database.ts';
import { statement } from '../database/statement.ts';
import { digest } from './digest.ts';
import { secretByDigest, stateOf, type SecretState } from './secret-state.ts';

const claim = statement<{ subject_id: string; facts: object; expires_at: Date }>(
  'one-time-secret-claim',
  `update one_time_secret set used_at = $3
   where digest = $1 and purpose = $2 and used_at is null and replaced_at is null and expires_at > $3
   returning subject_id, facts, expires_at`,
);

/** Uses it up. Of many that try at once, one is answered `USABLE`, and only if its transaction commits. */
export async function claimSecret<Facts extends object = Record<string, unknown>>(
  parts: Pick<Parts, 'clock'>,
  tx: Tx,
  purpose: string,
  secret: string,
): Promise<SecretState<Facts>> {
  const now = parts.clock.now();
  const [claimed] = await within(tx, claim, [digest(secret), purpose, now]);
  if (claimed) return stateOf({ ...claimed, used_at: null, replaced_at: null }, now);

  const [row] = await within(tx, secretByDigest, [digest(secret), purpose]);
  return stateOf(row, now);
}
