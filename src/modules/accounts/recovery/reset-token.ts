import type { Context, Parts } from '../../../platform/context.ts';
import type { Tx } from '../../../platform/database/database.ts';
import {
  issueSecret,
  readSecret,
  type IssuedSecret,
  type SecretState,
} from '../../../platform/secrets/one-time-secret.ts';
import { clientOf } from '../actor-of.ts';
import { PASSWORD_RESET } from '../email-secrets.ts';

/** What holds of a mailed link to set a password. */
export interface ResetFacts {
  /** To which it was mailed: whoever uses it reads mail there. */
  readonly address: string;
  /** The tree whose page it leads to: the clients of others do not know it. */
  readonly rootId: string;
}

/** Makes the token of a link; the account's earlier ones stop working. */
export const issueResetToken = (
  parts: Pick<Parts, 'clock' | 'random'>,
  tx: Tx,
  accountId: string,
  facts: ResetFacts,
  minutes: number,
): Promise<IssuedSecret> =>
  issueSecret(parts, tx, {
    purpose: PASSWORD_RESET,
    subjectId: accountId,
    facts,
    lifetimeSeconds: minutes * 60,
  });

/** Looks at a token without using it up. One of another tree was never one here. */
export async function readResetToken(context: Context, token: string): Promise<SecretState<ResetFacts>> {
  const found = await readSecret<ResetFacts>(context, PASSWORD_RESET, token);
  const isOurs = found.state !== 'UNKNOWN' && found.facts.rootId === clientOf(context).rootId;
  return isOurs ? found : { state: 'UNKNOWN' };
}
