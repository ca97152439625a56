import type { Context } from '../../platform/context.ts';
import type { Tx } from '../../platform/database/database.ts';
import { once } from '../../platform/database/idempotency.ts';
import type { Statement } from '../../platform/database/statement.ts';
import { claimSecret, readSecret } from '../../platform/secrets/one-time-secret.ts';
import { clientOf } from './actor-of.ts';
import { confirmationRefusals } from './confirmation-refusals.ts';

/** Something that staff asked for in somebody's name, and to which that person can say no by a mailed link. */
export interface Contestable {
  /** The act in the words of the API. */
  readonly operation: string;
  /** Of the secret, whose subject is the row that was asked for. */
  readonly purpose: string;
  /** Finds the row by its id and the root of the tree for which it was asked. */
  readonly ofTree: Statement<{ id: string }>;
  /** Stops it and tells whom it concerns; false when it had ended otherwise. */
  readonly stop: (context: Context, tx: Tx, id: string) => Promise<boolean>;
}

export interface ContestByLink {
  readonly token: string;
  readonly idempotencyKey: string | undefined;
}

/** Says no to it, once. Nobody need be signed in: whoever has the link reads the person's mail. */
export async function contestByLink(
  context: Context,
  { operation, purpose, ofTree, stop }: Contestable,
  { token, idempotencyKey: key }: ContestByLink,
): Promise<void> {
  const refusals = await confirmationRefusals(context);
  const known = await readSecret(context, purpose, token);
  if (known.state === 'UNKNOWN') return refusals.UNKNOWN();
  const [here] = await context.db.read(ofTree, [known.subjectId, clientOf(context).rootId]);
  if (!here) return refusals.UNKNOWN();
  await once(context, { operation, key, input: { token } }, async tx => {
    // What was asked for comes before its secret, as in all that holds both.
    const stopped = await stop(context, tx, known.subjectId);
    const claim = await claimSecret(context, tx, purpose, token);
    if (claim.state !== 'USABLE') return refusals[claim.state]();
    // It took effect, or was withdrawn, a moment before.
    if (!stopped) return refusals.EXPIRED();
  });
}
