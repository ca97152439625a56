import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { fromPublicId, toPublicId, type ClientId } from '../../src/kernel/id.ts';
import { clientForProvider, pageUrl } from '../../src/modules/integrations/index.ts';
import { isRedirectUri } from '../../src/modules/integrations/client-address.ts';
import type { Office } from '../invitations/operations.ts';
import { openPortal, type Portal } from '../support/portal.ts';
import { givenAdmin, givenClient, perform } from './operations.ts';

let portal: Portal;
let admin: Office;
beforeAll(async () => {
  portal = await openPortal();
  admin = await givenAdmin(portal);
});
afterAll(() => portal.close());

const given = (facts: object = {}) => givenClient(portal, portal.world.aqpm.association, facts);

describe('where people return after signing in (L2, L3)', () => {
  it.each([
    ['https://aqpm.example/retour', true, true],
    ['https://aqpm.example/retour?depuis=portail', true, true],
    ['http://localhost:4001/retour', true, false],
    ['http://127.0.0.1/retour', true, false],
    ['https://localhost/retour', true, false],
    ['http://aqpm.example/retour', false, false],
    ['https://aqpm.example/retour#ici', false, false],
    ['https://aqpm.example/retour#', false, false],
    ['https://*.aqpm.example/retour', false, false],
    ['https://aqpm.example/*', false, false],
    ['https://aqpm.example', false, false],
    ['https://AQPM.example/retour', false, false],
    ['https://aqpm.example/a/../retour', false, false],
    ['https://aqpm.example:443/retour', false, false],
    ['https://luc@aqpm.example/retour', false, false],
    ['https://aqpm.example/ retour', false, false],
    ['javascript:alert(1)', false, false],
    ['aqpm://retour', false, false],
    ['', false, false],
  ])('%s: %s in a test realm, %s in a live one', (uri, inTest, inLive) => {
    expect([isRedirectUri(uri, 'TEST'), isRedirectUri(uri, 'LIVE')]).toEqual([inTest, inLive]);
  });

  it('is kept exactly as it was written, and read so by whoever signs people in', async () => {
    const { id: clientId } = await given();
    const redirectUris = ['https://aqpm.example/retour', 'https://aqpm.example/retour/'];
    const postLogoutRedirectUris = ['https://aqpm.example/au-revoir'];
    const backchannelLogoutUri = 'https://aqpm.example/deconnexion';
    const wanted = { clientId, redirectUris, postLogoutRedirectUris, backchannelLogoutUri };

    const { client } = await perform(portal, 'setClientRedirectUris', wanted, admin.asked);

    expect(client).toMatchObject({ redirectUris, postLogoutRedirectUris, backchannelLogoutUri });
    const read = () => clientForProvider(portal.parts, fromPublicId('Client', clientId) as ClientId);
    expect(await read()).toMatchObject({ redirectUris, postLogoutRedirectUris, backchannelLogoutUri });

    await perform(
      portal,
      'setClientRedirectUris',
      { clientId, redirectUris: [redirectUris[1]], postLogoutRedirectUris: [], backchannelLogoutUri: ' ' },
      admin.asked,
    );
    expect(await read()).toMatchObject({
      redirectUris: [redirectUris[1]],
      postLogoutRedirectUris: [],
      backchannelLogoutUri: null,
    });
  });

  it('is refused in each place that is wrong, and nothing of the rest is kept', async () => {
    const { id: clientId } = await given();
    const wrong = {
      clientId,
      redirectUris: ['https://aqpm.example/retour', 'https://aqpm.example/*'],
      postLogoutRedirectUris: ['https://aqpm.example/#'],
      backchannelLogoutUri: 'http://aqpm.example/',
    };

    const { issues } = await perform(portal, 'setClientRedirectUris', wrong, admin.asked);

    expect(issues.map(({ path }) => path.slice(1).join('.'))).toEqual([
      'redirectUris.1',
      'postLogoutRedirectUris.0',
      'backchannelLogoutUri',
    ]);
    const client = await clientForProvider(portal.parts, fromPublicId('Client', clientId) as ClientId);
    expect(client?.redirectUris).toEqual([]);
  });
});

describe('the origins of a site', () => {
  it('are those that were said last, from the next request on', async () => {
    const { id: clientId, key: clientKey } = await given({ origins: ['https://ancien.aqpm.example'] });
    const from = async (origin: string): Promise<number> =>
      (await portal.graphql('{ realm { mode } }', {}, { clientKey, headers: { origin } })).status;

    const origins = ['https://neuf.aqpm.example', 'http://localhost:5173', 'https://neuf.aqpm.example'];
    const { client } = await perform(portal, 'setClientOrigins', { clientId, origins }, admin.asked);

    expect(client.origins).toEqual(['http://localhost:5173', 'https://neuf.aqpm.example']);
    expect(await Promise.all(['https://neuf.aqpm.example', 'https://ancien.aqpm.example'].map(from))).toEqual(
      [200, 403],
    );
  });
});

describe('the pages to which mails lead', () => {
  const link = () => pageUrl(portal.parts, portal.world.oppi.id, 'INVITATION', 'fr-CA');

  it('are those of the client that the association names, of its own or of a body above', async () => {
    const office = await givenAdmin(portal, portal.world.icu);
    const associationId = toPublicId('Association', portal.world.oppi.id);
    const { id: clientId } = await givenClient(portal, portal.world.oppi, { name: 'OPPI' });
    const url = 'https://oppi.example/fr/invitation';
    const name = (more: object) =>
      perform(portal, 'setAssociationPagesClient', { associationId, ...more }, office.asked);

    const pages = [{ page: 'INVITATION', locale: 'FR_CA', url }];
    await perform(portal, 'setClientPages', { clientId, pages }, office.asked);
    expect(await link()).toBe('https://icu.example/fr/invitation');

    const named = await name({ clientId });
    expect([named.association.code, named.client.pagesOf]).toEqual(['oppi', [{ code: 'oppi' }]]);
    expect(await link()).toBe(url);

    expect((await name({})).client).toBeNull();
    expect(await link()).toBe('https://icu.example/fr/invitation');
  });

  it('are never those of a stranger, of a body below, of a tool, or of a client that was revoked', async () => {
    const office = await givenAdmin(portal, portal.world.icu);
    const { association } = portal.world.icu;
    const name = async (clientId: string): Promise<string> => {
      const input = { associationId: toPublicId('Association', association.id), clientId };
      return (await perform(portal, 'setAssociationPagesClient', input, office.asked)).__typename;
    };
    const revoked = await givenClient(portal, association);
    await perform(portal, 'revokeClient', { clientId: revoked.id }, office.asked);

    expect([
      await name((await given()).id),
      await name((await givenClient(portal, portal.world.oppi)).id),
      await name((await givenClient(portal, association, { kind: 'SECRET' })).id),
      await name(revoked.id),
    ]).toEqual(['ClientNotFound', 'ClientNotFound', 'InvalidInput', 'ClientRevoked']);
  });
});
