import { AffiliaError, type AffiliaErrorCode } from '../affilia-error.ts';
import { toBase64url } from '../base64url.ts';
import type { Signer } from './service-key.ts';

/** A program without a person, as the realm's token address is told of it. */
export interface ServiceProof {
  readonly issuer: string;
  readonly clientId: string;
  /** Its secret key, or what signs with its key pair. */
  readonly proof: string | Signer;
  readonly scopes: readonly string[] | undefined;
  readonly fetch: typeof globalThis.fetch;
}

export interface ServiceToken {
  readonly token: string;
  readonly seconds: number;
}

const PATIENCE = 30_000;
const PROOF_SECONDS = 60;
const ASSERTION = 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer';

/** Trades the proof for a token of the client (`client_credentials`). */
export async function askForToken(asking: ServiceProof): Promise<ServiceToken> {
  const { issuer, clientId, proof, scopes, fetch } = asking;
  const secret = typeof proof === 'string' ? proof : null;
  const response = await fetch(`${issuer}/oidc/token`, {
    method: 'POST',
    redirect: 'error',
    signal: AbortSignal.timeout(PATIENCE),
    headers: secret === null ? {} : { authorization: `Basic ${basic(clientId, secret)}` },
    body: new URLSearchParams({
      grant_type: 'client_credentials',
      ...(scopes && { scope: scopes.join(' ') }),
      ...(typeof proof !== 'string' && {
        client_assertion_type: ASSERTION,
        client_assertion: await assertionOf(asking, proof),
      }),
    }),
  });
  const answer = (await response.json().catch(() => ({}))) as {
    readonly access_token?: string;
    readonly expires_in?: number;
    readonly error?: string;
    readonly error_description?: string;
  };
  const { access_token: token, expires_in: seconds = 0 } = answer;
  if (response.ok && token) return { token, seconds };
  throw refusalOf(response, answer);
}

const basic = (clientId: string, secret: string): string =>
  btoa([clientId, secret].map(encodeURIComponent).join(':'));

/** A proof that counts once, for a minute (RFC 7523). */
async function assertionOf({ issuer, clientId }: ServiceProof, { kid, alg, sign }: Signer): Promise<string> {
  // eslint-disable-next-line no-restricted-syntax -- The realm judges a proof by the clocks of machines.
  const now = Math.floor(Date.now() / 1000);
  const header = { alg, typ: 'JWT', ...(kid && { kid }) };
  const claims = {
    iss: clientId,
    sub: clientId,
    aud: issuer,
    jti: crypto.randomUUID(),
    iat: now,
    exp: now + PROOF_SECONDS,
  };
  const text = [header, claims]
    .map(part => toBase64url(new TextEncoder().encode(JSON.stringify(part))))
    .join('.');
  return `${text}.${await sign(text)}`;
}

function refusalOf(
  response: Response,
  { error, error_description: why }: { readonly error?: string; readonly error_description?: string },
): AffiliaError {
  const wait = Number(response.headers.get('retry-after'));
  const said = error ? [error, why].filter(Boolean).join(': ') : `an answer with status ${response.status}`;
  return new AffiliaError(codeOf(response, error), `no token for the service: ${said}`, {
    retryAfterSeconds: wait > 0 ? wait : null,
  });
}

function codeOf({ status }: Response, error: string | undefined): AffiliaErrorCode {
  if (status === 401) return 'UNAUTHENTICATED';
  if (status === 429) return 'RATE_LIMITED';
  if (status === 503) return 'SERVICE_BUSY';
  return error ? 'BAD_REQUEST' : 'BAD_RESPONSE';
}
