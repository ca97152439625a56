import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { fromPublicId } from '../../src/kernel/id.ts';
import { signedIn } from '../accounts/operations.ts';
import type { Office } from '../invitations/operations.ts';
import { hours } from '../support/fake-clock.ts';
import { hold } from '../support/hold.ts';
import { openPortal, type Portal } from '../support/portal.ts';
import {
  clientSeen,
  givenAdmin,
  givenClient,
  givenRealmAdministrator,
  isAccepted,
  perform,
} from './operations.ts';

let portal: Portal;
let admin: Office;
beforeAll(async () => {
  portal = await openPortal();
  admin = await givenAdmin(portal);
});
afterAll(() => portal.close());

const signInAgain = async (): Promise<void> => {
  const { clientKey } = admin.asked;
  const { accessToken: token } = await signedIn(portal, admin.account.address, { clientKey: clientKey! });
  admin = { ...admin, asked: { ...admin.asked, token } };
};
const given = (kind: 'PUBLISHABLE' | 'SECRET' = 'SECRET') =>
  givenClient(portal, portal.world.aqpm.association, { kind });
const rotate = (clientId: string, more: object = {}) =>
  perform(portal, 'rotateClientKey', { clientId, ...more }, admin.asked);

describe('a key that is rotated (L3)', () => {
  it('lives on for a day beside the new one, then is refused', async () => {
    const { id, key: old } = await given();

    const { key, client } = await rotate(id);

    expect([await isAccepted(portal, old), await isAccepted(portal, key)]).toEqual([true, true]);
    expect(client.keys.map(({ expiresAt }) => expiresAt)).toEqual([null, '2026-11-23T15:00:00.000Z']);
    portal.clock.advance(hours(24) - 1);
    expect(await isAccepted(portal, old)).toBe(true);
    portal.clock.advance(1);
    expect([await isAccepted(portal, old), await isAccepted(portal, key)]).toEqual([false, true]);
    await signInAgain();
    expect((await clientSeen(portal, id, admin.asked))?.keys).toHaveLength(1);
  });

  it('is refused from the next request on when it leaked, and so is every earlier one', async () => {
    const { id, key: first } = await given();
    const { key: second } = await rotate(id, { overlapHours: 72 });

    const { key: third, client } = await rotate(id, { overlapHours: 0 });

    expect(await Promise.all([first, second, third].map(key => isAccepted(portal, key)))).toEqual([
      false,
      false,
      true,
    ]);
    expect(client.keys).toHaveLength(1);
    expect(client.rotatedAt).toBe(portal.clock.now().toISOString());
  });

  it('is shown again where it is publishable, the newest', async () => {
    const { id, key: old } = await given('PUBLISHABLE');

    const { key, client } = await rotate(id);

    expect(key).not.toBe(old);
    expect(client.publishableKey).toBe(key);
  });

  it.each([-1, 73])('lives on for 0 to 72 hours: %d is refused', async overlapHours => {
    const { id, key } = await given();

    const { issues } = await rotate(id, { overlapHours });

    expect(issues.map(({ path, code }) => [path, code])).toEqual([
      [['input', 'overlapHours'], 'OUT_OF_RANGE'],
    ]);
    expect(await isAccepted(portal, key)).toBe(true);
  });

  it('is replaced once when two people do it at the same moment', async () => {
    const { id, key: old } = await given();
    const someone = await hold(portal, 'select from client_key where client_id = $1 for update', [
      fromPublicId('Client', id),
    ]);

    const both = [rotate(id), rotate(id)];
    await someone.untilWaiting(2);
    await someone.letGo();

    const results = await Promise.all(both);
    expect(results.map(({ __typename }) => __typename).sort()).toEqual([
      'ClientKeyJustRotated',
      'RotateClientKeySuccess',
    ]);
    const { key } = results.find(result => result.__typename === 'RotateClientKeySuccess')!;
    expect([await isAccepted(portal, old), await isAccepted(portal, key)]).toEqual([true, true]);
    expect((await clientSeen(portal, id, admin.asked))?.keys).toHaveLength(2);
  });

  it('leaves a line in the audit trail, without any key', async () => {
    const { id } = await given();
    const { key } = await rotate(id);

    const [{ entry } = { entry: {} }] = await portal.parts.db.entities.query<{ entry: object }[]>(
      `select to_jsonb(a) as entry from audit_entry a where act = 'rotateClientKey' and subject_id = $1`,
      [fromPublicId('Client', id)],
    );
    expect(entry).toMatchObject({ account_id: admin.account.id, after: { overlapHours: 24 } });
    expect(JSON.stringify(entry)).not.toContain(key);
  });
});

