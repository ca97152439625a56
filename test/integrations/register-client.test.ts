import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { toPublicId } from '../../src/kernel/id.ts';
import { StaffRole } from '../../src/modules/associations/index.ts';
import { signedIn } from '../accounts/operations.ts';
import { givenOffice, type Office } from '../invitations/operations.ts';
import { openPortal, type Portal } from '../support/portal.ts';
import { minutes } from '../support/fake-clock.ts';
import { CLIENT, clientSeen, givenAdmin, givenClient, isAccepted, perform, send } from './operations.ts';

let portal: Portal;
let admin: Office;
beforeAll(async () => {
  portal = await openPortal();
  admin = await givenAdmin(portal);
});
afterAll(() => portal.close());

const site = (more: object = {}): object => ({
  associationId: admin.associationId,
  name: 'Site de l’AQPM',
  kind: 'PUBLISHABLE',
  origins: ['https://nouveau.aqpm.example'],
  ...more,
});

describe('an administrator registers a client (L3)', () => {
  it('a site, whose key can be used at once from its origin alone, and seen again', async () => {
    const { client, key } = await perform(portal, 'registerClient', site(), admin.asked);

    expect(client).toMatchObject({
      name: 'Site de l’AQPM',
      kind: 'PUBLISHABLE',
      signInMode: 'HOSTED',
      publishableKey: key,
      scopes: [],
      viewerCan: { change: true, grantDirectSignIn: false },
    });
    const from = async (origin: string): Promise<number> =>
      (await portal.graphql('{ realm { mode } }', {}, { clientKey: key, headers: { origin } })).status;
    expect([await from('https://nouveau.aqpm.example'), await from('https://aqpm.example')]).toEqual([
      200, 403,
    ]);
    expect((await clientSeen(portal, client.id, admin.asked))?.publishableKey).toBe(key);
  });

  it('a tool, whose key is shown once and kept nowhere', async () => {
    const wanted = {
      associationId: admin.associationId,
      name: 'Outil',
      kind: 'SECRET',
      scopes: ['MEMBERS_READ'],
    };
    const { client, key } = await perform(portal, 'registerClient', wanted, admin.asked);

    expect(key).toMatch(/^affilia_sk_test_/);
    expect(await isAccepted(portal, key)).toBe(true);
    expect(client).toMatchObject({ kind: 'SECRET', publishableKey: null, scopes: ['MEMBERS_READ'] });
    const rows = await portal.parts.db.entities.query<object[]>(
      `select (select json_agg(c) from client c)::text || (select json_agg(k) from client_key k)::text
         || (select json_agg(a) from audit_entry a)::text as everything`,
    );
    expect(JSON.stringify(rows)).not.toContain(key);
    expect((await clientSeen(portal, client.id, admin.asked))?.publishableKey).toBeNull();
  });

  it('whose members sign in on the realm’s page: it takes no password', async () => {
    const { key } = await perform(portal, 'registerClient', site(), admin.asked);

    await expect(signedIn(portal, admin.account.address, { clientKey: key })).rejects.toThrow('FORBIDDEN');
  });

  it('and a line in the audit trail says who', async () => {
    const { client } = await perform(portal, 'registerClient', site(), admin.asked);

    const entries = await portal.parts.db.entities.query<{ subject_id: string }[]>(
      `select subject_id from audit_entry where act = 'registerClient' and account_id = $1`,
      [admin.account.id],
    );
    expect(entries.map(({ subject_id: id }) => toPublicId('Client', id as never))).toContain(client.id);
  });
});

