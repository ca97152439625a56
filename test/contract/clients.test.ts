import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ClientEntity, registerClient, type NewClient } from '../../src/modules/integrations/index.ts';
import { perform, signedIn, type Tokens } from '../accounts/operations.ts';
import { openPortal, type Portal } from '../support/portal.ts';
import { askBriefly, bare, codes, type Data } from './ask-briefly.ts';
import { everyOperation, placesOf } from './every-operation.ts';
import { furnish, type FurnishedBody } from './furnished-body.ts';
import { goodArguments, type Good, type MakeGood } from './good-arguments.ts';

const operations = await everyOperation();

let portal: Portal;
let body: FurnishedBody;
let good: Readonly<Record<string, readonly MakeGood[]>>;
beforeAll(async () => {
  portal = await openPortal();
  body = await furnish(portal, portal.world.aqpm, 'Quimper');
  good = goodArguments(portal, body);
});
afterAll(() => portal.close());

const register = (facts: Partial<NewClient> = {}) =>
  portal.parts.db.transaction(tx =>
    registerClient(portal.parts, tx, {
      associationId: body.association.id,
      name: 'another',
      kind: 'PUBLISHABLE',
      keyMode: 'TEST',
      signInMode: 'DIRECT',
      origins: [],
      pages: [],
      ...facts,
    }),
  );
const change = ({ id }: ClientEntity, to: Partial<ClientEntity>) =>
  portal.parts.db.transaction(tx => tx.update(ClientEntity, { id }, to));

const made = new Map<string, Promise<Good>>();
/** Made once: where every caller is refused, they are never used up. */
const neverUsed = (name: string): Promise<Good> => {
  const known = made.get(name) ?? good[name]![0]!();
  made.set(name, known);
  return known;
};

describe('a request that names no client of this realm', () => {
  it.each(operations)('gets nothing from $name', async operation => {
    const { variables } = await neverUsed(operation.name);
    const answers = [
      await askBriefly(portal, operation, variables, { clientKey: null }),
      await askBriefly(portal, operation, variables, { clientKey: null, token: body.member.token! }),
      await askBriefly(portal, operation, variables, { clientKey: '' }),
    ];
    for (const { status, data, ...answer } of answers) {
      expect([codes(answer), data?.[operation.name] ?? null]).toEqual([['UNAUTHENTICATED'], null]);
      // Null is an answer to a look-up.
      expect(status).toBe((data ?? null) === null ? 401 : 200);
    }
  });

  it('is answered alike for a key that is unknown, revoked, or of the other mode', async () => {
    const revoked = await register();
    await change(revoked.client, { revokedAt: portal.clock.now() });
    const live = await register();
    await change(live.client, { keyMode: 'LIVE' });
    const made = (kind: string, mode: string): string => `affilia_${kind}_${mode}_${'x'.repeat(43)}`;
    const keys = [
      made('pk', 'test'),
      made('pk', 'live'),
      made('sk', 'test'),
      'nothing',
      revoked.key,
      live.key,
      `${body.siteKey}x`,
      body.siteKey.slice(0, -1),
      body.siteKey.toUpperCase(),
      `${body.siteKey}, ${body.siteKey}`,
    ];

    const answers = await Promise.all(
      keys.map(clientKey => portal.graphql('{ realm { mode } }', {}, { clientKey })),
    );

    expect(new Set(answers.map(answer => `${answer.status} ${bare(answer)}`)).size).toBe(1);
    expect([answers[0]!.status, codes(answers[0]!)]).toEqual([401, ['UNAUTHENTICATED']]);
    for (const [place, { text }] of answers.entries()) expect(text).not.toContain(keys[place]);
  });

  it('a key that is revoked while somebody is signed in ends what they can do', async () => {
    const { client, key: clientKey } = await register();
    const { accessToken: token } = await signedIn(portal, body.account.address, { clientKey });
    expect((await portal.graphql('{ viewer { __typename } }', {}, { clientKey, token })).status).toBe(200);

    await change(client, { revokedAt: portal.clock.now() });

    expect((await portal.graphql('{ viewer { __typename } }', {}, { clientKey, token })).status).toBe(401);
  });
});

