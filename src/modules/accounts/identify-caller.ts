import type { ClientId } from '../../kernel/id.ts';
import type { Actor, Parts } from '../../platform/context.ts';
import { statement } from '../../platform/database/statement.ts';
import {
  CLIENT_JSON,
  CLIENT_OF_KEY,
  CLIENT_SOURCE,
  clientForProvider,
  identifyClient,
  keyValues,
  type IdentifiedClient,
} from '../integrations/index.ts';
import { isLive, type SessionFacts } from './session-rules.ts';

type Identifying = Pick<Parts, 'tokens' | 'db' | 'clock' | 'settings'>;

/** Instants as JSON writes them. */
interface SessionJson {
  readonly endedAt: string | null;
  readonly endsAt: string;
  readonly lastUsedAt: string;
  readonly idleSeconds: number;
  readonly authenticatedAt: string;
  readonly factorAt: string | null;
  readonly accountDisabledAt: string | null;
}

interface CallerRow {
  readonly client: IdentifiedClient;
  /** Null without a session of this client. */
  readonly session: SessionJson | null;
}

// Every request asks this first: one statement for both, because going to the database twice costs more than either.
const byKeyAndSession = statement<CallerRow>(
  'caller',
  `select ${CLIENT_JSON} as client,
     case when s.id is not null then json_build_object('endedAt', s.ended_at, 'endsAt', s.ends_at,
       'lastUsedAt', s.last_used_at, 'idleSeconds', s.idle_seconds, 'authenticatedAt', s.authenticated_at,
       'factorAt', s.factor_at, 'accountDisabledAt', account.disabled_at) end as session
   from ${CLIENT_SOURCE}
   left join session s on s.id = $4 and s.account_id = $5 and s.client_id = client.id
   left join account on account.id = s.account_id
   where ${CLIENT_OF_KEY}`,
);

/**
 * The program behind a key, and who is signed in there by the access token. The person is null once the session has
 * ended, and for the token of another client; both are null for a key that is not one of this realm.
 */
export async function identifyCaller(
  parts: Identifying,
  { clientKey, bearer }: { readonly clientKey: string | null; readonly bearer: string | null },
): Promise<{ readonly client: IdentifiedClient | null; readonly actor: Actor | null }> {
  if (clientKey === null)
    return { client: bearer === null ? null : await identifyService(parts, bearer), actor: null };
  const claims = bearer === null ? null : await parts.tokens.verify(bearer);
  if (claims === null) return { client: await identifyClient(parts, clientKey), actor: null };

  const { accountId, sessionId } = claims;
  const values = keyValues(parts, clientKey);
  const [row] =
    values === null ? [] : await parts.db.read(byKeyAndSession, [...values, sessionId, accountId]);
  if (!row) return { client: null, actor: null };

  const { client, session } = row;
  if (session === null || !isLive(factsOf(session), parts.clock.now())) return { client, actor: null };
  const [authenticatedAt, factorAt] = [new Date(session.authenticatedAt), instantOf(session.factorAt)];
  return { client, actor: { accountId, sessionId, authenticatedAt, factorAt } };
}

const instantOf = (text: string | null): Date | null => (text === null ? null : new Date(text));

const factsOf = ({
  endedAt,
  endsAt,
  lastUsedAt,
  idleSeconds,
  accountDisabledAt,
}: SessionJson): SessionFacts => ({
  endedAt: instantOf(endedAt),
  endsAt: new Date(endsAt),
  lastUsedAt: new Date(lastUsedAt),
  idleSeconds,
  accountDisabledAt: instantOf(accountDisabledAt),
});

/** A program that proved itself to the provider and speaks for nobody. */
async function identifyService(parts: Identifying, bearer: string): Promise<IdentifiedClient | null> {
  const claims = await parts.tokens.verifyForService(bearer);
  const client = claims && (await clientForProvider(parts, claims.clientId as ClientId));
  if (client?.kind !== 'SECRET') return null;
  return { ...client, scopes: client.scopes.filter(scope => claims?.scopes.includes(scope)) };
}
