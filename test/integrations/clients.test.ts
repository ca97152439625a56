import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { usePagesOf } from '../../src/modules/associations/index.ts';
import {
  ClientEntity,
  ClientOriginEntity,
  identifyClient,
  isRegisteredOrigin,
  pageUrl,
  registerClient,
  type ClientPage,
  type NewClient,
} from '../../src/modules/integrations/index.ts';
import type { Parts, RealmMode } from '../../src/platform/context.ts';
import { openPortal, type Portal } from '../support/portal.ts';

let portal: Portal;
beforeAll(async () => {
  portal = await openPortal();
});
afterAll(async () => {
  await portal.close();
});

const register = (facts: Partial<NewClient> = {}) =>
  portal.parts.db.transaction(tx =>
    registerClient(portal.parts, tx, {
      associationId: portal.world.oppi.id,
      name: 'OPPI',
      kind: 'PUBLISHABLE',
      keyMode: 'TEST',
      signInMode: 'HOSTED',
      origins: [],
      pages: [],
      ...facts,
    }),
  );
const inMode = (realmMode: RealmMode): Pick<Parts, 'db' | 'settings' | 'clock'> => ({
  ...portal.parts,
  settings: { ...portal.parts.settings, realmMode },
});
const revoke = ({ id }: ClientEntity) =>
  portal.parts.db.transaction(tx => tx.update(ClientEntity, { id }, { revokedAt: portal.clock.now() }));

describe('a client is known by its key', () => {
  it('and by what was registered with it', async () => {
    const origins = ['https://membres.oppi.example', 'https://members.oppi.example:8443'];
    const { client, key } = await register({ origins });

    const found = await identifyClient(portal.parts, key);

    expect(found).toEqual({
      id: client.id,
      name: 'OPPI',
      kind: 'PUBLISHABLE',
      signInMode: 'HOSTED',
      scopes: [],
      associationId: portal.world.oppi.id,
      rootId: portal.world.icu.association.id,
      origins: expect.arrayContaining(origins),
    });
  });

  it.each([
    ['nothing', ''],
    ['another word', 'secret'],
    ['a key that nobody has', `affilia_pk_test_${'x'.repeat(43)}`],
    ['a text that a database does not take', 'affilia_pk_test_\0'],
  ])('but not by %s', async (_, key) => {
    expect(await identifyClient(portal.parts, key)).toBeNull();
  });

  it('but not after it was revoked', async () => {
    const { client, key } = await register();

    await revoke(client);

    expect(await identifyClient(portal.parts, key)).toBeNull();
  });

  it('but not in a realm of the other mode', async () => {
    const { key } = await register();

    expect(await identifyClient(inMode('LIVE'), key)).toBeNull();
  });

  it('and keeps the key itself only where it is no secret', async () => {
    const site = await register();
    const tool = await register({ kind: 'SECRET' });

    const rows = await portal.parts.db.entities.find(ClientEntity);

    expect(site.client.publishableKey).toBe(site.key);
    expect(JSON.stringify(rows)).not.toContain(tool.key);
  });
});

describe('registering a client', () => {
  it('takes a key that was made elsewhere', async () => {
    const key = `affilia_pk_test_${'demonstration'.padEnd(32, '0')}`;

    await register({ key });

    expect((await identifyClient(portal.parts, key))?.name).toBe('OPPI');
  });

  it.each<[string, Partial<NewClient>]>([
    ['a key of the other realm mode', { keyMode: 'LIVE' }],
    ['a key that does not say its kind', { kind: 'SECRET', key: `affilia_pk_test_${'x'.repeat(43)}` }],
    ['a key that is easily guessed', { key: 'affilia_pk_test_aqpm' }],
    ['origins of a secret key', { kind: 'SECRET', origins: ['https://oppi.example'] }],
    ['an origin with a path', { origins: ['https://oppi.example/'] }],
    [
      'a page without encryption',
      { pages: [{ page: 'INVITATION', locale: 'fr-CA', url: 'http://oppi.example/' }] },
    ],
  ])('refuses %s, and leaves nothing behind', async (_, facts) => {
    const before = await portal.parts.db.entities.countBy(ClientEntity, {});

    await expect(register(facts)).rejects.toThrow(RangeError);

    expect(await portal.parts.db.entities.countBy(ClientEntity, {})).toBe(before);
  });
});

describe('the origins from which pages call', () => {
  it('are those of any client that is not revoked, exactly as written', async () => {
    const origin = 'https://une-fois.oppi.example';
    const { client } = await register({ origins: [origin] });
    const known = (text: string) => isRegisteredOrigin(portal.parts.db, text);

    expect([
      await known(origin),
      await known(`${origin}:444`),
      await known(origin.toUpperCase()),
      await known('null'),
    ]).toEqual([true, false, false, false]);

    await revoke(client);

    expect(await known(origin)).toBe(false);
    expect(await portal.parts.db.entities.countBy(ClientOriginEntity, { origin })).toBe(1);
  });
});

describe('where a link in a mail leads', () => {
  const link = (associationId: string, page: ClientPage = 'INVITATION') =>
    pageUrl(portal.parts, associationId, page, 'fr-CA');

  it("to the page of the association's own client, in the language asked for", async () => {
    const { aqpm } = portal.world;

    expect(await link(aqpm.association.id)).toBe('https://aqpm.example/fr/invitation');
    expect(await pageUrl(portal.parts, aqpm.association.id, 'INVITATION', 'en-CA')).toBe(
      'https://aqpm.example/en/invitation',
    );
  });

  it('to the page of the nearest body above, where the association has none', async () => {
    expect(await link(portal.world.pibc.id)).toBe('https://icu.example/fr/invitation');
  });

  it("to the realm's own page in that language, where nobody above has one", async () => {
    const { id } = portal.world.aqpm.association;

    expect(await link(id, 'RENEWAL')).toBe('http://localhost:4000/realm/fr/renewal');
    expect(await pageUrl(portal.parts, id, 'SIGNED_OUT', 'en-CA')).toBe(
      'http://localhost:4000/realm/en/signed-out',
    );
  });

  it('past a client that was revoked', async () => {
    const { oppi } = portal.world;
    const url = 'https://oppi.example/fr/invitation';
    const { client } = await register({ pages: [{ page: 'INVITATION', locale: 'fr-CA', url }] });
    await portal.parts.db.transaction(tx => usePagesOf(tx, oppi.id, client.id));
    expect(await link(oppi.id)).toBe(url);

    await revoke(client);

    expect(await link(oppi.id)).toBe('https://icu.example/fr/invitation');
  });

  it('past a client that may take no password, where the page is for choosing one', async () => {
    const { acps, oppi } = portal.world;
    const pages = (['INVITATION', 'PASSWORD_RESET', 'COMPLETION'] as const).map(page => ({
      page,
      locale: 'fr-CA' as const,
      url: `https://hosted.example/fr/${page.toLowerCase()}`,
    }));
    const { client } = await register({ pages, signInMode: 'HOSTED' });
    for (const id of [acps.association.id, oppi.id])
      await portal.parts.db.transaction(tx => usePagesOf(tx, id, client.id));

    expect(await link(acps.association.id, 'INVITATION')).toBe('https://hosted.example/fr/invitation');
    for (const [page, path] of [
      ['PASSWORD_RESET', 'password-reset'],
      ['COMPLETION', 'completion'],
    ] as const)
      expect(await link(acps.association.id, page)).toBe(`http://localhost:4000/realm/fr/${path}`);
    expect(await link(oppi.id, 'PASSWORD_RESET')).toBe('https://icu.example/fr/password_reset');
  });
});
