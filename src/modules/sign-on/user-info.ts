import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { AccountId, ClientId } from '../../kernel/id.ts';
import type { Context, Parts } from '../../platform/context.ts';
import { statement } from '../../platform/database/statement.ts';
import { headerOf } from '../../platform/http/request-context.ts';
import { actorOf, LIVE_SESSION } from '../accounts/index.ts';
import { clientForProvider, isRegisteredOrigin, type ProviderClient } from '../integrations/index.ts';
import { ADDRESSES } from './addresses.ts';
import { readScopes, signOnPorts, subjectOf } from './claims.ts';
import { programContext } from './context-of.ts';

interface Granted {
  readonly accountId: AccountId;
  readonly clientId: ClientId;
  readonly authenticatedAt: Date;
  readonly factorAt: Date | null;
  readonly scope: string;
}

const granted = statement<Granted>(
  'sign-on-granted',
  `select s.account_id as "accountId", s.client_id as "clientId", s.authenticated_at as "authenticatedAt",
     s.factor_at as "factorAt", o.scope
   from session s join account a on a.id = s.account_id join sign_on_session o on o.session_id = s.id
   where s.id = $1 and s.account_id = $3 and s.client_id = $4 and o.scope is not null and ${LIVE_SESSION('$2')}`,
);

/** Tells a site who has signed in there, as things stand now: the access token is that of the API. */
export function addUserInfo(server: FastifyInstance, parts: Parts): void {
  const answer = async (request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> => {
    reply.header('cache-control', 'no-store');
    const found = await readGrant(parts, request);
    if (found === null)
      return reply
        .code(401)
        .header('www-authenticate', 'Bearer error="invalid_token"')
        .headers(await readableBy(parts, request))
        .send({ error: 'invalid_token' });

    const { client, context, scopes } = found;
    const origin = headerOf(request, 'origin');
    if (origin !== null && client.origins.includes(origin))
      reply.header('access-control-allow-origin', origin);
    if (!scopes.has('openid')) return reply.code(403).send({ error: 'insufficient_scope' });
    const claims = await context.ports.of(signOnPorts).claimsOf(context, scopes);
    return reply
      .type('application/json; charset=utf-8')
      .send(JSON.stringify({ sub: subjectOf(actorOf(context).accountId), ...claims }));
  };

  server.get(ADDRESSES.userInfo, answer);
  server.post(ADDRESSES.userInfo, answer);
  server.options(ADDRESSES.userInfo, async (request, reply) =>
    reply
      .code(204)
      .headers({
        ...(await readableBy(parts, request)),
        'access-control-allow-methods': 'GET, POST',
        'access-control-allow-headers': 'authorization, content-type',
        'access-control-max-age': '7200',
      })
      .send(),
  );
}

interface Found {
  readonly client: ProviderClient;
  readonly context: Context;
  readonly scopes: ReadonlySet<string>;
}

async function readGrant(parts: Parts, request: FastifyRequest): Promise<Found | null> {
  const [, bearer] = /^bearer +(\S+) *$/i.exec(headerOf(request, 'authorization') ?? '') ?? [];
  const claims = bearer === undefined ? null : await parts.tokens.verify(bearer);
  if (claims === null) return null;
  const { sessionId, accountId, clientId } = claims;
  const [grant] = await parts.db.read(granted, [sessionId, parts.clock.now(), accountId, clientId]);
  const client = grant && (await clientForProvider(parts, grant.clientId));
  if (!client) return null;

  const { authenticatedAt, factorAt, scope } = grant;
  const actor = { accountId, sessionId, authenticatedAt, factorAt };
  return { client, context: programContext(parts, request.raw, client, actor), scopes: readScopes(scope) };
}

/** Before it is known who asks, every registered origin may read that. */
async function readableBy({ db }: Parts, request: FastifyRequest): Promise<Record<string, string>> {
  const origin = headerOf(request, 'origin');
  return origin !== null && (await isRegisteredOrigin(db, origin))
    ? { 'access-control-allow-origin': origin }
    : {};
}
