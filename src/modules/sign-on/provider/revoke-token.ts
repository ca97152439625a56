import type { Context } from '../../../platform/context.ts';
import { endSession, signOut } from '../../accounts/index.ts';
import type { ProviderClient } from '../../integrations/index.ts';

/**
 * Ends the session of a token of the client's own, with all that came of it: access and refresh tokens of a session
 * live and die together. What is no token of the client's changes nothing, and is not told apart. False for a token
 * that a program got for itself: nothing stands behind it that could end before its few minutes are over.
 */
export async function revokeToken(context: Context, { id }: ProviderClient, token: string): Promise<boolean> {
  const [service, person] = await Promise.all([
    context.tokens.verifyForService(token),
    context.tokens.verify(token),
  ]);
  if (service?.clientId === id) return false;
  if (person === null) await signOut(context, token);
  else if (person.clientId === id) await endAtOnce(context, person.sessionId);
  return true;
}

const endAtOnce = (context: Context, sessionId: string): Promise<unknown> =>
  context.db.transaction(tx => endSession(context, tx, { sessionId, act: 'revokeToken', why: 'SIGNED_OUT' }));
