import { fromPublicId } from '../../../kernel/id.ts';
import type { Context } from '../../../platform/context.ts';
import { within, type Tx } from '../../../platform/database/database.ts';
import { statement } from '../../../platform/database/statement.ts';
import { refuse } from '../../../platform/problem.ts';
import { actorOf } from '../actor-of.ts';
import { endSession } from '../end-session.ts';
import { SessionNotFound } from './session.problems.ts';

const own = statement<{ id: string }>(
  'revoke-session-own',
  `select s.id from session s join client c on c.id = s.client_id join association o on o.id = c.association_id
   where s.id = $1 and s.account_id = $2 and ($3::uuid is null or o.root_id = $3)`,
);

/**
 * Ends one session of the person’s own, through whichever site of the caller’s tree it was opened; of any tree on the
 * realm’s own page, where no site asks. Ending it twice is ending it.
 */
export async function revokeSession(
  context: Context,
  { sessionId }: { readonly sessionId: string },
): Promise<{ readonly endedSelf: boolean }> {
  const actor = actorOf(context);
  const id = fromPublicId('Session', sessionId);
  if (!id) return refuse(new SessionNotFound());
  await context.db.transaction(async (tx: Tx) => {
    const [found] = await within(tx, own, [id, actor.accountId, context.client?.rootId ?? null]);
    if (!found) refuse(new SessionNotFound());
    await endSession(context, tx, { sessionId: id, act: 'revokeSession', why: 'REVOKED' });
  });
  return { endedSelf: id === actor.sessionId };
}
