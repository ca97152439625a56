import { AffiliaError, type AffiliaErrorCode } from '../affilia-error.ts';
import type { Module } from '../core.ts';
import { createAffilia, type Affilia, type AffiliaOptions } from '../create-affilia.ts';

export interface ServiceOptions<Used extends Readonly<Record<string, Module<object>>>> extends Omit<
  AffiliaOptions<Used>,
  'storage' | 'clientKey' | 'onSignedOut' | 'visitorAddress'
> {
  /** The id of the client. */
  readonly clientId: string;
  /** Its secret key. */
  readonly clientSecret: string;
  /** Fewer than the client has, such as `members:read`; without it, all of them. */
  readonly scopes?: readonly string[];
  /** The address of the realm, when the endpoint is reached under another one. */
  readonly issuer?: string;
}

/** Another token is fetched this long before the one in hand ends. */
const AHEAD = 30_000;
const PATIENCE = 30_000;

/**
 * A program without a person. It shows its secret at the realm's token address alone; the API sees a token that ends
 * by itself.
 *
 * @example
 * ```ts
 * const service = openService({
 *   endpoint: 'https://api.example.org/graphql',
 *   clientId: 'cli_…',
 *   clientSecret: 'affilia_sk_live_…',
 *   scopes: ['members:read'],
 *   locale: 'fr-CA',
 *   use: { associations },
 * });
 * const { mode } = await service.associations.realm();
 * ```
 */
export function openService<Used extends Readonly<Record<string, Module<object>>>>(
  options: ServiceOptions<Used>,
): Affilia<Used> {
  const { fetch = globalThis.fetch } = options;
  let held: { readonly token: string; readonly end: number } | null = null;
  let fetching: Promise<string> | null = null;

  async function fetchToken(): Promise<string> {
    const asked = performance.now();
    const { token, seconds } = await askForToken(options);
    held = { token, end: asked + seconds * 1000 };
    return token;
  }

  const token = async (): Promise<string> => {
    if (held && performance.now() < held.end - AHEAD) return held.token;
    fetching ??= fetchToken().finally(() => {
      fetching = null;
    });
    return fetching;
  };

  return createAffilia({
    ...options,
    clientKey: options.clientId,
    storage: 'memory',
    fetch: async (address, init) => {
      const headers = new Headers(init?.headers);
      // The token says whose it is.
      headers.delete('x-affilia-client');
      try {
        headers.set('authorization', `Bearer ${await token()}`);
      } catch (error) {
        if (error instanceof AffiliaError) return answerOf(error);
        throw error;
      }
      const answer = await fetch(address, { ...init, headers });
      if (answer.status === 401) held = null;
      return answer;
    },
  });
}

/** As the API would say it: whoever sends operations tells a refusal from a lost network by that. */
const answerOf = ({ code, message }: AffiliaError): Response =>
  new Response(JSON.stringify({ errors: [{ message, extensions: { code } }] }));

interface Granted {
  readonly token: string;
  readonly seconds: number;
}

async function askForToken({
  endpoint,
  issuer = new URL(endpoint).origin,
  clientId,
  clientSecret,
  scopes,
  fetch = globalThis.fetch,
}: Pick<
  ServiceOptions<Readonly<Record<string, Module<object>>>>,
  'endpoint' | 'issuer' | 'clientId' | 'clientSecret' | 'scopes' | 'fetch'
>): Promise<Granted> {
  const proof = [clientId, clientSecret].map(encodeURIComponent).join(':');
  const response = await fetch(`${issuer}/oidc/token`, {
    method: 'POST',
    redirect: 'error',
    signal: AbortSignal.timeout(PATIENCE),
    headers: { authorization: `Basic ${btoa(proof)}` },
    body: new URLSearchParams({
      grant_type: 'client_credentials',
      ...(scopes && { scope: scopes.join(' ') }),
    }),
  });
  const answer = (await response.json().catch(() => ({}))) as {
    readonly access_token?: string;
    readonly expires_in?: number;
    readonly error?: string;
  };
  const { access_token: token, expires_in: seconds = 0, error } = answer;
  if (response.ok && token) return { token, seconds };
  throw new AffiliaError(
    codeOf(response, error),
    error ?? `unexpected answer with status ${response.status}`,
  );
}

function codeOf({ status }: Response, error: string | undefined): AffiliaErrorCode {
  if (status === 401) return 'UNAUTHENTICATED';
  if (status === 429) return 'RATE_LIMITED';
  if (status === 503) return 'SERVICE_BUSY';
  return error ? 'BAD_REQUEST' : 'BAD_RESPONSE';
}
