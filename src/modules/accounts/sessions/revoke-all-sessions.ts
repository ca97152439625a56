import { recordAudit } from '../../../platform/audit/record-audit.ts';
import type { Context } from '../../../platform/context.ts';
import { actorOf, clientOf } from '../actor-of.ts';
import { endOtherSessions } from '../end-session.ts';
import { dropPendingSignIns } from '../second-factors/pending-sign-in.ts';

/**
 * Ends the person’s sessions everywhere, and whatever sign-in is only half done. How many that were is not answered: it
 * would tell a site of other trees.
 */
export async function revokeAllSessions(
  context: Context,
  { exceptCurrent }: { readonly exceptCurrent: boolean },
): Promise<void> {
  const { accountId, sessionId } = actorOf(context);
  await context.db.transaction(async tx => {
    const kept = exceptCurrent ? sessionId : null;
    const ended = await endOtherSessions(context, tx, { accountId, sessionId: kept, why: 'REVOKED' });
    await dropPendingSignIns(tx, accountId);
    await recordAudit(context, tx, {
      act: 'revokeAllSessions',
      subjectKind: 'Account',
      subjectId: accountId,
      associationId: clientOf(context).associationId,
      after: { sessionsEnded: ended, exceptCurrent },
    });
  });
}
