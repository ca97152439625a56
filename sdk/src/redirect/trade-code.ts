import { AffiliaError } from '../affilia-error.ts';
import type { Tokens } from '../outcome.ts';

interface Answer {
  readonly access_token?: string;
  readonly refresh_token?: string;
  readonly id_token?: string;
  readonly error?: string;
}

export interface Trade {
  readonly issuer: string;
  readonly clientId: string;
  readonly redirectUri: string;
  readonly code: string;
  readonly verifier: string;
  readonly nonce: string;
  readonly fetch: typeof globalThis.fetch | undefined;
}

const PATIENCE = 30_000;

/** The tokens for a code; null when the service takes the code no more. Sent once: a code that comes twice ends the session. */
export async function tradeCode(trade: Trade): Promise<Tokens | null> {
  const { issuer, clientId, redirectUri, code, verifier, fetch = globalThis.fetch } = trade;
  let response: Response;
  let answer: Answer;
  try {
    response = await fetch(`${issuer}/oidc/token`, {
      method: 'POST',
      credentials: 'omit',
      redirect: 'error',
      signal: AbortSignal.timeout(PATIENCE),
      body: new URLSearchParams({
        grant_type: 'authorization_code',
        client_id: clientId,
        redirect_uri: redirectUri,
        code,
        code_verifier: verifier,
      }),
    });
    answer = (await response.json().catch(() => ({}))) as Answer;
  } catch (cause) {
    throw new AffiliaError('NETWORK', 'the service could not be reached', { cause });
  }
  if (answer.error === 'invalid_grant') return null;
  const { access_token: accessToken, refresh_token: refreshToken, id_token: idToken } = answer;
  if (!response.ok || !accessToken || !refreshToken) throw errorOf(response, answer);
  if (!isMeant(idToken, trade))
    throw new AffiliaError('BAD_RESPONSE', 'the identity token is for somebody else');
  return { accessToken, refreshToken };
}

/** It comes straight from the issuer, over the connection that proves who that is: what it says need not be verified by key. */
function isMeant(idToken: string | undefined, { issuer, clientId, nonce }: Trade): boolean {
  try {
    const [, body = ''] = idToken?.split('.') ?? [];
    const claims = JSON.parse(atob(body.replace(/-/g, '+').replace(/_/g, '/'))) as Record<string, unknown>;
    return claims['iss'] === issuer && claims['aud'] === clientId && claims['nonce'] === nonce;
  } catch {
    return false;
  }
}

function errorOf({ status, headers }: Response, { error }: Answer): AffiliaError {
  const code =
    status === 429
      ? 'RATE_LIMITED'
      : status === 503
        ? 'SERVICE_BUSY'
        : status === 401
          ? 'UNAUTHENTICATED'
          : 'BAD_RESPONSE';
  return new AffiliaError(code, error ?? `unexpected answer with status ${status}`, {
    requestId: headers.get('x-request-id'),
    retryAfterSeconds: Number(headers.get('retry-after')) || null,
  });
}
