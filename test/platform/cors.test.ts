import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createHash } from 'node:crypto';
import {
  HOSTED_SITE,
  LOCAL_ORIGIN,
  openTinyServer,
  OTHER_ORIGIN,
  SITE,
  SITE_ORIGIN,
  TOOL,
  type TinyServer,
} from './tiny-server.ts';

let server: TinyServer;
beforeAll(async () => {
  server = await openTinyServer();
});
afterAll(() => server.close());

const preflight = (origin: string, to = server): Promise<Response> =>
  fetch(`${to.url}/graphql`, {
    method: 'OPTIONS',
    headers: {
      origin,
      'access-control-request-method': 'POST',
      'access-control-request-headers': 'content-type,x-affilia-client',
    },
  });

const allowed = ({ headers }: { headers: Headers }): string | null =>
  headers.get('access-control-allow-origin');

describe('A browser asks first', () => {
  it('and not without end', async () => {
    const strict = await openTinyServer({ requestsPerMinute: 2 });
    try {
      const statuses = [];
      for (let i = 0; i < 3; i++) statuses.push((await preflight(SITE_ORIGIN, strict)).status);

      expect(statuses).toEqual([204, 204, 429]);
    } finally {
      await strict.close();
    }
  });

  it('and is let through from every registered origin, whichever client it belongs to', async () => {
    for (const origin of [SITE_ORIGIN, OTHER_ORIGIN]) {
      const { status, headers } = await preflight(origin);

      expect(status).toBe(204);
      expect(headers.get('access-control-allow-origin')).toBe(origin);
      expect(headers.get('access-control-allow-methods')).toBe('POST');
      expect(headers.get('access-control-allow-headers')).toContain('x-affilia-client');
      expect(headers.get('access-control-allow-headers')).not.toContain('x-affilia-visitor');
      expect(headers.get('access-control-allow-credentials')).toBeNull();
      expect(headers.get('access-control-max-age')).toBe('7200');
      expect(headers.get('vary')).toContain('Origin');
    }
  });

  it.each([
    'https://evil.example.com',
    'null',
    'https://membres.example.ca.evil.example.com',
    'https://sub.membres.example.ca',
    'http://membres.example.ca',
    'https://membres.example.ca:8443',
    'https://membres.example.ca/',
    'https://MEMBRES.example.ca',
    '*',
  ])('and learns nothing from %s', async origin => {
    expect(allowed(await preflight(origin))).toBeNull();
  });
});

describe('A page calls', () => {
  it('with its own client, and may read the answer', async () => {
    const answer = await server.ask('{ caller }', {}, { origin: SITE_ORIGIN });

    expect(answer.data).toEqual({ caller: 'site from 127.0.0.1' });
    expect(allowed(answer)).toBe(SITE_ORIGIN);
    expect(answer.headers.get('access-control-expose-headers')).toBe(
      'Retry-After, RateLimit, RateLimit-Policy, Content-Language, X-Request-Id, Deprecation, Sunset',
    );
  });

  it('with the client of another page, and is refused', async () => {
    const answer = await server.ask('{ caller }', {}, { origin: OTHER_ORIGIN });

    expect(answer.status).toBe(403);
    expect(answer.errors[0]?.extensions['code']).toBe('FORBIDDEN');
    expect(allowed(answer)).toBeNull();
    expect(
      (await server.ask('{ caller }', {}, { origin: SITE_ORIGIN, 'x-affilia-client': HOSTED_SITE })).status,
    ).toBe(403);
  });

  it('from nowhere (a sandboxed frame, a file), and is refused', async () => {
    expect((await server.ask('{ caller }', {}, { origin: 'null' })).status).toBe(403);
  });

  it('with a secret key, which must never be in a browser, and is refused', async () => {
    const answer = await server.ask('{ caller }', {}, { origin: SITE_ORIGIN, 'x-affilia-client': TOOL });

    expect(answer.status).toBe(403);
    expect(answer.errors[0]?.message).toBe('A secret key must never be used in a browser. Revoke this one.');
  });

  it('with a key that is not known, and can read why', async () => {
    const answer = await server.ask('{ caller }', {}, { origin: SITE_ORIGIN, 'x-affilia-client': 'unknown' });

    expect(answer.status).toBe(401);
    expect(allowed(answer)).toBe(SITE_ORIGIN);
  });

  it('with a token that has expired, and can read why', async () => {
    const answer = await server.ask('{ caller }', {}, { origin: SITE_ORIGIN, authorization: 'Bearer old' });

    expect(answer.status).toBe(401);
    expect(allowed(answer)).toBe(SITE_ORIGIN);
  });

  it('of ours, under either name of one’s own machine', async () => {
    for (const origin of ['http://localhost:4000', server.url])
      expect((await server.ask('{ caller }', {}, { origin })).status).toBe(200);

    expect((await server.ask('{ caller }', {}, { origin: 'http://localhost:4999' })).status).toBe(403);
  });
});

describe('A live realm', () => {
  let live: TinyServer;
  beforeAll(async () => {
    const caller = '{ caller }';
    const sha256 = createHash('sha256').update(caller).digest('hex');
    live = await openTinyServer({
      live: true,
      publicUrl: 'https://portail.example.ca',
      documents: { shipped: new Map([[sha256, caller]]), ofClient: () => Promise.resolve(null) },
    });
  });
  afterAll(() => live.close());

  it('lets no page of one’s own machine in, even when it is registered', async () => {
    expect(allowed(await preflight(LOCAL_ORIGIN, live))).toBeNull();
    expect((await live.ask('{ caller }', {}, { origin: LOCAL_ORIGIN })).status).toBe(403);
    expect((await live.ask('{ caller }', {}, { origin: SITE_ORIGIN })).status).toBe(200);
    expect((await live.ask('{ caller }', {}, { origin: 'https://portail.example.ca' })).status).toBe(200);
  });

  it('asks browsers to come back encrypted', async () => {
    const { headers } = await fetch(`${live.url}/healthz`);

    expect(headers.get('strict-transport-security')).toContain('max-age=31536000');
  });

  it('is reached by programs without an origin', async () => {
    expect((await live.ask('{ caller }', {}, { 'x-affilia-client': SITE })).status).toBe(200);
  });
});
