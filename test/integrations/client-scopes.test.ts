import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readAdministratorOrder } from '../../src/command-line/administrator-order.ts';
import { changeAdministrator } from '../../src/command-line/change-administrator.ts';
import { AccountUnknown } from '../../src/command-line/refusals.ts';
import { toPublicId } from '../../src/kernel/id.ts';
import { isRealmAdministrator } from '../../src/modules/associations/index.ts';
import { ClientScope } from '../../src/platform/graphql/client-scope.ts';
import { contextOf } from '../accounts/given-account.ts';
import { signedIn } from '../accounts/operations.ts';
import { givenCode, newAddress, send as sendInvitation, type Office } from '../invitations/operations.ts';
import { givenOrganization } from '../support/given/membership-world.ts';
import { openPortal, type Asked, type Portal } from '../support/portal.ts';
import { clientSeen, givenAdmin, givenClient, givenRealmAdministrator, perform, send } from './operations.ts';

const { MEMBERS_READ, MEMBERS_WRITE, INVITATIONS_WRITE, CLIENTS_MANAGE } = ClientScope;

let portal: Portal;
let admin: Office;
beforeAll(async () => {
  portal = await openPortal();
  admin = await givenAdmin(portal);
});
afterAll(() => portal.close());

/** The administrator, through a tool of theirs that may be used for so much. */
const through = async (...scopes: ClientScope[]): Promise<Asked> => {
  const { association } = portal.world.aqpm;
  const { key: clientKey } = await givenClient(portal, association, {
    kind: 'SECRET',
    signInMode: 'DIRECT',
    scopes,
  });
  return { clientKey, token: (await signedIn(portal, admin.account.address, { clientKey })).accessToken };
};
const statusOf = async (sent: Promise<{ status: number }>): Promise<number> => (await sent).status;

describe('what a person may do is their rights cut by the client’s (L3)', () => {
  const list = (name: string) => (asked: Asked) =>
    statusOf(
      portal.graphql(
        `query ($id: ID!) { ${name}(filter: { associationId: $id }) { totalCount } }`,
        { id: admin.associationId },
        asked,
      ),
    );
  const invite = (asked: Asked) =>
    statusOf(
      sendInvitation(
        portal,
        'issueInvitations',
        {
          associationId: admin.associationId,
          invitations: [{ email: newAddress(), locale: 'FR_CA', givenName: 'Luc', familyName: 'Roy' }],
        },
        asked,
      ),
    );
  /** Whoever may not is told that there is no such invitation: principal delegates withdraw theirs too. */
  const withdraw = async (asked: Asked) => {
    const { id: invitationId } = await givenCode(portal, admin);
    const { data } = await sendInvitation(portal, 'revokeInvitation', { invitationId }, asked);
    return data['revokeInvitation']?.__typename === 'RevokeInvitationSuccess' ? 200 : 403;
  };

  it.each<[string, ClientScope[], number[]]>([
    ['nothing', [], [403, 403, 403, 403, 403, 403]],
    ['members:read', [MEMBERS_READ], [200, 200, 200, 403, 403, 403]],
    ['invitations:write', [INVITATIONS_WRITE], [403, 403, 403, 200, 200, 403]],
    ['clients:manage', [CLIENTS_MANAGE], [403, 403, 403, 403, 403, 200]],
    ['all of them', Object.values(ClientScope), [200, 200, 200, 200, 200, 200]],
  ])('%s', async (_, scopes, statuses) => {
    const asked = await through(...scopes);

    expect([
      await list('memberships')(asked),
      await list('organizations')(asked),
      await list('invitations')(asked),
      await invite(asked),
      await withdraw(asked),
      await list('clients')(asked),
    ]).toEqual(statuses);
  });

  it('members:write is needed to change an organization, and what is not allowed is not offered', async () => {
    const organization = await givenOrganization(portal, { associationId: portal.world.aqpm.association.id });
    const organizationId = toPublicId('Organization', organization.id);
    const change = async (asked: Asked): Promise<unknown[]> => {
      const { data } = await portal.graphql<Record<string, { __typename: string } | null>>(
        `mutation ($input: UpdateOrganizationProfileInput!) { updateOrganizationProfile(input: $input) { __typename } }`,
        { input: { organizationId, publicNameFr: 'Maison', publicNameEn: 'House' } },
        asked,
      );
      const seen = await portal.graphql<{ organization: { viewerCan: object } | null }>(
        'query ($id: ID!) { organization(id: $id) { viewerCan { updateProfile inviteDelegates } } }',
        { id: organizationId },
        asked,
      );
      return [data['updateOrganizationProfile']?.__typename, seen.data.organization?.viewerCan];
    };

    expect(await change(await through(MEMBERS_READ))).toEqual([
      'OrganizationNotFound',
      { updateProfile: false, inviteDelegates: false },
    ]);
    expect(await change(await through(MEMBERS_READ, MEMBERS_WRITE))).toEqual([
      'UpdateOrganizationProfileSuccess',
      { updateProfile: true, inviteDelegates: false },
    ]);
    expect(await change(await through(INVITATIONS_WRITE))).toEqual(['OrganizationNotFound', undefined]);
  });

  it('says in words that the client may not', async () => {
    const input = { associationId: admin.associationId, name: 'Outil', kind: 'SECRET' };

    const { errors } = await send(portal, 'registerClient', input, await through(MEMBERS_READ));

    expect(errors[0]?.message).toContain('portées');
  });
});

