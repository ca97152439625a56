import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { decodeJwt } from 'jose';
import { givenSite, type Realm, type Registered } from './realm.ts';
import { askTo, exchange, newVerifier, type Tokens } from './sign-in.ts';

/** A partner site with a server of its own: it sends people to the realm and greets whoever comes back. */
export interface Partner {
  readonly origin: string;
  readonly registered: Registered;
  close(): void;
}

export async function openPartner(
  realm: Realm,
  { host, tree }: { readonly host: 'localhost' | '127.0.0.1'; readonly tree: 'aqpm' | 'acps' | 'icu' },
): Promise<Partner> {
  let registered: Registered | null = null;
  let verifier = '';
  let tokens: Tokens | null = null;
  const answer = async (path: string, query: URLSearchParams): Promise<{ to?: string; says?: string }> => {
    if (registered === null) throw new Error('not registered yet');
    switch (path) {
      case '/sign-in':
        verifier = newVerifier();
        return { to: askTo(realm, registered, verifier) };
      case '/return': {
        const error = query.get('error');
        if (error !== null) return { says: `not signed in: ${error}` };
        tokens = (await exchange(realm, registered, query.get('code') ?? '', verifier)).body;
        return { says: `hello ${decodeJwt(tokens.id_token).sub}` };
      }
      case '/sign-out':
        return {
          to: `${realm.issuer}/oidc/sign-out?${new URLSearchParams({
            id_token_hint: tokens?.id_token ?? '',
            post_logout_redirect_uri: registered.signedOutUri,
          })}`,
        };
      default:
        return { says: path };
    }
  };
  const server = createServer((request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://site');
    void answer(pathname, searchParams).then(({ to, says }) => {
      if (to === undefined) response.writeHead(200, { 'content-type': 'text/plain' }).end(says);
      else response.writeHead(302, { location: to }).end();
    });
  });
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  const origin = `http://${host}:${(server.address() as AddressInfo).port}`;
  registered = await givenSite(realm, { tree, origin, name: `${tree} on ${host}` });
  return { origin, registered, close: () => server.close() };
}
