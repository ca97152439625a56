// Serves the example site: plain files, the SDK's modules as they were built, and a page policy as strict as it gets.
// By itself: node serve.mjs --endpoint https://api.example.org/graphql --key aqpm=affilia_pk_test_…
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import { dirname, extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

const SITE = join(import.meta.dirname, 'site');
const SDK = join(
  dirname(createRequire(import.meta.url).resolve('@affilia/sdk/package.json')),
  'dist/browser',
);

const TYPES = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
};
/** What every page loads again. */
const SHARED = new Set([TYPES['.css'], TYPES['.js'], TYPES['.svg']]);
/** Nothing else is served, so no address leads out of the two folders. */
const PATH = /^\/(?:[a-z0-9-]+\/)*[\w-]+(?:\.[a-z]{2})?\.(?:html|css|js|svg)$/;

/**
 * Serves the site for the associations whose publishable keys are given; the first is the one that an address without
 * `?association=` means. `clientIds` gives the ids of their clients by the same names, where people may also sign in on
 * the page of the realm. Port 0 takes a free one.
 */
export async function serve({ port, endpoint, keys, clientIds, host = '127.0.0.1' }) {
  const config = async () =>
    Object.entries({ endpoint, keys, ...(clientIds && { clientIds: await clientIds() }) })
      .map(([name, value]) => `export const ${name} = ${JSON.stringify(value)};\n`)
      .join('');
  const called = clientIds ? `${endpoint} ${new URL(endpoint).origin}/oidc/token` : endpoint;
  const server = createServer((request, response) => {
    answer(request, response, { config, called }).catch(fault => {
      console.error(fault);
      response.destroy();
    });
  });
  server.listen(port, host);
  await once(server, 'listening');
  return {
    url: `http://${host}:${server.address().port}`,
    close: () =>
      new Promise(resolve => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function answer(request, response, { config, called }) {
  const { pathname, search } = new URL(request.url, 'http://site');
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    response.writeHead(405, { allow: 'GET, HEAD' }).end();
    return;
  }
  if (pathname === '/' || pathname === '/fr' || pathname === '/en') {
    const folder = pathname === '/' ? `/${languageOf(request.headers['accept-language'])}` : pathname;
    const location = `${folder}/${search}`;
    response.writeHead(302, { location, vary: 'accept-language', 'cache-control': 'no-store' }).end();
    return;
  }
  const found = pathname === '/config.js' ? await config() : await contentOf(pathname);
  const content = found ?? (await readFile(join(SITE, '404.html')));
  const type = TYPES[found === null ? '.html' : extname(fileOf(pathname))];
  response.writeHead(found === null ? 404 : 200, {
    'content-type': type,
    'cache-control': SHARED.has(type) && pathname !== '/config.js' ? 'max-age=60' : 'no-cache',
    'content-security-policy': policyOf(pathname, type === TYPES['.html'] ? String(content) : '', called),
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
  });
  response.end(request.method === 'HEAD' ? undefined : content);
}

const fileOf = pathname => (pathname.endsWith('/') ? `${pathname}index.html` : pathname);

async function contentOf(pathname) {
  const file = fileOf(pathname);
  if (!PATH.test(file)) return null;
  const sdk = file.startsWith('/sdk/');
  try {
    return await readFile(sdk ? join(SDK, file.slice('/sdk/'.length)) : join(SITE, file));
  } catch (error) {
    if (error.code === 'ENOENT' || error.code === 'EISDIR') return null;
    throw error;
  }
}

/** Where cards are taken, the gateway may be Stripe, whose fields come from Stripe alone: there, and on no other page. */
const TAKES_CARDS = /^\/(?:fr|en)\/invoice\.html$/;
const CARD_FIELDS = {
  script: ' https://js.stripe.com https://*.js.stripe.com',
  called: ' https://api.stripe.com',
  framed: 'https://js.stripe.com https://*.js.stripe.com https://hooks.stripe.com',
};

/** The import map is the only thing inline: browsers take none from a file. Its digest lets it, and nothing else, in. */
function policyOf(pathname, html, called) {
  const card = TAKES_CARDS.test(pathname) ? CARD_FIELDS : null;
  const maps = [...html.matchAll(/<script type="importmap">([\s\S]*?)<\/script>/g)].map(
    ([, map]) => ` 'sha256-${createHash('sha256').update(map).digest('base64')}'`,
  );
  return [
    "default-src 'none'",
    `script-src 'self'${maps.join('')}${card?.script ?? ''}`,
    "style-src 'self'",
    "img-src 'self'",
    `connect-src ${called}${card?.called ?? ''}`,
    ...(card ? [`frame-src ${card.framed}`] : []),
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
}

/** French unless the browser would rather have English. */
function languageOf(header = '') {
  const [first] = header
    .split(',')
    .map(part =>
      part
        .trim()
        .toLowerCase()
        .split(/\s*;\s*q=/),
    )
    .map(([tag, weight = '1']) => ({ language: tag.slice(0, 2), weight: Number(weight) }))
    .filter(({ language, weight }) => weight > 0 && (language === 'fr' || language === 'en'))
    .sort((a, b) => b.weight - a.weight);
  return first?.language ?? 'fr';
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { values } = parseArgs({
    options: {
      port: { type: 'string', default: '4001' },
      endpoint: { type: 'string', default: 'http://localhost:4000/graphql' },
      key: { type: 'string', multiple: true, default: [] },
      client: { type: 'string', multiple: true, default: [] },
    },
  });
  const pairsIn = given => Object.fromEntries(given.map(pair => pair.split(/=(.*)/s).slice(0, 2)));
  const keys = pairsIn(values.key);
  if (values.key.length === 0) {
    console.error('Give a publishable key: --key aqpm=affilia_pk_test_…');
    process.exit(1);
  }
  const clientIds = values.client.length > 0 ? () => Promise.resolve(pairsIn(values.client)) : undefined;
  const { url } = await serve({ port: Number(values.port), endpoint: values.endpoint, keys, clientIds });
  console.log(url);
}
