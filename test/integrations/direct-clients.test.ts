import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { generateKeyPairSync } from 'node:crypto';
import type { NewClient } from '../../src/modules/integrations/index.ts';
import type { Office } from '../invitations/operations.ts';
import { openPortal, type Asked, type Portal } from '../support/portal.ts';
import {
  clientSeen,
  givenAdmin,
  givenClient,
  givenRealmAdministrator,
  isAccepted,
  perform,
  type Operation,
} from './operations.ts';

const HOME = 'https://aqpm.example';
const ELSEWHERE = 'https://moisson.example';
const RESET = { page: 'PASSWORD_RESET', locale: 'fr-CA', url: `${HOME}/mot-de-passe` } as const;

let portal: Portal;
let admin: Office;
let trusted: Office;
beforeAll(async () => {
  portal = await openPortal();
  admin = await givenAdmin(portal);
  trusted = await givenAdmin(portal);
  await givenRealmAdministrator(portal, trusted);
});
afterAll(() => portal.close());

const given = (facts: Partial<NewClient>) =>
  givenClient(portal, portal.world.aqpm.association, { signInMode: 'DIRECT', ...facts });
const site = async (facts: Partial<NewClient> = {}): Promise<string> =>
  (await given({ origins: [HOME], pages: [RESET], ...facts })).id;
const act = async (operation: Operation, input: object, { asked }: { asked: Asked } = admin) =>
  (await perform(portal, operation, input, asked)).__typename;
const pageAt = (url: string, page = 'PASSWORD_RESET') => ({ page, locale: 'FR_CA', url });
const setOf = (...keys: object[]) => JSON.stringify({ keys });
const keyPair = (kid: string): object => ({
  ...generateKeyPairSync('ed25519').publicKey.export({ format: 'jwk' }),
  kid,
});

describe('a site that takes passwords (L3)', () => {
  it('is led to another origin by a realm administrator alone', async () => {
    const clientId = await site();
    const origins = [HOME, ELSEWHERE];
    expect(await act('setClientOrigins', { clientId, origins })).toBe('RealmAdministratorNeeded');
    expect((await clientSeen(portal, clientId, admin.asked))?.origins).toEqual([HOME]);

    expect(await act('setClientOrigins', { clientId, origins }, trusted)).toBe('SetClientOriginsSuccess');

    expect(await act('setClientOrigins', { clientId, origins })).toBe('SetClientOriginsSuccess');
  });

  it.each(['PASSWORD_RESET', 'INVITATION'])(
    'has its page %s elsewhere by a realm administrator alone',
    async kind => {
      const clientId = await site();
      const pages = [pageAt(`${ELSEWHERE}/page`, kind)];
      expect(await act('setClientPages', { clientId, pages })).toBe('RealmAdministratorNeeded');
      expect((await clientSeen(portal, clientId, admin.asked))?.pages).toEqual([pageAt(RESET.url)]);

      expect(await act('setClientPages', { clientId, pages }, trusted)).toBe('SetClientPagesSuccess');
    },
  );

  it('moves its pages where it stands, and leaves addresses, without one', async () => {
    const clientId = await site({ origins: [HOME, ELSEWHERE] });
    const pages = [pageAt(`${HOME}/neuf`), pageAt(`${ELSEWHERE}/invitation`, 'INVITATION')];

    expect(await act('setClientPages', { clientId, pages })).toBe('SetClientPagesSuccess');
    expect(await act('setClientPages', { clientId, pages: [] })).toBe('SetClientPagesSuccess');
    expect(await act('setClientOrigins', { clientId, origins: [HOME] })).toBe('SetClientOriginsSuccess');
    expect(await act('setClientOrigins', { clientId, origins: [HOME, ELSEWHERE] })).toBe(
      'RealmAdministratorNeeded',
    );
  });

  it('gets another publishable key and return addresses without one: neither brings a password', async () => {
    const clientId = await site();
    const redirectUris = [`${ELSEWHERE}/retour`];

    expect(await act('rotateClientKey', { clientId })).toBe('RotateClientKeySuccess');
    expect(await act('setClientRedirectUris', { clientId, redirectUris, postLogoutRedirectUris: [] })).toBe(
      'SetClientRedirectUrisSuccess',
    );
  });

  it('may go anywhere once it takes none any more, and is then granted them anew', async () => {
    const clientId = await site();

    expect(await act('setClientSignInMode', { clientId, signInMode: 'HOSTED' })).toBe(
      'SetClientSignInModeSuccess',
    );
    expect(await act('setClientOrigins', { clientId, origins: [ELSEWHERE] })).toBe('SetClientOriginsSuccess');
    expect(await act('setClientPages', { clientId, pages: [pageAt(`${ELSEWHERE}/x`)] })).toBe(
      'SetClientPagesSuccess',
    );
    expect(await act('setClientSignInMode', { clientId, signInMode: 'DIRECT' })).toBe(
      'RealmAdministratorNeeded',
    );
  });
});

describe('a tool that takes passwords (L3)', () => {
  it('has another secret key by a realm administrator alone, and says so in words', async () => {
    const { id: clientId, key } = await given({ kind: 'SECRET' });

    const refused = await perform(portal, 'rotateClientKey', { clientId, overlapHours: 0 }, admin.asked);

    expect([refused.__typename, refused.message]).toEqual([
      'RealmAdministratorNeeded',
      expect.stringContaining('avec une autre clé'),
    ]);
    expect(await isAccepted(portal, key)).toBe(true);
    expect(await act('rotateClientKey', { clientId }, trusted)).toBe('RotateClientKeySuccess');
  });

  it('has another key pair by one alone, under a known name too; whoever looks after it takes one away', async () => {
    const { id: clientId } = await given({ kind: 'SECRET' });
    const [first, second] = [keyPair('un'), keyPair('deux')];
    const set = (office: Office, ...keys: object[]) =>
      act('setClientPublicKeys', { clientId, jwks: setOf(...keys) }, office);
    expect(await set(admin, first)).toBe('RealmAdministratorNeeded');
    expect(await set(trusted, first, second)).toBe('SetClientPublicKeysSuccess');

    expect(await set(admin, second, first)).toBe('SetClientPublicKeysSuccess');
    expect(await set(admin, first, keyPair('deux'))).toBe('RealmAdministratorNeeded');
    expect(await set(admin, first)).toBe('SetClientPublicKeysSuccess');
    expect(await set(admin, first, second)).toBe('RealmAdministratorNeeded');
    expect(await set(admin)).toBe('SetClientPublicKeysSuccess');
  });
});
