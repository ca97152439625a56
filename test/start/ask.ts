import { expect } from '@jest/globals';
import {
  DEMO_PASSWORD,
  demoSiteKey,
  demoToolKey,
  identifierOf,
  type DemoAccount,
} from '../../src/demo/index.ts';

interface Served {
  readonly url: string;
}

/** What a browser gets there. */
export async function page(address: string): Promise<string> {
  const response = await fetch(address, { headers: { 'accept-language': 'fr-CA' } });
  expect(response.status).toBe(200);
  return response.text();
}

/** Asks a running product through the client that the person uses. */
export async function askAs<Data>(
  { url }: Served,
  { associations: [tree], through }: Pick<DemoAccount, 'associations' | 'through'>,
  query: string,
  { token, input }: { token?: string; input?: object } = {},
): Promise<Data> {
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      'x-affilia-client': through === 'TOOL' ? demoToolKey(tree) : demoSiteKey(tree),
      ...(token !== undefined && { authorization: `Bearer ${token}` }),
    },
    body: JSON.stringify({ query, variables: { input } }),
  });
  const { data, errors } = (await response.json()) as { data: Data; errors?: unknown };
  expect(errors).toBeUndefined();
  return data;
}

/** Signs in with what the start table shows; answers the access token. */
export async function signIn(served: Served, account: DemoAccount): Promise<string> {
  const { signIn: answer } = await askAs<{ signIn: { session: { accessToken: string } } }>(
    served,
    account,
    `mutation ($input: SignInInput!) { signIn(input: $input) { ... on SignInSuccess { session { accessToken } } } }`,
    { input: { identifier: identifierOf(account), password: DEMO_PASSWORD } },
  );
  return answer.session.accessToken;
}
