import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createHash } from 'node:crypto';
import { HOSTED_SITE, openTinyServer, SITE, TOOL, type Reply, type TinyServer } from './tiny-server.ts';

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

const SHIPPED = '{ caller }';
const OWN = 'query Own { caller }';
const OTHER = 'query Other { caller }';

/** One document of the SDK, and one that the first site registered. */
const open = async (live: boolean): Promise<{ server: TinyServer; lookedUp: string[] }> => {
  const lookedUp: string[] = [];
  const server = await openTinyServer({
    live,
    publicUrl: 'https://portail.example.ca',
    documents: {
      shipped: new Map([[sha256(SHIPPED), SHIPPED]]),
      ofClient: (clientId, digest) => {
        lookedUp.push(`${clientId} ${digest}`);
        return Promise.resolve(clientId.endsWith('1') && digest === sha256(OWN) ? OWN : null);
      },
    },
  });
  return { server, lookedUp };
};

const ask = (server: TinyServer, key: string | null, query: string | null, digest?: string): Promise<Reply> =>
  server.send(
    JSON.stringify({
      ...(query !== null && { query }),
      ...(digest !== undefined && { extensions: { persistedQuery: { version: 1, sha256Hash: digest } } }),
    }),
    { 'x-affilia-client': key ?? '' },
  );
const told = ({ status, errors }: Reply): unknown[] => [
  status,
  errors.map(({ extensions }) => extensions['code']),
];
const RAN = [200, []];
const REFUSED = [400, ['BAD_REQUEST']];

describe('in a live realm (api 15)', () => {
  let live: TinyServer;
  let lookedUp: string[];
  beforeAll(async () => {
    ({ server: live, lookedUp } = await open(true));
  });
  afterAll(() => live.close());

  it.each([
    ['a document of the SDK', SITE, SHIPPED, RAN],
    ['a document that it registered', SITE, OWN, RAN],
    ['a document that another site registered', HOSTED_SITE, OWN, REFUSED],
    ['any other', SITE, OTHER, REFUSED],
    ['one that differs by a blank', SITE, `${SHIPPED} `, REFUSED],
    ['what is not even GraphQL', SITE, '{', REFUSED],
  ])('a publishable key that sends %s', async (_, key, text, outcome) => {
    expect(told(await ask(live, key, text))).toEqual(outcome);
    expect(told(await ask(live, key, null, sha256(text)))).toEqual(outcome);
    expect(told(await ask(live, key, text, sha256(text)))).toEqual(outcome);
  });

  it('says what to do about it, in both languages', async () => {
    const said = (language: string): Promise<Reply> =>
      live.send(JSON.stringify({ query: OTHER }), { 'x-affilia-client': SITE, 'accept-language': language });
    const { errors } = await said('fr-CA');
    const english = await said('en-CA');

    expect(errors[0]?.message).toContain('registerClientDocuments');
    expect(english.errors[0]?.message).toContain('registerClientDocuments');
    expect(english.errors[0]?.message).not.toBe(errors[0]?.message);
  });

  it('a secret key sends whatever it likes', async () => {
    expect(told(await ask(live, TOOL, OTHER))).toEqual(RAN);
  });

  it('a document that a site registered is looked up once', async () => {
    lookedUp.length = 0;
    await ask(live, SITE, OWN);
    await ask(live, SITE, OWN);

    expect(lookedUp).toEqual([]);
  });
});

describe('in a test realm', () => {
  let test: TinyServer;
  beforeAll(async () => {
    ({ server: test } = await open(false));
  });
  afterAll(() => test.close());

  it('any text runs, and what is known runs by its SHA-256 alone', async () => {
    expect(told(await ask(test, SITE, OTHER))).toEqual(RAN);
    expect(told(await ask(test, SITE, null, sha256(SHIPPED)))).toEqual(RAN);
    expect(told(await ask(test, SITE, null, sha256(OWN)))).toEqual(RAN);
    expect(told(await ask(test, SITE, OTHER, sha256(OTHER)))).toEqual(RAN);
  });

  it('what is not known by its SHA-256 is asked for in full', async () => {
    const reply = await ask(test, SITE, null, sha256(OTHER));

    expect(told(reply)).toEqual(REFUSED);
    expect(reply.errors[0]?.message).toContain('query');
  });

  it('a SHA-256 of something else is refused', async () => {
    expect(told(await ask(test, SITE, SHIPPED, sha256(OTHER)))).toEqual(REFUSED);
  });

  it.each([
    ['of another version', { version: 2, sha256Hash: sha256(SHIPPED) }],
    ['in capitals', { version: 1, sha256Hash: sha256(SHIPPED).toUpperCase() }],
    ['too short', { version: 1, sha256Hash: 'abc' }],
    ['that is none', 7],
  ])('a SHA-256 %s is refused', async (_, persistedQuery) => {
    const body = JSON.stringify({ query: SHIPPED, extensions: { persistedQuery } });

    expect(told(await test.send(body, { 'x-affilia-client': SITE }))).toEqual(REFUSED);
  });

  it('other extensions of a request are let be', async () => {
    const body = JSON.stringify({ query: SHIPPED, extensions: { tracing: true, persistedQuery: null } });

    expect(told(await test.send(body, { 'x-affilia-client': SITE }))).toEqual(RAN);
  });
});
