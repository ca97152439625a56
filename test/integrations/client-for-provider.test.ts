import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { generateKeyPairSync } from 'node:crypto';
import { fromPublicId, type ClientId } from '../../src/kernel/id.ts';
import { clientForProvider, holdsKey, type ProviderClient } from '../../src/modules/integrations/index.ts';
import type { Office } from '../invitations/operations.ts';
import { hours } from '../support/fake-clock.ts';
import { openPortal, type Portal } from '../support/portal.ts';
import { givenAdmin, givenClient, perform } from './operations.ts';

let portal: Portal;
let admin: Office;
beforeAll(async () => {
  portal = await openPortal();
  admin = await givenAdmin(portal);
});
afterAll(() => portal.close());

const given = (kind: 'PUBLISHABLE' | 'SECRET') =>
  givenClient(portal, portal.world.aqpm.association, { kind });
const read = (publicId: string, parts = portal.parts): Promise<ProviderClient | null> =>
  clientForProvider(parts, fromPublicId('Client', publicId) as ClientId);

describe('what signing people in for a client needs (L2, L3)', () => {
  it('is a tool’s scopes and public keys, and the digests of the keys that live', async () => {
    const { id: clientId, key: old } = await given('SECRET');
    const { publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
    const key = { ...publicKey.export({ format: 'jwk' }), kid: 'paire-1' };
    const jwks = JSON.stringify({ keys: [key] });
    const set = await perform(portal, 'setClientPublicKeys', { clientId, jwks }, admin.asked);
    expect(set.client.publicKeys).toEqual([{ kid: 'paire-1', lastUsedAt: null }]);
    const { key: fresh } = await perform(portal, 'rotateClientKey', { clientId }, admin.asked);

    const client = (await read(clientId))!;

    expect(client).toMatchObject({
      kind: 'SECRET',
      associationId: portal.world.aqpm.association.id,
      rootId: portal.world.aqpm.association.id,
      scopes: expect.arrayContaining(['members:read']),
      publicKeys: [key],
    });
    expect([old, fresh, `${fresh}x`, portal.world.aqpm.toolKey].map(one => holdsKey(client, one))).toEqual([
      true,
      true,
      false,
      false,
    ]);
    portal.clock.advance(hours(24));
    expect(holdsKey((await read(clientId))!, old)).toBe(false);
    portal.clock.advance(-hours(24));

    const none = { clientId, jwks: '{"keys":[]}' };
    expect((await perform(portal, 'setClientPublicKeys', none, admin.asked)).client.publicKeys).toEqual([]);
    expect((await read(clientId))?.publicKeys).toEqual([]);
  });

  it('is no proof for a site: everybody has its key', async () => {
    const { id, key } = await given('PUBLISHABLE');

    expect(holdsKey((await read(id))!, key)).toBe(false);
    const jwks = '{"keys":[]}';
    const { issues } = await perform(portal, 'setClientPublicKeys', { clientId: id, jwks }, admin.asked);
    expect(issues.map(({ code }) => code)).toEqual(['NOT_ALLOWED']);
  });

  it('is nothing for a client that was revoked, or is of the other mode', async () => {
    const { id: clientId } = await given('SECRET');
    const live = { ...portal.parts, settings: { ...portal.parts.settings, realmMode: 'LIVE' as const } };
    expect(await read(clientId, live)).toBeNull();

    await perform(portal, 'revokeClient', { clientId }, admin.asked);

    expect(await read(clientId)).toBeNull();
  });

  it.each([
    ['NOT_A_SET', '{}', 'JWKS'],
    ['PRIVATE', '{"keys":[{"kty":"oct","k":"c2VjcmV0","kid":"k"}]}', 'clé privée'],
  ])('%s is said in words', async (_, jwks, words) => {
    const { id: clientId } = await given('SECRET');

    const { issues } = await perform(portal, 'setClientPublicKeys', { clientId, jwks }, admin.asked);

    expect(issues[0]?.message).toContain(words);
  });
});
