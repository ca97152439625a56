import { createHash, randomBytes } from 'node:crypto';
import { PASSWORD } from '../accounts/given-account.ts';
import type { Realm, Registered } from './realm.ts';
import type { Page, Visitor } from './visitor.ts';

export const hash = (text: string): string => createHash('sha256').update(text).digest('base64url');

export const newVerifier = (): string => randomBytes(32).toString('base64url');

/** The address to which a site sends its people, with anything in it changed or left out. */
export function askTo(
  realm: Realm,
  { clientId, redirectUri }: Registered,
  verifier: string,
  changed: Readonly<Record<string, string | undefined>> = {},
): string {
  const query = {
    client_id: clientId,
    redirect_uri: redirectUri,
    response_type: 'code',
    scope: 'openid profile email affilia',
    state: 'où-en-étions-nous',
    code_challenge: hash(verifier),
    code_challenge_method: 'S256',
    ...changed,
  };
  const given = Object.entries(query).filter((pair): pair is [string, string] => typeof pair[1] === 'string');
  return `${realm.issuer}/oidc/authorize?${new URLSearchParams(given)}`;
}

/** Types the password into the realm's page. */
export const typePassword = (
  visitor: Visitor,
  page: Page,
  identifier: string,
  password: string = PASSWORD,
): Promise<Page> => visitor.submit(page, { 'input.identifier': identifier, 'input.password': password });

export const codeIn = ({ address }: Page): string => new URL(address).searchParams.get('code') ?? '';

export const errorIn = ({ address }: Page): string | null => new URL(address).searchParams.get('error');

export interface Tokens {
  readonly access_token: string;
  readonly refresh_token: string;
  readonly id_token: string;
  readonly expires_in: number;
  readonly scope: string;
  readonly error?: string;
}

/** Asks for tokens as a site without a secret does, or as one with the secret that is given. */
export async function askForTokens(
  realm: Realm,
  parameters: Readonly<Record<string, string>>,
  headers: Readonly<Record<string, string>> = {},
): Promise<{ readonly status: number; readonly headers: Headers; readonly body: Tokens }> {
  const response = await fetch(`${realm.issuer}/oidc/token`, {
    method: 'POST',
    body: new URLSearchParams(parameters),
    headers,
  });
  return { status: response.status, headers: response.headers, body: (await response.json()) as Tokens };
}

export const exchange = (
  realm: Realm,
  { clientId, redirectUri }: Registered,
  code: string,
  verifier: string,
  changed: Readonly<Record<string, string>> = {},
): ReturnType<typeof askForTokens> =>
  askForTokens(realm, {
    grant_type: 'authorization_code',
    client_id: clientId,
    redirect_uri: redirectUri,
    code,
    code_verifier: verifier,
    ...changed,
  });

/** Signs somebody in at a site, password and all. */
export async function signInAt(
  realm: Realm,
  visitor: Visitor,
  site: Registered,
  identifier: string,
  changed: Readonly<Record<string, string | undefined>> = {},
): Promise<Tokens> {
  const verifier = newVerifier();
  const first = await visitor.open(askTo(realm, site, verifier, changed));
  const last = first.status === 0 ? first : await typePassword(visitor, first, identifier);
  const { status, body } = await exchange(realm, site, codeIn(last), verifier);
  if (status !== 200) throw new Error(`${status} ${JSON.stringify(body)} ${last.address} ${last.html}`);
  return body;
}
