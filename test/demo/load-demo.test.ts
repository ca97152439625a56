import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createApp, type App } from '../../src/app.ts';
import {
  DEMO_ACCOUNTS,
  DEMO_PASSWORD,
  DEMO_TREES,
  demoIsThere,
  demoSiteKey,
  demoToolKey,
  identifierOf,
  loadDemo,
  singleSignOnSiteOn,
  type DemoAccount,
} from '../../src/demo/index.ts';
import { AssociationEntity, documentsInForce } from '../../src/modules/associations/index.ts';
import { isRegisteredOrigin, pageUrl } from '../../src/modules/integrations/index.ts';
import type { Settings } from '../../src/platform/context.ts';
import { createTransport } from '../../src/platform/mail/index.ts';
import { createTestDatabase, silentLog } from '../support/database.ts';
import { FakeClock } from '../support/fake-clock.ts';
import { LITTLE_COST } from '../support/password-cost.ts';
import { openSmtpMailbox, type SmtpMailbox } from '../support/smtp.ts';

const settings: Settings = {
  realmMode: 'TEST',
  publicUrl: 'http://localhost:4000',
  accessTokenSeconds: 600,
  sessionIdleDays: 30,
  sessionDays: 90,
  staffSessionIdleMinutes: 60,
  staffSessionHours: 12,
};
const sitePort = 4001;
const secondSitePort = 4003;

let app: App;
let mailbox: SmtpMailbox;
let url: string;
let giveBack: () => Promise<void>;

beforeAll(async () => {
  const database = await createTestDatabase();
  giveBack = database.giveBack;
  mailbox = await openSmtpMailbox();
  app = await createApp({
    clock: new FakeClock(),
    random: randomBytes,
    log: silentLog,
    settings,
    databaseUrl: database.url,
    poolSize: 10,
    secretKeys: [randomBytes(32)],
    transport: createTransport(mailbox.url),
    mailFrom: null,
    trustedProxies: [],
    requestsPerMinute: 100_000,
    passwordConcurrency: 2,
    passwordCost: LITTLE_COST,
    graphiqlKey: null,
    routes: [],
    beginning: {
      demoIsThere,
      loadDemo: parts => loadDemo(parts, { sitePort, secondSitePort }),
      emptyMailbox: () => Promise.resolve(),
    },
  });
  expect(await loadDemo(app.parts, { sitePort, secondSitePort })).toEqual({ loaded: true });
  url = (await app.listen(0, '127.0.0.1')).url;
});
afterAll(async () => {
  await app.close();
  await mailbox.close();
  await giveBack();
});

async function ask<Data>(
  key: string,
  query: string,
  asked: { variables?: object; token?: string } = {},
): Promise<Data> {
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      'accept-language': 'fr-CA',
      'x-affilia-client': key,
      ...(asked.token !== undefined && { authorization: `Bearer ${asked.token}` }),
    },
    body: JSON.stringify({ query, variables: asked.variables ?? {} }),
  });
  const { data, errors } = (await response.json()) as { data: Data; errors?: unknown };
  expect(errors).toBeUndefined();
  return data;
}

const keyOf = ({ associations: [tree], through }: DemoAccount) =>
  through === 'TOOL' ? demoToolKey(tree) : demoSiteKey(tree);

async function signIn(account: DemoAccount, identifier = identifierOf(account)): Promise<string> {
  const { signIn: answer } = await ask<{ signIn: { __typename: string; session: { accessToken: string } } }>(
    keyOf(account),
    `mutation ($input: SignInInput!) { signIn(input: $input) {
      __typename ... on SignInSuccess { session { accessToken } } } }`,
    { variables: { input: { identifier, password: DEMO_PASSWORD } } },
  );
  expect(answer.__typename).toBe('SignInSuccess');
  return answer.session.accessToken;
}

interface Viewer {
  viewer: {
    memberships: { association: { code: string }; memberNumber: string; status: { code: string } }[];
    delegations: { organization: { publicName: string }; role: string }[];
    staffAssignments: { role: string; association: { code: string } }[];
  };
}
const VIEWER = `{ viewer {
  memberships { association { code } memberNumber status { code } }
  delegations { organization { publicName } role }
  staffAssignments { role association { code } }
} }`;