describe('a registration is refused', () => {
  it('with every answer that must be corrected, in its place and in words of both languages', async () => {
    const wrong = site({
      name: ' ',
      origins: ['https://aqpm.example', 'https://aqpm.example/'],
      pages: [
        { page: 'INVITATION', locale: 'FR_CA', url: 'https://aqpm.example/fr/#code' },
        { page: 'INVITATION', locale: 'FR_CA', url: 'https://aqpm.example/fr/invitation' },
      ],
      redirectUris: ['http://aqpm.example/retour'],
      scopes: ['MEMBERS_READ'],
    });

    const french = await perform(portal, 'registerClient', wrong, admin.asked);
    const english = await perform(portal, 'registerClient', wrong, { ...admin.asked, locale: 'en-CA' });

    expect(french.issues.map(({ path, code }) => [path.slice(1).join('.'), code])).toEqual([
      ['name', 'REQUIRED'],
      ['origins.1', 'BAD_FORMAT'],
      ['pages.0.url', 'BAD_FORMAT'],
      ['pages.1.page', 'NOT_ALLOWED'],
      ['redirectUris.0', 'BAD_FORMAT'],
      ['scopes', 'NOT_ALLOWED'],
    ]);
    french.issues.forEach(({ message }, i) => expect(english.issues[i]?.message).not.toBe(message));
  });

  it('for a tool with origins: its key has no business in a browser', async () => {
    const { issues } = await perform(portal, 'registerClient', site({ kind: 'SECRET' }), admin.asked);

    expect(issues.map(({ path, code }) => [path, code])).toEqual([[['input', 'origins'], 'NOT_ALLOWED']]);
  });

  it('with more addresses than a site can have', async () => {
    const origins = Array.from({ length: 51 }, (_, i) => `https://n${i}.aqpm.example`);
    const { issues } = await perform(portal, 'registerClient', site({ origins }), admin.asked);

    expect(issues.map(({ code }) => code)).toEqual(['OUT_OF_RANGE']);
  });

  it('from whoever is no administrator there, as for an association that does not exist', async () => {
    const clerk = await givenOffice(portal, { role: StaffRole.MEMBERSHIP });
    const stranger = await givenAdmin(portal, portal.world.acps);

    const texts: string[] = [];
    for (const { asked } of [clerk, stranger]) {
      const { status, text } = await send(portal, 'registerClient', site(), asked);
      expect(status).toBe(403);
      texts.push(text.replace(/"requestId":"\w+"/, ''));
    }
    const nowhere = site({ associationId: 'asc_1111111111111111111112' });
    const { text } = await send(portal, 'registerClient', nowhere, admin.asked);
    expect(new Set([...texts, text.replace(/"requestId":"\w+"/, '')]).size).toBe(1);
  });

  it('from a site, whoever is signed in there', async () => {
    const { siteKey: clientKey } = portal.world.aqpm;
    const { accessToken: token } = await signedIn(portal, admin.account.address, { clientKey });

    expect((await send(portal, 'registerClient', site(), { clientKey, token })).status).toBe(403);
  });

  it('and so is every change, once the sign-in is older than ten minutes', async () => {
    const { association, toolKey: clientKey } = portal.world.aqpm;
    const tool = await givenClient(portal, association, { kind: 'SECRET' });
    const session = await signedIn(portal, admin.account.address, { clientKey });
    portal.clock.advance(minutes(10));
    const { data } = await portal.graphql<{ refreshSession: { session: { accessToken: string } } }>(
      `mutation ($input: RefreshSessionInput!) { refreshSession(input: $input) {
         ... on RefreshSessionSuccess { session { accessToken } } } }`,
      { input: { refreshToken: session.refreshToken } },
      { clientKey },
    );
    const asked = { clientKey, token: data.refreshSession.session.accessToken };
    const fresh = await perform(portal, 'registerClient', site(), asked);
    expect(fresh.__typename).toBe('RegisterClientSuccess');
    portal.clock.advance(1);

    const clientId = tool.id;
    const acts = {
      registerClient: site(),
      setClientDisplayName: { clientId, displayNameFr: '', displayNameEn: '' },
      setClientOrigins: { clientId, origins: [] },
      setClientPages: { clientId, pages: [] },
      setClientRedirectUris: { clientId, redirectUris: [], postLogoutRedirectUris: [] },
      setClientScopes: { clientId, scopes: [] },
      setClientPublicKeys: { clientId, jwks: '{"keys":[]}' },
      setClientSignInMode: { clientId, signInMode: 'DIRECT' },
      rotateClientKey: { clientId },
      registerClientDocuments: { clientId, documents: ['{ realm { mode } }'] },
      setAssociationPagesClient: { associationId: admin.associationId },
      revokeClient: { clientId },
    } as const;
    for (const [act, input] of Object.entries(acts)) {
      const refused = await perform(portal, act as keyof typeof acts, input, asked);
      expect([act, refused.__typename, refused.next.kind]).toEqual([act, 'SignInTooOld', 'SIGN_IN']);
    }
    expect(await isAccepted(portal, tool.key)).toBe(true);
    admin = {
      ...admin,
      asked: { clientKey, token: (await signedIn(portal, admin.account.address, { clientKey })).accessToken },
    };
  });
});

describe('the clients of an association', () => {
  it('are listed the latest first, page by page, revoked ones too', async () => {
    const body = portal.world.acps;
    const office = await givenAdmin(portal, body);
    const made: string[] = [];
    for (const name of ['un', 'deux', 'trois']) {
      portal.clock.advance(1);
      made.unshift((await givenClient(portal, body.association, { name })).id);
    }
    await perform(portal, 'revokeClient', { clientId: made[0] }, office.asked);
    const list = `query ($filter: ClientFilter!, $first: Int, $after: String) {
      clients(filter: $filter, first: $first, after: $after) { totalCount nodes { ${CLIENT} }
        pageInfo { hasNextPage endCursor } } }`;
    interface Listed {
      clients: {
        totalCount: number;
        nodes: { id: string; revokedAt: string | null }[];
        pageInfo: { endCursor: string };
      };
    }
    const filter = { associationId: office.associationId };

    const { clients: first } = (await portal.graphql<Listed>(list, { filter, first: 2 }, office.asked)).data;
    const after = first.pageInfo.endCursor;
    const { clients: rest } = (await portal.graphql<Listed>(list, { filter, after }, office.asked)).data;

    expect([...first.nodes, ...rest.nodes].map(({ id }) => id).slice(0, 3)).toEqual(made);
    expect([first.totalCount, first.nodes.length + rest.nodes.length]).toEqual([5, 5]);
    expect(first.nodes.map(({ revokedAt }) => revokedAt !== null)).toEqual([true, false]);
  });

  it('are nothing to another tree: a foreign client answers like one that never was', async () => {
    const { id: foreign } = await givenClient(portal, portal.world.acps.association);
    const absent = 'cli_1111111111111111111112';

    for (const act of ['rotateClientKey', 'revokeClient'] as const) {
      const [one, other] = await Promise.all(
        [foreign, absent].map(clientId => send(portal, act, { clientId }, admin.asked)),
      );
      expect(one!.status).toBe(200);
      expect(one!.text).toBe(other!.text);
      expect(one!.data[act]?.__typename).toBe('ClientNotFound');
    }
    expect(await clientSeen(portal, foreign, admin.asked)).toBeNull();
    expect(await isAccepted(portal, portal.world.acps.siteKey)).toBe(true);
  });
});
