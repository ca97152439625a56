import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { getIntrospectionQuery } from 'graphql';
import { request } from 'node:http';
import { openStorage } from '../../src/platform/storage/open-storage.ts';
import { openS3Server } from './s3-server.ts';
import { gates } from './tiny-schema.ts';
import { HOSTED_SITE, openTinyServer, SITE, TOOL, type TinyServer } from './tiny-server.ts';

let server: TinyServer;
beforeAll(async () => {
  server = await openTinyServer({ trustedProxies: ['127.0.0.1'] });
});
afterAll(() => server.close());

const code = ({ errors }: { errors: readonly { extensions: Record<string, unknown> }[] }): unknown =>
  errors[0]?.extensions['code'];

describe('Who is calling', () => {
  it('answers what concerns nobody without a client', async () => {
    const response = await fetch(`${server.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{"query":"{ __typename anyone { name } }"}',
    });

    expect(await response.json()).toEqual({ data: { __typename: 'Query', anyone: { name: 'anyone' } } });
  });

  it('asks a program without a client to name itself, in both languages', async () => {
    const ask = async (language: string): Promise<unknown> => {
      const response = await fetch(`${server.url}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'accept-language': language },
        body: '{"query":"{ person }"}',
      });
      expect(response.status).toBe(401);
      expect(response.headers.get('www-authenticate')).toBe('Bearer');
      const { errors } = (await response.json()) as { errors: { message: string }[] };
      return errors[0]?.message;
    };

    expect(await ask('fr')).toBe('Nommez le client appelant dans l’en-tête «\u00a0x-affilia-client\u00a0».');
    expect(await ask('en')).toBe('Name the calling client in the header “x-affilia-client”.');
  });

  it('refuses a key that is not known', async () => {
    const answer = await server.ask('{ caller }', {}, { 'x-affilia-client': 'affilia_pk_test_other' });

    expect(answer.status).toBe(401);
    expect(code(answer)).toBe('UNAUTHENTICATED');
    expect(answer.text).not.toContain('affilia_pk_test_other');
  });

  it('refuses a token that is not valid, whatever is asked, so that the program refreshes it', async () => {
    const answer = await server.ask('{ caller }', {}, { authorization: 'Bearer old' });

    expect(answer.status).toBe(401);
    expect(code(answer)).toBe('UNAUTHENTICATED');
    expect(answer.data).toBeUndefined();
  });

  it('lets a signed-in person through, and asks others to sign in', async () => {
    const known = await server.ask('{ person }', {}, { authorization: 'Bearer good' });
    const unknown = await server.ask('{ person }');

    expect(known.data).toEqual({ person: 'account' });
    expect(unknown.status).toBe(401);
    expect(code(unknown)).toBe('UNAUTHENTICATED');
  });

  it('never lets a publishable client exercise a staff assignment, whoever is signed in', async () => {
    const site = await server.ask('{ staff }', {}, { authorization: 'Bearer good' });
    const tool = await server.ask(
      '{ staff }',
      {},
      { authorization: 'Bearer good', 'x-affilia-client': TOOL },
    );
    const toolAlone = await server.ask('{ staff }', {}, { 'x-affilia-client': TOOL });

    expect([site.status, code(site)]).toEqual([403, 'FORBIDDEN']);
    expect(tool.data).toEqual({ staff: 'staff' });
    expect(code(toolAlone)).toBe('UNAUTHENTICATED');
  });

  it('takes passwords only from clients that may', async () => {
    const guess = 'mutation { guess(input: { password: "x" }) { __typename } }';

    const hosted = await server.ask(guess, {}, { 'x-affilia-client': HOSTED_SITE });
    const direct = await server.ask(guess);

    expect([hosted.status, code(hosted)]).toEqual([403, 'FORBIDDEN']);
    expect(direct.data).toEqual({ guess: { __typename: 'GuessSuccess' } });
  });
});

