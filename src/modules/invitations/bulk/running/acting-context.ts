import type { Context, Parts } from '../../../../platform/context.ts';
import { openLoaders } from '../../../../platform/database/loader.ts';
import { clientForProvider } from '../../../integrations/index.ts';
import type { InvitationRunFacts } from '../invitation-run.rows.ts';

/**
 * A run goes on by the rights that whoever asked for it has at each step, through the client that they used, as if they
 * sent each batch themselves. Null once that client was revoked.
 */
export async function actingContext(
  parts: Parts,
  { actingAccountId, actingClientId, factorAt, askedAt, requestId }: InvitationRunFacts,
): Promise<Context | null> {
  const client = await clientForProvider(parts, actingClientId);
  if (client === null) return null;
  const context: Context = {
    ...parts,
    client,
    // No session is open any more: what asks for a fresh sign-in is not for a worker.
    actor: { accountId: actingAccountId, sessionId: '', authenticatedAt: askedAt, factorAt },
    visitor: { address: 'worker', userAgent: null, origin: null },
    locale: 'fr-CA',
    wording: parts.wordings.in('fr-CA'),
    requestId,
    load: openLoaders(() => context),
  };
  return context;
}
