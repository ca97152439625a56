import { decodeJwt } from 'jose';
import { secondsOf } from '../../../kernel/clock.ts';
import { toPublicId, type AccountId, type SessionId } from '../../../kernel/id.ts';
import type { Context } from '../../../platform/context.ts';
import { statement } from '../../../platform/database/statement.ts';
import { digest } from '../../../platform/secrets/digest.ts';
import { LIVE_SESSION } from '../../accounts/index.ts';
import type { ProviderClient } from '../../integrations/index.ts';
import { subjectOf } from '../claims.ts';

/** In the words of RFC 7662. */
export type Introspection = Readonly<Record<string, string | number | boolean>>;

interface Standing {
  readonly sessionId: SessionId;
  readonly accountId: AccountId;
  readonly scope: string | null;
  readonly issuedAt: Date;
  /** When the session ends by itself, if nobody uses it. */
  readonly endsAt: Date;
}

const COLUMNS = `s.id as "sessionId", s.account_id as "accountId", o.scope,
  least(s.ends_at, s.last_used_at + s.idle_seconds * interval '1 second') as "endsAt"`;
const SOURCE = `session s join account a on a.id = s.account_id left join sign_on_session o on o.session_id = s.id`;

const ofSession = statement<Standing>(
  'sign-on-introspect-access',
  `select ${COLUMNS}, s.started_at as "issuedAt" from ${SOURCE}
   where s.id = $1 and s.client_id = $3 and ${LIVE_SESSION('$2')}`,
);

// One that was traded is not active any more, although its successor is told again for a few seconds.
const ofRefreshToken = statement<Standing>(
  'sign-on-introspect-refresh',
  `select ${COLUMNS}, t.issued_at as "issuedAt" from ${SOURCE} join refresh_token t on t.session_id = s.id
   where t.digest = $1 and s.client_id = $3 and t.spent_at is null and ${LIVE_SESSION('$2')}`,
);

const INACTIVE: Introspection = { active: false };

/**
 * What a token is worth now, to the client that it was issued to and to nobody else. Looking changes nothing: a spent
 * refresh token is told to be inactive, and ends its session only when somebody uses it.
 */
export async function introspectToken(
  context: Context,
  client: ProviderClient,
  token: string,
): Promise<Introspection> {
  const [service, person] = await Promise.all([
    context.tokens.verifyForService(token),
    context.tokens.verify(token),
  ]);
  if (service !== null)
    return service.clientId === client.id ? ofTool(client, service.scopes, token) : INACTIVE;

  const now = context.clock.now();
  const [standing] =
    person === null
      ? await context.db.read(ofRefreshToken, [digest(token), now, client.id])
      : await context.db.read(ofSession, [person.sessionId, now, client.id]);
  if (!standing) return INACTIVE;
  const { sessionId, accountId, scope, issuedAt, endsAt } = standing;
  return {
    active: true,
    ...(person === null
      ? { iss: context.settings.publicUrl, iat: secondsOf(issuedAt), exp: secondsOf(endsAt) }
      : registeredClaims(token)),
    client_id: toPublicId('Client', client.id),
    sub: subjectOf(accountId),
    sid: toPublicId('Session', sessionId),
    ...(scope !== null && { scope }),
  };
}

function ofTool(
  { id, kind, scopes }: ProviderClient,
  granted: readonly string[],
  token: string,
): Introspection {
  if (kind !== 'SECRET') return INACTIVE;
  const left = scopes.filter(scope => granted.includes(scope));
  return {
    active: true,
    ...registeredClaims(token),
    client_id: toPublicId('Client', id),
    sub: toPublicId('Client', id),
    scope: left.join(' '),
  };
}

/** Of an access token, which is a JSON Web Token whose signature was checked before. */
function registeredClaims(token: string): Introspection {
  const { iss = '', aud = '', iat = 0, exp = 0, jti = '' } = decodeJwt(token);
  return { token_type: 'Bearer', iss, aud: String(aud), iat, exp, jti };
}
