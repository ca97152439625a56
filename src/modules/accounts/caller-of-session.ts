import type { ClientId, SessionId } from '../../kernel/id.ts';
import type { Actor, Parts } from '../../platform/context.ts';
import { statement } from '../../platform/database/statement.ts';
import { clientForProvider, type IdentifiedClient } from '../integrations/index.ts';
import { isLive, type SessionFacts } from './session-rules.ts';

interface SessionRow extends SessionFacts {
  readonly accountId: string;
  readonly clientId: ClientId;
  readonly authenticatedAt: Date;
  readonly factorAt: Date | null;
}

const byId = statement<SessionRow>(
  'caller-of-session',
  `select s.account_id as "accountId", s.client_id as "clientId", s.authenticated_at as "authenticatedAt",
     s.factor_at as "factorAt", s.ended_at as "endedAt", s.ends_at as "endsAt", s.last_used_at as "lastUsedAt",
     s.idle_seconds as "idleSeconds", account.disabled_at as "accountDisabledAt"
   from session s join account on account.id = s.account_id where s.id = $1`,
);

/**
 * Who would be calling with a token of this session: for signed addresses that a browser opens by itself, without one.
 * Null once the session has ended or its client was revoked.
 */
export async function callerOfSession(
  parts: Pick<Parts, 'db' | 'clock' | 'settings'>,
  sessionId: SessionId,
): Promise<{ readonly client: IdentifiedClient; readonly actor: Actor } | null> {
  const [row] = await parts.db.read(byId, [sessionId]);
  if (!row || !isLive(row, parts.clock.now())) return null;
  const client = await clientForProvider(parts, row.clientId);
  const { accountId, authenticatedAt, factorAt } = row;
  return client && { client, actor: { accountId, sessionId, authenticatedAt, factorAt } };
}