describe('The visitor’s address', () => {
  it('is believed from a configured proxy, and cut to what one household holds', async () => {
    const from = async (address: string): Promise<unknown> =>
      (await server.ask('{ caller }', {}, { 'x-forwarded-for': address })).data?.['caller'];

    expect(await from('203.0.113.9')).toBe('site from 203.0.113.9');
    for (const wrapped of ['::ffff:203.0.113.9', '::FFFF:cb00:7109', '0:0:0:0:0:ffff:cb00:7109'])
      expect(await from(wrapped)).toBe('site from 203.0.113.9');
    expect(await from('::ffff:7f00:1')).toBe('site from 127.0.0.1');
    expect(await from('::ffff:0:cb00:7109')).toBe('site from 0:0:0:0::/64');
    expect(await from('2001:db8:1:2:3:4:5:6')).toBe('site from 2001:db8:1:2::/64');
    expect(await from('2001:db8::6')).toBe('site from 2001:db8:0:0::/64');
    expect(await from('not an address')).toBe('site from 127.0.0.1');
  });

  it('may be passed on by a client with a secret and by nobody else', async () => {
    const passedOn = { 'x-affilia-visitor': '198.51.100.7' };

    const site = await server.ask('{ caller }', {}, passedOn);
    const tool = await server.ask('{ caller }', {}, { ...passedOn, 'x-affilia-client': TOOL });

    expect(site.data).toEqual({ caller: 'site from 127.0.0.1' });
    expect(tool.data).toEqual({ caller: 'tool from 198.51.100.7' });
  });

  it('ignores forwarded headers from anyone else', async () => {
    const direct = await openTinyServer();
    try {
      const answer = await direct.ask('{ caller }', {}, { 'x-forwarded-for': '203.0.113.9' });

      expect(answer.data).toEqual({ caller: 'site from 127.0.0.1' });
    } finally {
      await direct.close();
    }
  });
});

describe('GraphQL over HTTP', () => {
  it('answers as application/graphql-response+json where that is asked for', async () => {
    const plain = await server.ask('{ caller }');
    const modern = await server.ask(
      '{ caller }',
      {},
      { accept: 'application/graphql-response+json, application/json;q=0.9' },
    );

    expect(plain.headers.get('content-type')).toBe('application/json; charset=utf-8');
    expect(modern.headers.get('content-type')).toBe('application/graphql-response+json; charset=utf-8');
  });

  it.each([
    ['no JSON', '{"query":', {}, 400],
    ['an empty body', '', {}, 400],
    ['JSON that is no object', '3', {}, 400],
    ['a batch', '[{"query":"{ caller }"},{"query":"{ caller }"}]', {}, 400],
    ['no query', '{"variables":{}}', {}, 400],
    ['a query that is no text', '{"query":{"kind":"Document"}}', {}, 400],
    ['variables that are no object', '{"query":"{ caller }","variables":"{}"}', {}, 400],
    [
      'a stored document that nobody stored',
      '{"extensions":{"persistedQuery":{"version":1,"sha256Hash":"x"}}}',
      {},
      400,
    ],
    ['a prototype', '{"query":"{ caller }","__proto__":{"admin":true}}', {}, 400],
    ['a form', 'query=%7B+caller+%7D', { 'content-type': 'application/x-www-form-urlencoded' }, 415],
    ['plain text, which needs no preflight', '{"query":"{ caller }"}', { 'content-type': 'text/plain' }, 415],
    ['an answer that we do not speak', '{"query":"{ caller }"}', { accept: 'text/html' }, 406],
    ['a body that is too large', JSON.stringify({ query: `{ caller } #${'x'.repeat(262_144)}` }), {}, 413],
    ['two operations without a name', '{"query":"query A { caller } query B { caller }"}', {}, 400],
    ['a document with a mistake', '{"query":"{ caller "}', {}, 400],
    ['a field that does not exist', '{"query":"{ collar }"}', {}, 400],
  ])('refuses %s in our own words', async (_what, body, headers, status) => {
    const answer = await server.send(body, headers);

    expect(answer.status).toBe(status);
    expect(code(answer)).toBe('BAD_REQUEST');
    expect(answer.errors[0]?.extensions['requestId']).toBe(answer.headers.get('x-request-id'));
    expect(answer.text).not.toMatch(/Did you mean|Syntax Error|Unexpected|POST body|stack|collar/);
    expect(answer.data).toBeUndefined();
  });

  it('does not run a mutation whose answer nobody could take', async () => {
    const before = gates.touched;

    const answer = await server.ask('mutation { touch }', {}, { accept: 'multipart/mixed' });

    expect(answer.status).toBe(406);
    expect(gates.touched).toBe(before);
  });

  it('answers no other method', async () => {
    for (const method of ['GET', 'PUT', 'DELETE']) {
      const response = await fetch(`${server.url}/graphql?query=%7Bcaller%7D`, { method });

      expect(response.status).toBe(405);
      expect(response.headers.get('allow')).toBe('POST, OPTIONS');
    }
  });

  it('says that there is nothing, without repeating the address', async () => {
    const nowhere = await fetch(`${server.url}/secret-path`);
    const broken = await fetch(`${server.url}/%zz`);

    expect(nowhere.status).toBe(404);
    expect(await nowhere.text()).not.toContain('secret-path');
    expect(broken.status).toBe(400);
    expect(await broken.text()).not.toContain('%zz');
  });

  it('does not take an impossible host for a mistake of its own', async () => {
    const status = await new Promise<number | undefined>((resolve, reject) => {
      const { port } = new URL(server.url);
      const body = '{"query":"{ caller }"}';
      const call = request(
        {
          port,
          host: '127.0.0.1',
          path: '/graphql',
          method: 'POST',
          headers: { host: 'a b', 'content-type': 'application/json', 'x-affilia-client': SITE },
        },
        response => {
          response.resume();
          resolve(response.statusCode);
        },
      );
      call.on('error', reject);
      call.end(body);
    });

    expect(status).toBe(400);
  });
});

