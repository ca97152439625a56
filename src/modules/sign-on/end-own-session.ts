import { toPublicId, type AccountId, type SessionId } from '../../kernel/id.ts';
import type { Context } from '../../platform/context.ts';
import { enqueue } from '../../platform/jobs/job.ts';
import { Refusal } from '../../platform/problem.ts';
import { revokeSession } from '../accounts/index.ts';
import { TELL_SITES } from './tell-sites.ts';

/** Ends one session of the person, at whichever site. One that is not theirs is not there: nothing happens. */
export async function endOwnSession(
  context: Context,
  { accountId, loginId }: { readonly accountId: AccountId; readonly loginId: SessionId },
  sessionId: SessionId,
): Promise<void> {
  const actor = { accountId, sessionId: loginId, authenticatedAt: new Date(0), factorAt: null };
  try {
    await revokeSession({ ...context, actor }, { sessionId: toPublicId('Session', sessionId) });
  } catch (fault) {
    if (!(fault instanceof Refusal)) throw fault;
  }
  await context.db.transaction(tx => enqueue(tx, { name: TELL_SITES }, {}, { key: TELL_SITES }));
}