describe('the demonstration', () => {
  it('is loaded once, and stays as people left it', async () => {
    const count = () => app.parts.db.entities.count(AssociationEntity);
    const before = await count();

    const again = await Promise.all([1, 2, 3].map(() => loadDemo(app.parts, { sitePort, secondSitePort })));

    expect(again).toEqual([{ loaded: false }, { loaded: false }, { loaded: false }]);
    expect(await count()).toBe(before);
  });

  it('has invoices that are paid, open and overdue', async () => {
    const token = await signIn(DEMO_ACCOUNTS.genevieve);
    const { association } = await ask<{ association: { id: string } }>(
      keyOf(DEMO_ACCOUNTS.genevieve),
      `{ association(code: "aqpm") { id } }`,
      { token },
    );
    const { invoices } = await ask<{ invoices: { nodes: { state: string }[] } }>(
      keyOf(DEMO_ACCOUNTS.genevieve),
      `query ($filter: InvoiceFilter!) { invoices(filter: $filter) { nodes { state } } }`,
      { token, variables: { filter: { associationId: association.id } } },
    );

    expect(invoices.nodes.map(({ state }) => state)).toEqual(['OPEN', 'OPEN', 'OVERDUE', 'PAID', 'PAID']);
  });

  it('is refused by a live realm', async () => {
    const live = { ...app.parts, settings: { ...settings, realmMode: 'LIVE' as const } };

    await expect(loadDemo(live, { sitePort, secondSitePort })).rejects.toThrow('live');
  });

  it('has the planning institutes below the national one', async () => {
    const { association } = await ask<{
      association: { children: { code: string; children: { code: string }[] }[] };
    }>(demoSiteKey('icu'), '{ association(code: "icu") { children { code children { code } } } }');

    expect(association.children.map(child => child.code)).toEqual([
      'api',
      'appi',
      'lppans',
      'mppi',
      'oppi',
      'pibc',
      'sppi',
    ]);
    expect(association.children[0]?.children.map(child => child.code)).toEqual(['nbap', 'nlapp', 'peiipp']);
  });

  it.each(DEMO_TREES)('answers the site of %s in its own colours', async tree => {
    const { realm } = await ask<{ realm: { association: { code: string }; locales: string[] } }>(
      demoSiteKey(tree),
      '{ realm { association { code } locales support { text } } }',
    );

    expect(realm.association.code).toBe(tree);
    expect(realm.locales).toEqual(tree === 'ouq' ? ['FR_CA'] : ['FR_CA', 'EN_CA']);
  });

  it('links to the pages of the example site, wherever that is served', async () => {
    const { id } = await app.parts.db.entities.findOneByOrFail(AssociationEntity, { code: 'aqpm' });
    const links = async () => [
      await pageUrl(app.parts, id, 'INVITATION', 'fr-CA'),
      await pageUrl(app.parts, id, 'EMAIL_CONFIRMATION', 'en-CA'),
      ...(await documentsInForce(app.parts, id)).map(document => document.urlFr),
    ];

    expect(await links()).toEqual([
      'http://localhost:4001/fr/invitation.html',
      'http://localhost:4001/en/email-confirmation.html',
      'http://localhost:4001/fr/terms.html',
      'http://localhost:4001/fr/privacy.html',
    ]);

    await loadDemo(app.parts, { sitePort: 4101, secondSitePort: 4103 });

    expect(await links()).toEqual(expect.arrayContaining(['http://localhost:4101/fr/invitation.html']));
    expect(await isRegisteredOrigin(app.parts.db, 'http://127.0.0.1:4101')).toBe(true);
  });
});

