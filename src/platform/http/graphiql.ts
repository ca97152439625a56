import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { FastifyInstance } from 'fastify';

const packageFile = (name: string, file: string): string =>
  join(dirname(createRequire(import.meta.url).resolve(`${name}/package.json`)), file);

const FILES = {
  'react.js': ['react', 'umd/react.production.min.js', 'text/javascript'],
  'react-dom.js': ['react-dom', 'umd/react-dom.production.min.js', 'text/javascript'],
  'graphiql.js': ['graphiql', 'graphiql.min.js', 'text/javascript'],
  'graphiql.css': ['graphiql', 'graphiql.min.css', 'text/css'],
} as const;

/** Its styles are set from scripts and its fonts lie in its style sheet; everything comes from us. */
const POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; font-src 'self' data:; img-src 'self' data:; " +
  "connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

const page = (clientKey: string): string => `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>GraphiQL</title>
    <link rel="icon" href="data:,">
    <link rel="stylesheet" href="/graphiql/graphiql.css">
    <link rel="stylesheet" href="/graphiql/page.css">
  </head>
  <body>
    <div id="graphiql" data-client-key="${clientKey}"></div>
    <script src="/graphiql/react.js"></script>
    <script src="/graphiql/react-dom.js"></script>
    <script src="/graphiql/graphiql.js"></script>
    <script src="/graphiql/page.js"></script>
  </body>
</html>
`;

const STYLE = 'html, body, #graphiql { height: 100%; margin: 0; }\n';

const SCRIPT = `const place = document.getElementById('graphiql');
const headers = { 'x-affilia-client': place.dataset.clientKey };
ReactDOM.createRoot(place).render(
  React.createElement(GraphiQL, {
    fetcher: GraphiQL.createFetcher({ url: '/graphql', headers }),
    defaultHeaders: JSON.stringify({ 'accept-language': 'fr-CA' }, null, 2),
    defaultQuery: 'query Realm {\\n  realm {\\n    mode\\n    association {\\n      name\\n    }\\n  }\\n}\\n',
    isHeadersEditorEnabled: true,
  }),
);
`;

const KEY = /^[\w-]+$/;

/** The page on which one tries the API out, with the realm's test key filled in. Nothing is fetched from elsewhere. */
export function addGraphiql(app: FastifyInstance, clientKey: string): void {
  if (!KEY.test(clientKey)) throw new Error('the client key of GraphiQL is not a key');
  app.get('/graphiql', (_request, reply) =>
    reply.header('content-security-policy', POLICY).type('text/html; charset=utf-8').send(page(clientKey)),
  );
  app.get('/graphiql/page.js', (_request, reply) =>
    reply.type('text/javascript; charset=utf-8').send(SCRIPT),
  );
  app.get('/graphiql/page.css', (_request, reply) => reply.type('text/css; charset=utf-8').send(STYLE));
  for (const [name, [from, file, type]] of Object.entries(FILES)) {
    app.get(`/graphiql/${name}`, async (_request, reply) =>
      reply
        .header('cache-control', 'max-age=86400')
        .type(`${type}; charset=utf-8`)
        .send(await readFile(packageFile(from, file))),
    );
  }
}
