import type { Parts } from '../context.ts';
import { digest } from './digest.ts';
import { secretByDigest, stateOf, type SecretState } from './secret-state.ts';

/** Looks without using it up: opening a link changes nothing. */
export async function readSecret<Facts extends object = Record<string, unknown>>(
  parts: Pick<Parts, 'clock' | 'db'>,
  purpose: string,
  secret: string,
): Promise<SecretState<Facts>> {
  const [row] = await parts.db.read(secretByDigest, [digest(secret), purpose]);
  return stateOf(row, parts.clock.now());
}
