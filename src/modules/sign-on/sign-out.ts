import type { SessionId } from '../../kernel/id.ts';
import type { Context } from '../../platform/context.ts';
import { within } from '../../platform/database/database.ts';
import { statement } from '../../platform/database/statement.ts';
import { enqueue } from '../../platform/jobs/job.ts';
import { endSession } from '../accounts/index.ts';
import { TELL_SITES } from './tell-sites.ts';

const sessionsOf = statement<{ sessionId: SessionId }>(
  'sign-on-sessions-of-login',
  `select o.session_id as "sessionId" from sign_on_session o join session s on s.id = o.session_id
   where o.login_id = $1 and s.ended_at is null order by o.session_id`,
);

/** Signs out of the realm: every session that came of the sign-in ends, and the sites are told. */
export function signOutOfRealm(context: Context, loginId: SessionId): Promise<void> {
  return context.db.transaction(async tx => {
    for (const { sessionId } of await within(tx, sessionsOf, [loginId]))
      await endSession(context, tx, { sessionId, act: 'signOutOfRealm', why: 'SIGNED_OUT' });
    await enqueue(tx, { name: TELL_SITES }, {}, { key: TELL_SITES });
  });
}
