import { createServer } from 'node:http';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import { dirname, join } from 'node:path';
import { givenSite, type Realm, type Registered } from '../sign-on/realm.ts';

const modules = join(
  dirname(createRequire(import.meta.url).resolve('@affilia/sdk/package.json')),
  'dist/esm',
);

/** A site of one page, whatever its address, that puts its SDK where a test reaches it. */
export interface RedirectSite {
  readonly origin: string;
  readonly registered: Registered;
  close(): void;
}

const pageOf = (realm: Realm, { key, clientId, redirectUri, signedOutUri }: Registered): string => `
  <!doctype html><html lang="fr-CA"><title>x</title><script type="module">
    import { createAffilia } from '/sdk/index.js';
    import { accounts } from '/sdk/accounts.js';
    import { redirect } from '/sdk/redirect.js';
    window.endings = [];
    window.affilia = createAffilia({
      endpoint: '${realm.issuer}/graphql',
      clientKey: '${key}',
      locale: 'fr-CA',
      onSignedOut: ({ reason }) => window.endings.push(reason),
      use: {
        accounts,
        redirect: redirect({ clientId: '${clientId}', redirectUri: '${redirectUri}', signedOutUri: '${signedOutUri}' }),
      },
    });
  </script></html>`;

export async function openRedirectSite(
  realm: Realm,
  { host, tree }: { readonly host: 'localhost' | '127.0.0.1'; readonly tree: 'aqpm' | 'icu' },
): Promise<RedirectSite> {
  let page = '';
  const server = createServer((request, answer) => {
    const { pathname } = new URL(request.url ?? '/', 'http://site');
    if (!pathname.startsWith('/sdk/')) return answer.setHeader('content-type', 'text/html').end(page);
    answer.setHeader('content-type', 'text/javascript');
    readFile(join(modules, pathname.slice('/sdk/'.length))).then(
      bytes => answer.end(bytes),
      () => answer.writeHead(404).end(),
    );
  });
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  const origin = `http://${host}:${(server.address() as AddressInfo).port}`;
  const registered = await givenSite(realm, { tree, origin, name: `${tree} on ${host}` });
  page = pageOf(realm, registered);
  return { origin, registered, close: () => server.close() };
}
