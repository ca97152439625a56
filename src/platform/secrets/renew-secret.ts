import type { Parts } from '../context.ts';
import { within, type Tx } from '../database/database.ts';
import { statement } from '../database/statement.ts';
import { issueSecret, type IssuedSecret, type SecretOrder } from './issue-secret.ts';

const readOpen = statement<{ facts: object; expiresAt: Date }>(
  'one-time-secret-open',
  `select facts, expires_at as "expiresAt" from one_time_secret
   where purpose = $1 and subject_id = $2 and used_at is null and replaced_at is null and expires_at > $3
   for update`,
);

/**
 * A fresh secret in the place of one that still works: with its facts, and with its end, which does not move. Null
 * when there is none any more.
 */
export async function renewSecret(
  parts: Pick<Parts, 'clock' | 'random'>,
  tx: Tx,
  { purpose, subjectId }: Pick<SecretOrder, 'purpose' | 'subjectId'>,
): Promise<IssuedSecret | null> {
  const now = parts.clock.now();
  const [open] = await within(tx, readOpen, [purpose, subjectId, now]);
  if (!open) return null;
  const lifetimeSeconds = (open.expiresAt.getTime() - now.getTime()) / 1_000;
  return issueSecret(parts, tx, { purpose, subjectId, facts: open.facts, lifetimeSeconds });
}
