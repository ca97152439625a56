import { AffiliaError } from '../affilia-error.ts';
import type { Module } from '../core.ts';
import { createAffilia, type Affilia, type AffiliaOptions } from '../create-affilia.ts';
import { readServiceKey, type ServiceKey, type Signer } from './service-key.ts';
import { askForToken } from './service-token.ts';

export interface ServiceOptions<Used extends Readonly<Record<string, Module<object>>>> extends Omit<
  AffiliaOptions<Used>,
  'storage' | 'clientKey' | 'onSignedOut' | 'visitorAddress'
> {
  /** The id of the client. */
  readonly clientId: string;
  /** Its secret key; or else, `keyPair`. */
  readonly clientSecret?: string;
  /** A key pair of its own, of which the realm knows the public half only (`private_key_jwt`). */
  readonly keyPair?: ServiceKey;
  /** Fewer than the client has, such as `members:read`; without it, all of them. */
  readonly scopes?: readonly string[];
  /** The address of the realm, when the endpoint is reached under another one. */
  readonly issuer?: string;
}

/** Another token is fetched this long before the one in hand ends. */
const AHEAD = 30_000;

/**
 * A program without a person. It proves itself at the realm's token address alone; the API sees a token that ends by
 * itself. One token serves all calls until shortly before it ends.
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
  const { endpoint, clientId, scopes, issuer = new URL(endpoint).origin } = options;
  const { fetch = globalThis.fetch } = options;
  const readProof = proofOf(options);
  let held: { readonly token: string; readonly end: number } | null = null;
  let fetching: Promise<string> | null = null;

  async function fetchToken(): Promise<string> {
    const asked = performance.now();
    const proof = await readProof();
    const { token, seconds } = await askForToken({ issuer, clientId, proof, scopes, fetch });
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
    clientKey: clientId,
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

/** A key is read when it is first needed, and once. */
function proofOf({
  clientSecret,
  keyPair,
}: Pick<ServiceOptions<Readonly<Record<string, Module<object>>>>, 'clientSecret' | 'keyPair'>): () => Promise<
  string | Signer
> {
  if ((clientSecret === undefined) === (keyPair === undefined))
    throw new AffiliaError('BAD_REQUEST', 'openService takes either clientSecret or keyPair');
  let signer: Promise<Signer> | null = null;
  return async () => (keyPair === undefined ? (clientSecret ?? '') : (signer ??= readServiceKey(keyPair)));
}

/** As the API would say it: whoever sends operations tells a refusal from a lost network by that. */
const answerOf = ({ code, message, retryAfterSeconds: wait }: AffiliaError): Response =>
  new Response(JSON.stringify({ errors: [{ message, extensions: { code } }] }), {
    headers: wait === null ? {} : { 'retry-after': String(wait) },
  });
