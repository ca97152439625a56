// Serves the example site: plain files, the SDK's modules as they were built, and a strict page policy.
// By itself: node serve.mjs --endpoint https://api.example.org/graphql --site localhost=cli_…,affilia_pk_test_…
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
/** Nothing else is served, so no address leads out of the two folders. */
const PATH = /^\/(?:[a-z0-9-]+\/)*[\w-]+(?:\.[a-z]{2})?\.(?:html|css|js|svg)$/;

/**
 * Serves the site under every host for which `siteOn` knows a client: `{ clientKey, clientId }`. To a browser each
 * host is another site. Port 0 takes a free one.
 */
export async function serve({ port, endpoint, siteOn, host = '127.0.0.1' }) {
  const server = createServer((request, response) => {
    answer(request, response, { endpoint, siteOn }).catch(fault => {
      console.error(fault);
      response.destroy();
    });
  });
  server.listen(port, host);
  await once(server, 'listening');
  return {
    port: server.address().port,
    close: () =>
      new Promise(resolve => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function answer(request, response, { endpoint, siteOn }) {
  const { pathname } = new URL(request.url, 'http://site');
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    response.writeHead(405, { allow: 'GET, HEAD' }).end();
    return;
  }
  if (pathname === '/' || pathname === '/fr' || pathname === '/en') {
    const french = !/^\s*en/i.test(request.headers['accept-language'] ?? '');
    const location = pathname === '/' ? (french ? '/fr/' : '/en/') : `${pathname}/`;
    response.writeHead(302, { location, vary: 'accept-language', 'cache-control': 'no-store' }).end();
    return;
  }
  const content =
    pathname === '/config.js' ? await configOf(request, endpoint, siteOn) : await contentOf(pathname);
  if (content === null) {
    response.writeHead(404, { 'content-type': 'text/plain; charset=utf-8' }).end('404');
    return;
  }
  const type = TYPES[extname(fileOf(pathname))];
  response.writeHead(200, {
    'content-type': type,
    'cache-control': 'no-cache',
    'content-security-policy': policyOf(type === TYPES['.html'] ? String(content) : '', endpoint),
    'x-content-type-options': 'nosniff',
    // The address that people come back to carries a code for a moment.
    'referrer-policy': 'no-referrer',
  });
  response.end(request.method === 'HEAD' ? undefined : content);
}

async function configOf({ headers }, endpoint, siteOn) {
  const site = await siteOn(new URL(`http://${headers.host}`).hostname);
  if (site === null) return null;
  return Object.entries({ endpoint, ...site })
    .map(([name, value]) => `export const ${name} = ${JSON.stringify(value)};\n`)
    .join('');
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

/** The import map is the only thing inline: its digest lets it, and nothing else, in. */
function policyOf(html, endpoint) {
  const maps = [...html.matchAll(/<script type="importmap">([\s\S]*?)<\/script>/g)].map(
    ([, map]) => ` 'sha256-${createHash('sha256').update(map).digest('base64')}'`,
  );
  const { origin } = new URL(endpoint);
  return [
    "default-src 'none'",
    `script-src 'self'${maps.join('')}`,
    "style-src 'self'",
    "img-src 'self'",
    `connect-src ${endpoint} ${origin}/oidc/token`,
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { values } = parseArgs({
    options: {
      port: { type: 'string', default: '4003' },
      endpoint: { type: 'string', default: 'http://localhost:4000/graphql' },
      site: { type: 'string', multiple: true, default: [] },
    },
  });
  const sites = new Map(
    values.site.map(text => {
      const [host, clientId, clientKey] = text.split(/[=,]/);
      return [host, { clientId, clientKey }];
    }),
  );
  if (sites.size === 0) {
    console.error(
      'Give a host with the id and the publishable key of its client: --site localhost=cli_…,affilia_pk_test_…',
    );
    process.exit(1);
  }
  const siteOn = host => Promise.resolve(sites.get(host) ?? null);
  const { port } = await serve({ port: Number(values.port), endpoint: values.endpoint, siteOn });
  for (const host of sites.keys()) console.log(`http://${host}:${port}`);
}
