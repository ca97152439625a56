// Serves the example site: finished pages, and a session in a cookie that no script reads. Passwords are the realm's.
// By itself: COOKIE_KEY=… node serve.mjs --url https://members.example.org --client cli_…,affilia_pk_live_…
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { accounts } from '@affilia/sdk/accounts';
import { openServerSession } from '@affilia/sdk/server';
import { drawElsewhere, drawFault, drawHome, drawMessage } from './pages.mjs';
import { beginJourney, finishJourney } from './journey.mjs';
import { words } from './words.mjs';

/** What each address does: `{ page }` to show or `{ location }` to go to, and `cookies` beside those of the session. */
const ACTS = {
  async 'GET '({ session, say }) {
    return { page: drawHome(await session.affilia.accounts.viewer(), say) };
  },
  'POST sign-in': ({ site }) => beginJourney(site),
  async 'GET signed-in'({ session, site, say, address, sent }) {
    const { tokens, refused, cookies } = await finishJourney(site, address, sent);
    if (refused) return { status: 400, page: drawMessage(say[refused], say), cookies };
    await session.adopt(tokens);
    return { location: './', cookies };
  },
  async 'POST sign-out'({ session }) {
    // Without the service it holds here all the same: the cookie is removed. Other sites go on, and no further one is
    // entered without the password.
    await session.affilia.accounts.signOut().catch(() => undefined);
    return { location: './' };
  },
};

/**
 * Serves the site of one client: `client` gives its `{ clientId, clientKey }`. `url` is the address under which browsers
 * reach it, where that is not this machine. Port 0 takes a free one.
 */
export async function serve({ port, endpoint, client, cookieKey, url, host = '127.0.0.1' }) {
  const server = createServer((request, response) => {
    answer(request, response).catch(fault => {
      console.error(fault);
      response.destroy();
    });
  });
  server.listen(port, host);
  await once(server, 'listening');
  const here = url ?? `http://localhost:${server.address().port}`;
  const realm = new URL(endpoint).origin;

  async function answer(request, response) {
    const address = new URL(request.url, here);
    const [, folder, name] = /^\/(fr|en)\/([a-z-]*)$/.exec(address.pathname) ?? [];
    const act = ACTS[`${request.method === 'HEAD' ? 'GET' : request.method} ${name}`];
    if (FILES.has(address.pathname)) return send(await FILES.get(address.pathname));
    if (address.pathname === '/') return send({ location: `/${languageOf(request)}/` });
    if (!act) return send({ status: 404, type: 'text/plain', text: '404' });

    const say = words[folder];
    if (isFromElsewhere(request)) return send({ status: 403, type: 'text/html', text: drawElsewhere(say) });
    const known = await client();
    if (!known) return send({ status: 503, type: 'text/html', text: drawFault(say) });
    const { clientId, clientKey } = known;
    const sent = request.headers.cookie;
    const session = await openServerSession({
      endpoint,
      clientKey,
      locale: say.locale,
      cookieKey,
      cookies: sent,
      use: { accounts },
    });
    const site = { realm, clientId, home: `${here}/${folder}/`, locale: say.locale };
    const done = await act({ session, site, say, address, sent }).catch(fault => {
      // Only what the SDK throws is the service's; the rest is this program's own fault.
      if (fault.name !== 'AffiliaError') throw fault;
      return { status: 503, page: drawFault(say) };
    });
    // After all calls: any of them may have renewed the tokens, or ended the session.
    const kept = await session.setCookies().catch(() => []);
    return send({ ...done, type: 'text/html', text: done.page, cookies: [...(done.cookies ?? []), ...kept] });

    function send({ location, status = location ? 303 : 200, type = 'text/plain', text = '', cookies = [] }) {
      response.writeHead(status, {
        'content-type': `${type}; charset=utf-8`,
        'cache-control': 'no-store',
        // The button to sign in leads to the realm: browsers judge the redirect too.
        'content-security-policy': `default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self' ${realm}; base-uri 'none'; frame-ancestors 'none'`,
        'x-content-type-options': 'nosniff',
        // The address that people come back to carries a code for a moment.
        'referrer-policy': 'no-referrer',
        ...(location && { location }),
        ...(cookies.length > 0 && { 'set-cookie': cookies }),
      });
      response.end(text);
    }
  }

  return {
    url: here,
    close: () =>
      new Promise(resolve => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

const FILES = new Map(
  Object.entries({ 'style.css': 'text/css', 'icon.svg': 'image/svg+xml' }).map(([name, type]) => [
    `/${name}`,
    readFile(join(import.meta.dirname, name), 'utf8').then(text => ({ type, text })),
  ]),
);

/**
 * Whether a form of another site was sent here. `SameSite=Lax` keeps the cookie from other sites, and yet gives it to
 * subdomains and other ports of this one. `Origin` would not tell: pages with our `referrer-policy` send `null`.
 */
function isFromElsewhere({ method, headers }) {
  const from = headers['sec-fetch-site'];
  return method === 'POST' && from !== undefined && from !== 'same-origin';
}

/** French unless the browser would rather have English. */
const languageOf = ({ headers }) => (/^\s*en/i.test(headers['accept-language'] ?? '') ? 'en' : 'fr');

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { values } = parseArgs({
    options: {
      port: { type: 'string', default: '4004' },
      url: { type: 'string' },
      endpoint: { type: 'string', default: 'http://localhost:4000/graphql' },
      client: { type: 'string', default: '' },
    },
  });
  const [clientId, clientKey] = values.client.split(',');
  // Not an argument: every user of the machine can read those of a program that runs.
  const cookieKey = process.env.COOKIE_KEY;
  if (!clientKey || !cookieKey) {
    console.error('Give COOKIE_KEY (openssl rand -base64 32) and --client cli_…,affilia_pk_test_…');
    process.exit(1);
  }
  const client = () => Promise.resolve({ clientId, clientKey });
  console.log((await serve({ ...values, port: Number(values.port), client, cookieKey })).url);
}
