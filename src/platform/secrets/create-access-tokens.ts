import { errors, jwtVerify, SignJWT, type CryptoKey, type JWTHeaderParameters, type JWTPayload } from 'jose';
import { fromPublicId, toPublicId, type AccountId, type ClientId, type SessionId } from '../../kernel/id.ts';
import type { Parts } from '../context.ts';
import type { AccessClaims, AccessTokens, ServiceClaims } from './access-tokens.ts';
import { digest } from './digest.ts';
import { recentlyUsed } from './recently-used.ts';
import { SIGNING_ALGORITHM } from './signing-key.ts';
import { LONGEST_TOKEN_SECONDS, type SigningKeys } from './signing-keys.ts';

export type AccessTokenParts = Pick<Parts, 'clock' | 'random' | 'settings'> & { readonly keys: SigningKeys };

interface Judged {
  readonly claims: AccessClaims | null;
  readonly service: ServiceClaims | null;
  readonly expiresAt: number;
}

const TYPE = 'at+jwt';
/** Ours have about 600 characters; whatever is longer is not worth looking at. */
const LONGEST_TOKEN = 2_048;
/** Three parts without padding or spaces, the last one an ES256 signature. */
const SPELLING = /^[\w-]+\.[\w-]+\.[\w-]{86}$/;
const REMEMBERED = 5_000;

export function createAccessTokens({ clock, random, settings, keys }: AccessTokenParts): AccessTokens {
  if (settings.accessTokenSeconds > LONGEST_TOKEN_SECONDS)
    throw new RangeError('access tokens live 10 minutes at most');
  const issuer = settings.publicUrl;
  const audience = `${settings.publicUrl}/graphql`;
  // A busy person's token comes with every request: its signature is judged once, its date each time.
  const verified = recentlyUsed<Judged>(REMEMBERED);

  async function keyOf({ kid, crit }: JWTHeaderParameters): Promise<CryptoKey> {
    const key = typeof kid === 'string' && crit === undefined ? await keys.verifying(kid) : null;
    if (!key) throw new errors.JWSInvalid();
    return key;
  }

  async function judge(token: string): Promise<Judged | null> {
    const { payload } = await jwtVerify(token, keyOf, {
      algorithms: [SIGNING_ALGORITHM],
      typ: TYPE,
      issuer,
      audience,
      requiredClaims: ['exp', 'iat', 'jti'],
      currentDate: clock.now(),
    });
    const claims = readClaims(payload);
    const service = claims === null ? readServiceClaims(payload) : null;
    if ((claims ?? service) === null || payload.exp === undefined) return null;
    return { claims, service, expiresAt: payload.exp * 1_000 };
  }

  async function judgeOnce(token: string): Promise<Judged | null> {
    if (token.length > LONGEST_TOKEN || !SPELLING.test(token)) return null;
    const name = digest(token).toString('base64');
    const known = verified.get(name) ?? (await nullWhenRefused(judge(token)));
    if (!known || known.expiresAt <= clock.now().getTime()) return null;
    verified.set(name, known);
    return known;
  }

  async function signFor(subject: string, claims: JWTPayload): Promise<{ token: string; expiresAt: Date }> {
    const { kid, privateKey } = await keys.signing();
    const issuedAt = Math.floor(clock.now().getTime() / 1_000);
    const expires = issuedAt + settings.accessTokenSeconds;
    const token = await new SignJWT(claims)
      .setProtectedHeader({ alg: SIGNING_ALGORITHM, typ: TYPE, kid })
      .setIssuer(issuer)
      .setAudience(audience)
      .setSubject(subject)
      .setIssuedAt(issuedAt)
      .setExpirationTime(expires)
      .setJti(Buffer.from(random(16)).toString('base64url'))
      .sign(privateKey);
    return { token, expiresAt: new Date(expires * 1_000) };
  }

  return {
    sign: ({ accountId, sessionId, clientId }) =>
      signFor(toPublicId('Account', accountId as AccountId), {
        sid: toPublicId('Session', sessionId as SessionId),
        client_id: toPublicId('Client', clientId as ClientId),
      }),

    signForService({ clientId, scopes }) {
      const client = toPublicId('Client', clientId as ClientId);
      return signFor(client, { client_id: client, scope: scopes.join(' ') });
    },

    verify: async token => (await judgeOnce(token))?.claims ?? null,
    verifyForService: async token => (await judgeOnce(token))?.service ?? null,

    jwks: async () => ({ keys: await keys.published() }),
  };
}

function readClaims({ sub, sid, client_id: client }: JWTPayload): AccessClaims | null {
  if (typeof sub !== 'string' || typeof sid !== 'string' || typeof client !== 'string') return null;
  const accountId = fromPublicId('Account', sub);
  const sessionId = fromPublicId('Session', sid);
  const clientId = fromPublicId('Client', client);
  return accountId && sessionId && clientId ? { accountId, sessionId, clientId } : null;
}

/** A program that speaks for itself is its own subject, after RFC 9068. */
function readServiceClaims({ sub, sid, client_id: client, scope }: JWTPayload): ServiceClaims | null {
  if (typeof client !== 'string' || sub !== client || sid !== undefined || typeof scope !== 'string')
    return null;
  const clientId = fromPublicId('Client', client);
  return clientId && { clientId, scopes: scope.split(' ').filter(word => word !== '') };
}

/** What jose refuses is a bad token; anything else, such as a lost database, is a fault of ours and goes on. */
async function nullWhenRefused<T>(judging: Promise<T>): Promise<T | null> {
  try {
    return await judging;
  } catch (error) {
    if (error instanceof errors.JOSEError) return null;
    throw error;
  }
}
