// Signing in on the realm's page, from a server: authorization code with PKCE. Any OpenID library does the same.
import { createHash, randomBytes } from 'node:crypto';
import { AffiliaError } from '@affilia/sdk';

/** Keeps, in the browser that asks, what proves the answer to be for it. */
const COOKIE = '__Host-journey';
const ATTRIBUTES = 'Path=/; Secure; HttpOnly; SameSite=Lax';
const FORGOTTEN = [`${COOKIE}=; ${ATTRIBUTES}; Max-Age=0`];

/** To the realm's sign-in. */
export async function beginJourney({ realm, clientId, home, locale }) {
  const [state, verifier] = [newSecret(), newSecret()];
  const query = new URLSearchParams({
    client_id: clientId,
    redirect_uri: `${home}signed-in`,
    response_type: 'code',
    scope: 'openid',
    state,
    code_challenge: createHash('sha256').update(verifier).digest('base64url'),
    code_challenge_method: 'S256',
    ui_locales: locale,
  });
  return {
    location: `${realm}/oidc/authorize?${query}`,
    cookies: [`${COOKIE}=${state}.${verifier}; ${ATTRIBUTES}; Max-Age=600`],
  };
}

/** Back from there: tokens, or why there are none: `declined`, `expired`. */
export async function finishJourney({ realm, clientId, home }, { searchParams }, sent = '') {
  const [, state, verifier] = new RegExp(`(?:^|; )${COOKIE}=([\\w-]+)\\.([\\w-]+)`).exec(sent) ?? [];
  // An answer that this browser did not ask for must sign in nobody.
  if (!state || searchParams.get('state') !== state || searchParams.get('iss') !== realm)
    return { refused: 'expired' };
  if (!searchParams.has('code')) return { refused: 'declined', cookies: FORGOTTEN };

  const response = await fetch(`${realm}/oidc/token`, {
    method: 'POST',
    body: new URLSearchParams({
      grant_type: 'authorization_code',
      client_id: clientId,
      redirect_uri: `${home}signed-in`,
      code: searchParams.get('code'),
      code_verifier: verifier,
    }),
  }).catch(cause => {
    throw new AffiliaError('NETWORK', 'the realm could not be reached', { cause });
  });
  if (!response.ok) return { refused: 'expired', cookies: FORGOTTEN };
  const { access_token: accessToken, refresh_token: refreshToken } = await response.json();
  return { tokens: { accessToken, refreshToken }, cookies: FORGOTTEN };
}

const newSecret = () => randomBytes(32).toString('base64url');
