import type { Context } from '../../platform/context.ts';
import { statement } from '../../platform/database/statement.ts';
import { digest } from '../../platform/secrets/digest.ts';
import { clientOf } from './actor-of.ts';
import { endSession } from './end-session.ts';

const ownSession = statement<{ sessionId: string }>(
  'sign-out-session',
  `select s.id as "sessionId" from refresh_token t join session s on s.id = t.session_id
   where t.digest = $1 and s.client_id = $2`,
);

/** Ends the session of any of its refresh tokens, spent ones too: a tab that lags behind may sign out. */
export async function signOut(context: Context, refreshToken: string): Promise<void> {
  const [session] = await context.db.read(ownSession, [digest(refreshToken), clientOf(context).id]);
  if (!session) return;
  await context.db.transaction(tx =>
    endSession(context, tx, { ...session, act: 'signOut', why: 'SIGNED_OUT' }),
  );
}