describe('a page', () => {
  const from = (origin: string, clientKey = body.siteKey) =>
    portal.graphql<Data>('{ realm { mode } }', {}, { clientKey, headers: { origin } });
  const allowed = ({ headers }: { readonly headers: Headers }): string | null =>
    headers.get('access-control-allow-origin');
  const preflight = (origin: string): Promise<Response> =>
    fetch(portal.endpoint, {
      method: 'OPTIONS',
      headers: { origin, 'access-control-request-method': 'POST' },
    });

  it('of the client may call', async () => {
    const answer = await from(body.siteOrigin);

    expect([answer.status, allowed(answer)]).toEqual([200, body.siteOrigin]);
    expect(answer.headers.get('access-control-allow-credentials')).toBeNull();
  });

  it('of another client may not, nor one that only looks like it, nor one without an origin', async () => {
    const strangers = [
      portal.world.acps.siteOrigin,
      'null',
      'http://aqpm.example',
      'https://www.aqpm.example',
      'https://aqpm.example:8443',
      'https://aqpm.example.evil.example',
      'https://evil.example/aqpm.example',
      'https://AQPM.example',
    ];
    for (const origin of strangers) {
      const answer = await from(origin);
      expect([origin, answer.status, codes(answer), answer.data ?? null, allowed(answer)]).toEqual([
        origin,
        403,
        ['FORBIDDEN'],
        null,
        null,
      ]);
    }
  });

  it('never speaks with a secret key, from wherever it is', async () => {
    for (const origin of [body.siteOrigin, 'null', 'http://localhost:4000', portal.url]) {
      const answer = await from(origin, body.toolKey);
      expect([origin, answer.status, codes(answer), allowed(answer)]).toEqual([
        origin,
        403,
        ['FORBIDDEN'],
        null,
      ]);
    }
  });

  it('asks first, and is let through where any client has it registered', async () => {
    for (const origin of [body.siteOrigin, portal.world.acps.siteOrigin]) {
      const { status, headers } = await preflight(origin);
      expect([status, headers.get('access-control-allow-origin')]).toEqual([204, origin]);
      expect(headers.get('vary')).toContain('Origin');
      expect(headers.get('access-control-allow-credentials')).toBeNull();
    }
    for (const origin of ['https://evil.example', 'null', 'http://aqpm.example', '*'])
      expect([origin, allowed(await preflight(origin))]).toEqual([origin, null]);
  });

  it('of a client that was revoked is let through no more', async () => {
    const origin = 'https://ancien.example';
    const { client, key } = await register({ origins: [origin] });
    expect(allowed(await preflight(origin))).toBe(origin);
    expect((await from(origin, key)).status).toBe(200);

    await change(client, { revokedAt: portal.clock.now() });

    expect(allowed(await preflight(origin))).toBeNull();
    expect((await from(origin, key)).status).toBe(401);
  });
});

describe('what was issued to one client', () => {
  const others = async (): Promise<string[]> => [
    body.toolKey,
    portal.world.acps.siteKey,
    (await register()).key,
  ];
  const signIn = (): Promise<Tokens> => signedIn(portal, body.account.address, { clientKey: body.siteKey });

  it('a token signs nobody in through another', async () => {
    const { accessToken: token } = await signIn();
    for (const clientKey of await others()) {
      const answer = await portal.graphql<Data>('{ viewer { account { id } } }', {}, { clientKey, token });
      expect([answer.status, codes(answer), answer.data ?? null]).toEqual([401, ['UNAUTHENTICATED'], null]);
    }
    const { data } = await portal.graphql<Data>(
      '{ viewer { account { id } } }',
      {},
      { clientKey: body.siteKey, token },
    );
    expect(data).toEqual({ viewer: { account: { id: body.ids.Account } } });
  });

  it('a refresh token is unknown to another, and still good where it belongs', async () => {
    const { refreshToken } = await signIn();
    const unknown = `affilia_rt_${'x'.repeat(43)}`;
    for (const clientKey of await others()) {
      expect(await perform(portal, 'refreshSession', { refreshToken }, { clientKey })).toEqual(
        await perform(portal, 'refreshSession', { refreshToken: unknown }, { clientKey }),
      );
      expect(await perform(portal, 'signOut', { refreshToken }, { clientKey })).toEqual(
        await perform(portal, 'signOut', { refreshToken: unknown }, { clientKey }),
      );
    }

    const refreshed = await perform(portal, 'refreshSession', { refreshToken }, { clientKey: body.siteKey });
    expect(refreshed.__typename).toBe('RefreshSessionSuccess');
  });
});

describe('a site that may not take passwords', () => {
  const passwordOperations = operations.filter(({ policy }) => policy === 'DIRECT_CLIENT');

  let clientKey: string;
  beforeAll(async () => {
    clientKey = (await register({ signInMode: 'HOSTED' })).key;
  });

  it.each(passwordOperations)('is refused $name', async operation => {
    const { variables } = await neverUsed(operation.name);
    const answer = await askBriefly(portal, operation, variables, { clientKey });

    expect([codes(answer), answer.data?.[operation.name] ?? null]).toEqual([['FORBIDDEN'], null]);
    // Null is an answer to a look-up.
    expect(answer.status).toBe(operation.kind === 'query' ? 200 : 403);
  });

  it('and every mutation that takes a password is among them, with all that second factors are about', () => {
    const taking = operations.filter(one =>
      placesOf(one).some(({ path }) => /password$/i.test(String(path.at(-1)))),
    );
    const others = passwordOperations.filter(one => !taking.includes(one)).map(({ name }) => name);

    expect(taking.filter(one => !passwordOperations.includes(one))).toEqual([]);
    expect(others.sort()).toEqual([
      'beginPasskeyRegistration',
      'confirmAccountLink',
      'confirmTotp',
      'enrollTotp',
      'passkeySignInOptions',
      'regenerateRecoveryCodes',
      'registerPasskey',
      'removeSecondFactor',
      'signInWithPasskey',
      'verifySecondFactor',
    ]);
  });
});