describe('the two sites with one sign-in (A12)', () => {
  it.each(['localhost', '127.0.0.1'])(
    'the one on %s may be returned to, wherever it is served',
    async host => {
      const site = await singleSignOnSiteOn(app.parts, host);
      const send = (port: number) =>
        fetch(
          `${url.replace('/graphql', '')}/oidc/authorize?${new URLSearchParams({
            client_id: site?.clientId ?? '',
            redirect_uri: `http://${host}:${port}/fr/signed-in.html`,
            response_type: 'code',
            scope: 'openid',
            code_challenge: 'x'.repeat(43),
            code_challenge_method: 'S256',
            prompt: 'none',
          })}`,
          { redirect: 'manual' },
        );

      expect((await send(secondSitePort)).headers.get('location')).toContain('error=login_required');
      expect((await send(4999)).status).toBe(400);

      await loadDemo(app.parts, { sitePort, secondSitePort: 4203 });

      expect((await send(4203)).headers.get('location')).toContain('error=login_required');
    },
  );

  it('knows no other host', async () => {
    expect(await singleSignOnSiteOn(app.parts, 'elsewhere.example')).toBeNull();
  });
});

describe('the people of the demonstration', () => {
  it.each(Object.entries<DemoAccount>(DEMO_ACCOUNTS))('%s signs in', async (_, account) => {
    expect(await signIn(account)).toMatch(/^ey/);
  });

  it('a member of two institutes sees both, and signs in with either number (A1, A11)', async () => {
    const token = await signIn(DEMO_ACCOUNTS.amelie, '10472');

    const { viewer } = await ask<Viewer>(demoSiteKey('icu'), VIEWER, { token });

    expect(
      viewer.memberships
        .map(({ association, memberNumber }) => `${association.code} ${memberNumber}`)
        .toSorted(),
    ).toEqual(['icu 20311', 'oppi 10472']);
    expect(viewer.memberships.map(membership => membership.status.code)).toEqual([
      'RENEWAL_DUE',
      'RENEWAL_DUE',
    ]);
  });

  it('the AQPM does not learn that a delegate is also a parachutist, nor the other way round', async () => {
    const toAqpm = await ask<{ signIn: { session: { accessToken: string } } }>(
      demoSiteKey('aqpm'),
      `mutation ($input: SignInInput!) { signIn(input: $input) { ... on SignInSuccess { session { accessToken } } } }`,
      { variables: { input: { identifier: DEMO_ACCOUNTS.maite.username, password: DEMO_PASSWORD } } },
    );
    const atAqpm = await ask<Viewer>(demoSiteKey('aqpm'), VIEWER, {
      token: toAqpm.signIn.session.accessToken,
    });
    const atAcps = await ask<Viewer>(demoSiteKey('acps'), VIEWER, {
      token: await signIn(DEMO_ACCOUNTS.maite),
    });

    expect(atAqpm.viewer.memberships).toEqual([]);
    expect(
      atAqpm.viewer.delegations
        .map(({ organization, role }) => `${organization.publicName} ${role}`)
        .toSorted(),
    ).toEqual(['L’Œil nu CONTACT', 'L’Œil nu PRINCIPAL']);
    expect(atAcps.viewer.memberships.map(membership => membership.association.code)).toEqual(['acps']);
    expect(atAcps.viewer.delegations).toEqual([]);
  });

  it('staff have their rights through their tool alone', async () => {
    const { username } = DEMO_ACCOUNTS.genevieve;
    const bySite = await signIn({ ...DEMO_ACCOUNTS.genevieve, through: 'SITE', username });
    const byTool = await signIn(DEMO_ACCOUNTS.genevieve);

    const atSite = await ask<Viewer>(demoSiteKey('aqpm'), VIEWER, { token: bySite });
    const atTool = await ask<Viewer>(demoToolKey('aqpm'), VIEWER, { token: byTool });

    expect(atSite.viewer.staffAssignments).toEqual([]);
    expect(atTool.viewer.staffAssignments).toEqual([{ role: 'ADMIN', association: { code: 'aqpm' } }]);
  });
});

describe('the realm administrator of the demonstration', () => {
  it.each([
    ['genevieve', true],
    ['priya', false],
  ] as const)('is %s: %s', async (name, grantDirectSignIn) => {
    const account = DEMO_ACCOUNTS[name];
    const key = demoToolKey(account.associations[0]);
    const { realm } = await ask<{ realm: { association: { id: string } } }>(
      key,
      '{ realm { association { id } } }',
    );

    const { clients } = await ask<{ clients: { nodes: { viewerCan: object }[] } }>(
      key,
      'query ($id: ID!) { clients(filter: { associationId: $id }, first: 1) { nodes { viewerCan { grantDirectSignIn } } } }',
      { variables: { id: realm.association.id }, token: await signIn(account) },
    );

    expect(clients.nodes).toEqual([{ viewerCan: { grantDirectSignIn } }]);
  });
});

describe('the invitations of the demonstration', () => {
  it('show staff every state, and every one has its mail', async () => {
    await app.runDue();
    const token = await signIn(DEMO_ACCOUNTS.luc);
    const { association } = await ask<{ association: { id: string } }>(
      demoToolKey('aqpm'),
      '{ association(code: "aqpm") { id } }',
    );

    const { invitations } = await ask<{
      invitations: { nodes: { email: string; state: string; mail: { state: string } }[] };
    }>(
      demoToolKey('aqpm'),
      `query ($filter: InvitationFilter!) { invitations(filter: $filter) { nodes { email state mail { state } } } }`,
      { token, variables: { filter: { associationId: association.id } } },
    );

    expect(Object.fromEntries(invitations.nodes.map(({ email, state }) => [email, state]))).toEqual({
      'jean@maboite.example': 'PENDING',
      'grace@kinoptik.example': 'PENDING',
      'etienne@lachance.example': 'PENDING',
      'zoe@tele-nordet.example': 'EXPIRED',
      'siobhan@kinoptik.example': 'ACCEPTED',
    });
    expect(new Set(invitations.nodes.map(node => node.mail.state))).toEqual(new Set(['SENT']));
  });
});