describe('a client that is revoked', () => {
  it('is refused from the next request on, with all its keys and whoever is signed in there', async () => {
    const { id, key: first } = await givenClient(portal, portal.world.aqpm.association, {
      kind: 'SECRET',
      signInMode: 'DIRECT',
    });
    const trusted = await givenAdmin(portal);
    await givenRealmAdministrator(portal, trusted);
    const { key } = await perform(portal, 'rotateClientKey', { clientId: id }, trusted.asked);
    const { accessToken: token } = await signedIn(portal, admin.account.address, { clientKey: key });
    const view = async (clientKey: string): Promise<number> =>
      (await portal.graphql('{ viewer { __typename } }', {}, { clientKey, token })).status;
    expect(await view(key)).toBe(200);

    const { client } = await perform(portal, 'revokeClient', { clientId: id }, admin.asked);

    expect([await view(key), await view(first)]).toEqual([401, 401]);
    expect([client.keys, client.revokedAt, client.viewerCan]).toEqual([
      [],
      portal.clock.now().toISOString(),
      { change: false, grantDirectSignIn: false },
    ]);
  });

  it('stays so: a second click finds it done, and nothing about it can be changed', async () => {
    const { id: clientId } = await given();
    const { client } = await perform(portal, 'revokeClient', { clientId }, admin.asked);
    portal.clock.advance(1_000);

    const again = await perform(portal, 'revokeClient', { clientId }, admin.asked);

    expect(again.client.revokedAt).toBe(client.revokedAt);
    const entries = await portal.parts.db.entities.query<object[]>(
      `select from audit_entry where act = 'revokeClient' and subject_id = $1`,
      [fromPublicId('Client', clientId)],
    );
    expect(entries).toHaveLength(1);
    for (const [act, input] of [
      ['rotateClientKey', {}],
      ['setClientOrigins', { origins: [] }],
      ['setClientScopes', { scopes: [] }],
      ['setClientSignInMode', { signInMode: 'HOSTED' }],
      ['registerClientDocuments', { documents: ['{ realm { mode } }'] }],
    ] as const)
      expect((await perform(portal, act, { clientId, ...input }, admin.asked)).__typename).toBe(
        'ClientRevoked',
      );
  });

  it('while somebody changes it: the change is refused', async () => {
    const { id: clientId } = await given('PUBLISHABLE');
    const someone = await hold(portal, 'select from client for update');
    const revoking = perform(portal, 'revokeClient', { clientId }, admin.asked);
    await someone.untilWaiting(1);
    const changing = perform(portal, 'setClientOrigins', { clientId, origins: [] }, admin.asked);
    await someone.untilWaiting(2);

    await someone.letGo();

    expect((await revoking).__typename).toBe('RevokeClientSuccess');
    expect((await changing).__typename).toBe('ClientRevoked');
  });
});

describe('when a key was last used', () => {
  const lastUses = async (clientId: string) => {
    await portal.runDue();
    const seen = await clientSeen(portal, clientId, admin.asked);
    return [seen?.lastUsedAt ?? null, seen?.keys.map(({ lastUsedAt }) => lastUsedAt)];
  };

  it('is known to the hour, key by key', async () => {
    await signInAgain();
    const { id, key: old } = await given();
    const { key } = await rotate(id);
    expect(await lastUses(id)).toEqual([null, [null, null]]);

    const first = portal.clock.now().toISOString();
    await isAccepted(portal, old);
    expect(await lastUses(id)).toEqual([first, [null, first]]);

    portal.clock.advance(hours(1) - 1);
    await isAccepted(portal, old);
    await isAccepted(portal, `${old}x`);
    await signInAgain();
    expect(await lastUses(id)).toEqual([first, [null, first]]);

    portal.clock.advance(1);
    const second = portal.clock.now().toISOString();
    await isAccepted(portal, old);
    await isAccepted(portal, key);
    expect(await lastUses(id)).toEqual([second, [second, second]]);
  });
});