describe('what a tool may be used for', () => {
  const given = (scopes: ClientScope[]) =>
    givenClient(portal, portal.world.aqpm.association, { kind: 'SECRET', signInMode: 'DIRECT', scopes });

  it('changes from the next request on', async () => {
    const { id: clientId, key: clientKey } = await given([MEMBERS_READ]);
    const { accessToken: token } = await signedIn(portal, admin.account.address, { clientKey });
    const list = () =>
      statusOf(
        portal.graphql(
          'query ($id: ID!) { memberships(filter: { associationId: $id }) { totalCount } }',
          { id: admin.associationId },
          { clientKey, token },
        ),
      );
    expect(await list()).toBe(200);

    const scopes = ['INVITATIONS_WRITE', 'CLIENTS_MANAGE', 'INVITATIONS_WRITE'];
    const { client } = await perform(portal, 'setClientScopes', { clientId, scopes }, admin.asked);

    expect(client.scopes).toEqual(['INVITATIONS_WRITE', 'CLIENTS_MANAGE']);
    expect(await list()).toBe(403);
  });

  it('is never more than what the tool that says so may be used for', async () => {
    const asked = await through(CLIENTS_MANAGE, MEMBERS_READ);
    const strong = await given([MEMBERS_READ, MEMBERS_WRITE]);
    const weak = await given([MEMBERS_READ]);
    const { associationId } = admin;
    const attempts = [
      perform(
        portal,
        'registerClient',
        { associationId, name: 'x', kind: 'SECRET', scopes: ['MEMBERS_READ', 'MEMBERS_WRITE'] },
        asked,
      ),
      perform(portal, 'setClientScopes', { clientId: weak.id, scopes: ['MEMBERS_WRITE'] }, asked),
      perform(portal, 'rotateClientKey', { clientId: strong.id }, asked),
      perform(portal, 'setClientPublicKeys', { clientId: strong.id, jwks: '{"keys":[]}' }, asked),
    ];

    for (const refused of await Promise.all(attempts))
      expect([refused.__typename, refused.scopes]).toEqual(['ScopesBeyondOwn', ['MEMBERS_WRITE']]);
    const kept = { clientId: strong.id, scopes: ['MEMBERS_WRITE'] };
    expect((await perform(portal, 'setClientScopes', kept, asked)).__typename).toBe('SetClientScopesSuccess');
  });

  it('is nothing for a site', async () => {
    const { id: clientId } = await givenClient(portal, portal.world.aqpm.association);

    const { issues } = await perform(
      portal,
      'setClientScopes',
      { clientId, scopes: ['MEMBERS_READ'] },
      admin.asked,
    );

    expect(issues.map(({ path, code }) => [path, code])).toEqual([[['input', 'scopes'], 'NOT_ALLOWED']]);
  });
});