describe('Every answer', () => {
  it('carries a request id: ours, or a harmless one of the caller', async () => {
    const own = await server.ask('{ caller }');
    const theirs = await server.ask('{ caller }', {}, { 'x-request-id': 'abc-123' });
    const harmful = await server.ask('{ caller }', {}, { 'x-request-id': 'abc 123 <script>' });

    expect(own.headers.get('x-request-id')).toMatch(/^[0-9a-f]{24}$/);
    expect(theirs.headers.get('x-request-id')).toBe('abc-123');
    expect(harmful.headers.get('x-request-id')).toMatch(/^[0-9a-f]{24}$/);
  });

  it('names its language and protects itself', async () => {
    const { headers } = await server.ask('{ caller }', {}, { 'accept-language': 'fr-CA,fr;q=0.9' });

    expect(headers.get('content-language')).toBe('fr-CA');
    expect(headers.get('vary')).toBe('Accept-Language, Origin');
    expect(headers.get('cache-control')).toBe('no-store');
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('referrer-policy')).toBe('no-referrer');
    expect(headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
    expect(headers.get('x-powered-by')).toBeNull();
  });
});

describe('Health and metrics', () => {
  it('is alive and ready', async () => {
    const [alive, ready] = await Promise.all([fetch(`${server.url}/healthz`), fetch(`${server.url}/readyz`)]);

    expect([alive.status, ready.status]).toEqual([200, 200]);
    expect(await ready.json()).toEqual({ status: 'READY' });
  });

  it('is not ready within five seconds of losing the database, and ready again with it', async () => {
    const lost = await openTinyServer({ behindProxy: true });
    const ready = async (): Promise<[number, unknown]> => {
      const response = await fetch(`${lost.url}/readyz`);
      return [response.status, await response.json()];
    };
    try {
      expect(await ready()).toEqual([200, { status: 'READY' }]);

      lost.proxy.cut();

      expect(await ready()).toEqual([
        503,
        { status: 'DATABASE_AWAY', text: expect.stringContaining('DATABASE_URL') },
      ]);
      expect((await fetch(`${lost.url}/healthz`)).status).toBe(200);
      expect((await fetch(`${lost.url}/metrics`)).status).toBe(200);

      lost.proxy.mend();

      expect(await ready()).toEqual([200, { status: 'READY' }]);
    } finally {
      await lost.close();
    }
  });

  it('is not ready while the database hangs', async () => {
    const hanging = await openTinyServer({ behindProxy: true });
    try {
      hanging.proxy.hang();
      const response = await fetch(`${hanging.url}/readyz`, { signal: AbortSignal.timeout(5_000) });

      expect(response.status).toBe(503);
    } finally {
      hanging.proxy.cut();
      await hanging.close();
    }
  });

  it('is not ready on an old schema', async () => {
    const old = await openTinyServer({ migrations: ['AddWhatIsNotThere1'] });
    try {
      const ready = await fetch(`${old.url}/readyz`);

      expect(ready.status).toBe(503);
      expect(await ready.json()).toMatchObject({ status: 'OLD_SCHEMA' });
    } finally {
      await old.close();
    }
  });

  it('is ready without the bucket, which it says to whoever operates it', async () => {
    const s3 = await openS3Server();
    s3.fail(503);
    const storage = openStorage({ kind: 'S3', ...s3.place });
    const here = await openTinyServer({ storage });
    try {
      const ready = await fetch(`${here.url}/readyz`);

      expect(ready.status).toBe(200);
      expect(await ready.json()).toEqual({
        status: 'READY',
        storage: 'AWAY',
        text: expect.stringMatching(/bucket of STORAGE_URL takes no files/),
      });
      const metrics = await (await fetch(`${here.url}/metrics`)).text();
      expect(metrics).toMatch(/^affilia_storage_writable 0$/m);
      s3.fail(null);
      expect(await (await fetch(`${here.url}/readyz`)).json()).toEqual({ status: 'READY' });
    } finally {
      await here.close();
      await s3.close();
    }
  });

  it('publishes its keys', async () => {
    const response = await fetch(`${server.url}/.well-known/jwks.json`);
    const { keys } = (await response.json()) as { keys: Record<string, unknown>[] };

    expect(keys[0]).toMatchObject({ kty: 'EC', crv: 'P-256' });
    expect(keys[0]).not.toHaveProperty('d');
  });

  it('counts operations and problems under names of the schema only', async () => {
    await server.ask('query Canary_1 { caller }');
    await server.ask('mutation { guess(input: { password: "again" }) { __typename } }');

    const text = await (await fetch(`${server.url}/metrics`)).text();

    expect(text).toContain('affilia_graphql_operations_total{field="caller",outcome="OK"}');
    expect(text).toContain('affilia_graphql_operations_total{field="guess",outcome="PROBLEM"}');
    expect(text).toContain('affilia_problems_total{problem="TooManyAttempts"} 1');
    expect(text).toMatch(/affilia_database_connections\{state="total"\} \d/);
    expect(text).toMatch(/affilia_jobs\{state="waiting"\} 0/);
    expect(text).toContain('affilia_http_request_seconds_bucket');
    expect(text).not.toContain('Canary_1');
  });

  it('shows counts to nobody who comes through a proxy', async () => {
    const response = await fetch(`${server.url}/metrics`, { headers: { 'x-forwarded-for': '203.0.113.9' } });

    expect(response.status).toBe(404);
  });
});