describe('who lets a client take passwords', () => {
  const take = async (clientId: string, signInMode: string, asked: Asked): Promise<string> =>
    (await perform(portal, 'setClientSignInMode', { clientId, signInMode }, asked)).__typename;

  it('is a realm administrator, for independent bodies too', async () => {
    const { association } = portal.world.icu;
    const trusted = await givenAdmin(portal, portal.world.icu);
    const top = await givenAdmin(portal, portal.world.icu);
    expect(await givenRealmAdministrator(portal, trusted)).toBe(true);
    const own = await givenClient(portal, association);
    expect(await take(own.id, 'DIRECT', top.asked)).toBe('RealmAdministratorNeeded');
    for (const [{ asked }, grantDirectSignIn] of [
      [trusted, true],
      [top, false],
    ] as const)
      expect((await clientSeen(portal, own.id, asked))?.viewerCan).toEqual({
        change: true,
        grantDirectSignIn,
      });
    for (const body of [association, portal.world.oppi, portal.world.pibc]) {
      const { id, key: clientKey } = await givenClient(portal, body);

      expect(await take(id, 'DIRECT', trusted.asked)).toBe('SetClientSignInModeSuccess');

      expect((await signedIn(portal, top.account.address, { clientKey })).accessToken).toBeDefined();
    }
  });

  it('is no administrator below; they may take it back', async () => {
    const { oppi } = portal.world;
    const { key: toolKey } = await givenClient(portal, oppi, { kind: 'SECRET', signInMode: 'DIRECT' });
    const below = await givenAdmin(portal, { association: oppi, toolKey });
    const hosted = await givenClient(portal, oppi);
    const direct = await givenClient(portal, oppi, { signInMode: 'DIRECT' });

    expect(await take(hosted.id, 'DIRECT', below.asked)).toBe('RealmAdministratorNeeded');
    expect(await take(direct.id, 'HOSTED', below.asked)).toBe('SetClientSignInModeSuccess');
    expect((await clientSeen(portal, hosted.id, below.asked))?.viewerCan).toEqual({
      change: true,
      grantDirectSignIn: false,
    });
    const { id: aboveThem } = await givenClient(portal, portal.world.icu.association);
    expect(await take(aboveThem, 'HOSTED', below.asked)).toBe('ClientNotFound');
  });

  it('is nobody of another tree, and no realm administrator through a tool for something else', async () => {
    const office = await givenAdmin(portal);
    await givenRealmAdministrator(portal, office);
    const { id } = await givenClient(portal, portal.world.acps.association);
    const own = await givenClient(portal, portal.world.aqpm.association);
    const { key: clientKey } = await givenClient(portal, portal.world.aqpm.association, {
      kind: 'SECRET',
      signInMode: 'DIRECT',
      scopes: [MEMBERS_READ],
    });
    const { accessToken: token } = await signedIn(portal, office.account.address, { clientKey });

    expect(await take(id, 'DIRECT', office.asked)).toBe('ClientNotFound');
    const input = { clientId: own.id, signInMode: 'DIRECT' };
    expect(await statusOf(send(portal, 'setClientSignInMode', input, { clientKey, token }))).toBe(403);
  });

  it('is, in a live realm, nobody without a second factor, nor through a site', async () => {
    const office = await givenAdmin(portal);
    await givenRealmAdministrator(portal, office);
    const now = portal.clock.now();
    const actor = { accountId: office.account.id, sessionId: 'x', authenticatedAt: now, factorAt: null };
    const through = async (clientKey: string, realmMode: 'TEST' | 'LIVE', factorAt: Date | null) => {
      const context = await contextOf(portal, clientKey);
      const settings = { ...context.settings, realmMode };
      return isRealmAdministrator({ ...context, settings, actor: { ...actor, factorAt } });
    };
    const { siteKey, toolKey } = portal.world.aqpm;

    expect(await through(toolKey, 'TEST', null)).toBe(true);
    expect(await through(toolKey, 'LIVE', null)).toBe(false);
    expect(await through(toolKey, 'LIVE', now)).toBe(true);
    expect(await through(siteKey, 'TEST', now)).toBe(false);
  });

  it('is made and ended by the operator, by a username or an address, and the trail says so', async () => {
    const office = await givenAdmin(portal);
    const { id, username, address } = office.account;
    const { id: clientId } = await givenClient(portal, portal.world.aqpm.association);
    const order = (...argv: string[]) =>
      changeAdministrator(portal.parts, readAdministratorOrder(argv)!, 'exploitant');

    expect(await order(username!.toUpperCase())).toBe('start.administrator.appointed');
    expect(await order(address)).toBe('start.administrator.already');
    expect(await take(clientId, 'DIRECT', office.asked)).toBe('SetClientSignInModeSuccess');
    expect(await order(address.toUpperCase(), '--end')).toBe('start.administrator.dismissed');
    expect(await order('--end', address)).toBe('start.administrator.none');
    expect(await take(clientId, 'DIRECT', office.asked)).toBe('RealmAdministratorNeeded');
    expect(await take(clientId, 'HOSTED', office.asked)).toBe('SetClientSignInModeSuccess');
    expect(await order(address)).toBe('start.administrator.appointed');
    await portal.parts.db.entities.query('update account set disabled_at = $2 where id = $1', [
      id,
      portal.clock.now(),
    ]);
    expect(await order(address, '--end')).toBe('start.administrator.dismissed');
    await expect(order(address)).rejects.toThrow(AccountUnknown);

    await expect(order('personne@maboite.example')).rejects.toThrow(AccountUnknown);
    for (const argv of [[], ['a', 'b'], ['a', '--ever']]) expect(readAdministratorOrder(argv)).toBeNull();
    const trail = await portal.parts.db.entities.query<object[]>(
      `select act, account_id as by, after from audit_entry where subject_id = $1 and act like '%RealmAdministrator'
       order by act`,
      [id],
    );
    const line = (act: string) => ({ act, by: null, after: { byWhom: 'exploitant' } });
    expect(trail).toEqual([
      line('appointRealmAdministrator'),
      line('appointRealmAdministrator'),
      line('dismissRealmAdministrator'),
      line('dismissRealmAdministrator'),
    ]);
  });
});