describe('The budget of requests', () => {
  it('is counted per visitor and says when to come back', async () => {
    const strict = await openTinyServer({ requestsPerMinute: 2, trustedProxies: ['127.0.0.1'] });
    const from = (address: string) => strict.ask('{ caller }', {}, { 'x-forwarded-for': address });
    try {
      const first = await from('203.0.113.1');
      await from('203.0.113.1');
      const third = await from('203.0.113.1');
      const neighbour = await from('203.0.113.2');

      expect(first.headers.get('ratelimit')).toBe('"requests";r=1;t=60');
      expect(first.headers.get('ratelimit-policy')).toBe('"requests";q=2;w=60');
      expect([third.status, code(third)]).toEqual([429, 'RATE_LIMITED']);
      expect(third.headers.get('retry-after')).toBe('60');
      expect(third.errors[0]?.extensions['retryAfterSeconds']).toBe(60);
      expect(neighbour.status).toBe(200);

      strict.clock.advance(60_000);

      expect((await from('203.0.113.1')).status).toBe(200);
    } finally {
      await strict.close();
    }
  });

  it('also holds for whoever tries out keys', async () => {
    const strict = await openTinyServer({ requestsPerMinute: 2 });
    try {
      const statuses = [];
      for (const key of ['a', 'b', 'c'])
        statuses.push((await strict.ask('{ caller }', {}, { 'x-affilia-client': key })).status);

      expect(statuses).toEqual([401, 401, 429]);
    } finally {
      await strict.close();
    }
  });
});

describe('GraphiQL', () => {
  it('comes whole from this server, with the test key, and introspection works', async () => {
    const test = await openTinyServer({ graphiqlKey: SITE });
    try {
      const page = await fetch(`${test.url}/graphiql`);
      const html = await page.text();
      const sources = [...html.matchAll(/(?:src|href)="(\/[^"]+)"/g)].map(match => match[1] ?? '');
      const files = await Promise.all(sources.map(source => fetch(test.url + source)));

      expect(page.headers.get('content-security-policy')).toContain("script-src 'self';");
      expect(html).toContain(SITE);
      expect(html).not.toMatch(/https?:\/\//);
      expect(files.map(file => file.status)).toEqual(sources.map(() => 200));
      expect((await test.ask(getIntrospectionQuery())).data).toHaveProperty('__schema.types');
    } finally {
      await test.close();
    }
  });

  it('is not there otherwise, and neither is introspection', async () => {
    const answer = await server.ask('{ __schema { queryType { name } } }');

    expect((await fetch(`${server.url}/graphiql`)).status).toBe(404);
    expect([answer.status, code(answer)]).toEqual([400, 'BAD_REQUEST']);
  });
});

describe('Stopping', () => {
  it('lets requests in flight finish and takes no more', async () => {
    const stopping = await openTinyServer();
    const entered = new Promise<void>(resolve => (gates.entered = resolve));
    const inFlight = stopping.ask('{ waits }');
    await entered;

    const stopped = stopping.stop();
    await new Promise(resolve => setTimeout(resolve, 600));
    await expect(fetch(`${stopping.url}/healthz`)).rejects.toThrow();
    gates.open();

    expect((await inFlight).data).toEqual({ waits: 'done' });
    await stopped;
    await stopping.close();
  });

  it('fails none of 200 requests in flight', async () => {
    const stopping = await openTinyServer();
    const sleep = 'query ($sql: String!) { failsInTheDatabase(sql: $sql) }';
    const inFlight = Array.from({ length: 200 }, () => stopping.ask(sleep, { sql: 'select pg_sleep(0.1)' }));
    await inFlight[0];

    await stopping.stop();

    const statuses = (await Promise.all(inFlight)).map(answer => answer.status);
    expect(statuses).toEqual(Array(200).fill(200));
    await stopping.close();
  });
});
