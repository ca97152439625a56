import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Client } from 'pg';
import { DEMO_PASSWORD, demoSiteKey, demoToolKey } from '../../src/demo/index.ts';
import { AssociationEntity, usePagesOf } from '../../src/modules/associations/index.ts';
import { isRegisteredOrigin, pageUrl, registerClient } from '../../src/modules/integrations/index.ts';
import { enqueue } from '../../src/platform/jobs/job.ts';
import { days, minutes } from '../support/fake-clock.ts';
import { openPortal, type Portal } from '../support/portal.ts';
import { openDemoRealm, type DemoRealm } from './demo-realm.ts';
import { ADVANCE, RESET, type TestRealmResult } from './operations.ts';

const tool = { clientKey: demoToolKey('aqpm') };
const VIEWER = '{ viewer { account { id } } }';

let realm: DemoRealm;
let owner: Client;
beforeAll(async () => {
  realm = await openDemoRealm();
  owner = new Client({ connectionString: realm.ownerUrl });
  await owner.connect();
});
afterAll(async () => {
  await owner.end();
  await realm.close();
});

async function reset(process: Pick<DemoRealm, 'graphql'> = realm): Promise<TestRealmResult> {
  const { data, errors } = await process.graphql<{ resetTestData: TestRealmResult }>(RESET, {}, tool);
  expect(errors).toEqual([]);
  return data.resetTestData;
}

const select = async (sql: string): Promise<Record<string, unknown>[]> =>
  (await owner.query<Record<string, unknown>>(sql)).rows;

/** How many rows each table has; the trail of acts grows, the keys that sign stay. */
async function rowsByTable(): Promise<Record<string, number>> {
  const tables = await select(
    `select tablename as name from pg_tables where schemaname = 'public'
     and tablename not in ('audit_entry', 'signing_key') order by 1`,
  );
  const counts: Record<string, number> = {};
  for (const { name } of tables)
    counts[String(name)] = Number((await select(`select count(*) as n from ${String(name)}`))[0]?.['n']);
  return counts;
}

describe('the reset of a test realm', () => {
  it('leaves what the first start left: the same rows, nobody signed in, the mailbox and the queue as then', async () => {
    const first = await rowsByTable();
    const [{ n: waiting } = { n: 0 }] = await select(
      'select count(*) as n from graphile_worker._private_jobs',
    );
    const token = (await realm.signIn())!;
    await realm.graphql(
      `mutation ($input: ChangePasswordInput!) { changePassword(input: $input) { __typename } }`,
      {
        input: { currentPassword: DEMO_PASSWORD, newPassword: 'Tout autre!2031', idempotencyKey: 'une-fois' },
      },
      { token },
    );
    expect(await realm.signIn()).toBeNull();
    await realm.app.runDue();
    expect(await realm.mailbox.list()).not.toEqual([]);

    const answer = await reset();

    expect(answer.__typename).toBe('ResetTestDataSuccess');
    expect(await realm.mailbox.list()).toEqual([]);
    expect(await rowsByTable()).toEqual(first);
    expect(await select('select count(*) as n from graphile_worker._private_jobs')).toEqual([{ n: waiting }]);
    expect((await realm.graphql<{ viewer: null }>(VIEWER, {}, { token })).errors[0]?.extensions.code).toBe(
      'UNAUTHENTICATED',
    );
    expect(await realm.signIn()).toMatch(/^ey/);
  });

  it('brings the clock back, and whatever was measured by it', async () => {
    for (const years of [1, 2, 3])
      await realm.graphql(ADVANCE, { input: { by: { days: 1_800 + years } } }, tool);
    expect(await realm.signIn()).toMatch(/^ey/);

    const { now } = await reset();

    expect(now).toBe(realm.clock.now().toISOString());
    expect(realm.app.parts.clock.now()).toEqual(realm.clock.now());
    const token = (await realm.signIn())!;
    expect((await realm.graphql<{ viewer: object }>(VIEWER, {}, { token })).data.viewer).not.toBeNull();
  });

  it('forgets jobs and repeated requests', async () => {
    await realm.app.parts.db.transaction(tx =>
      enqueue(tx, { name: 'deliver-mail' }, { mailId: 'gone' }, { at: new Date(), key: 'left-over' }),
    );
    const input = { by: { days: 1 }, idempotencyKey: 'same-after-reset' };
    await realm.graphql(ADVANCE, { input }, tool);
    await reset();

    await realm.graphql(ADVANCE, { input }, tool);

    expect(realm.app.parts.clock.now().getTime()).toBe(realm.clock.now().getTime() + days(1));
    expect(await select(`select from graphile_worker._private_jobs where key = 'left-over'`)).toEqual([]);
  });

  it('keeps the keys, origins and pages of clients that partners registered', async () => {
    const { parts } = realm.app;
    const page = {
      page: 'INVITATION',
      locale: 'fr-CA',
      url: 'https://site.partenaire.example/invitation',
    } as const;
    const find = () => parts.db.entities.findOneByOrFail(AssociationEntity, { code: 'aqpm' });
    const { id: associationId } = await find();
    const { key, tool: toolKey } = await parts.db.transaction(async tx => {
      const common = { associationId, keyMode: 'TEST', signInMode: 'DIRECT' } as const;
      const origins = ['https://site.partenaire.example'];
      const site = await registerClient(parts, tx, {
        ...common,
        name: 'partner',
        kind: 'PUBLISHABLE',
        origins,
        pages: [page],
      });
      const other = await registerClient(parts, tx, {
        ...common,
        name: 'partner tests',
        kind: 'SECRET',
        origins: [],
        pages: [],
      });
      await usePagesOf(tx, associationId, site.client.id);
      return { key: site.key, tool: other.key };
    });

    const answer = await realm.graphql<{ resetTestData: TestRealmResult }>(RESET, {}, { clientKey: toolKey });

    expect(answer.data.resetTestData.__typename).toBe('ResetTestDataSuccess');
    for (const clientKey of [key, toolKey, demoSiteKey('icu'), demoToolKey('aqpm')])
      expect((await realm.graphql('{ associations { totalCount } }', {}, { clientKey })).errors).toEqual([]);
    expect(await isRegisteredOrigin(parts.db, 'https://site.partenaire.example')).toBe(true);
    expect(await pageUrl(parts, (await find()).id, 'INVITATION', 'fr-CA')).toBe(page.url);
    await reset();
    expect((await realm.graphql('{ realm { mode } }', {}, { clientKey: toolKey })).errors).toEqual([]);
  });

  it('happens once after the other when it is asked for twice at once, in one process or in two', async () => {
    const other = await realm.openAnother();

    const answers = await Promise.all([reset(), reset(), reset(other)]);

    expect(answers.map(answer => answer.__typename)).toEqual(Array(3).fill('ResetTestDataSuccess'));
    expect(await select(`select count(*)::int as n from association where code = 'aqpm'`)).toEqual([
      { n: 1 },
    ]);
    expect(await realm.signIn()).toMatch(/^ey/);
    expect(await other.signIn()).toMatch(/^ey/);
  });

  it('gets through while people sign in', async () => {
    let done = false;
    const visits = Array.from({ length: 3 }, async () => {
      while (!done) await realm.signIn().catch(() => null);
    });

    const answers = [await reset(), await reset()];

    done = true;
    await Promise.all(visits);
    expect(answers.map(answer => answer.__typename)).toEqual(Array(2).fill('ResetTestDataSuccess'));
    expect(await realm.signIn()).toMatch(/^ey/);
  });

  it('is written down, by the client that asked for it', async () => {
    const [{ id } = { id: null }] = await select(
      `select client.id from client join association on association.id = client.association_id
       where client.name = 'internal-tool' and association.code = 'aqpm'`,
    );
    realm.clock.advance(minutes(1));

    await reset();

    expect(
      await select(`select client_id, subject_kind, account_id from audit_entry where act = 'resetTestData'
        order by occurred_at desc limit 1`),
    ).toEqual([{ client_id: id, subject_kind: 'Client', account_id: null }]);
  });
});

describe('a reset that nobody means', () => {
  it('is refused', async () => {
    const before = await rowsByTable();

    const { data } = await realm.graphql<{ resetTestData: TestRealmResult }>(
      `mutation { resetTestData(input: { everything: false }) { ... on InvalidInput { issues { path code message } } } }`,
      {},
      tool,
    );

    expect(data.resetTestData.issues).toEqual([
      {
        path: ['input', 'everything'],
        code: 'REQUIRED',
        message: 'Indiquez `true`\u00A0: tout ce qui a été fait dans cet environnement sera perdu.',
      },
    ]);
    expect(await rowsByTable()).toEqual(before);
  });
});

describe('a portal that', () => {
  const emptied: string[] = [];
  let demoIsThere = false;
  let portal: Portal;
  beforeAll(async () => {
    portal = await openPortal({
      beginning: {
        demoIsThere: () => Promise.resolve(demoIsThere),
        async loadDemo({ db }) {
          await db.transaction(tx =>
            tx.query('insert into test_clock (only_one, ahead_ms) values (true, 1)'),
          );
        },
        emptyMailbox: () => Promise.resolve(void emptied.push('emptied')),
      },
    });
  });
  afterAll(() => portal.close());

  it('has no demonstration has no beginning to go back to, and keeps everything', async () => {
    const asked = { clientKey: portal.world.aqpm.toolKey, locale: 'en-CA' } as const;

    const { data } = await portal.graphql<{ resetTestData: TestRealmResult }>(RESET, {}, asked);

    expect(data.resetTestData).toEqual({
      __typename: 'NothingToReset',
      message: 'This test realm has no demo data, so there is no beginning to go back to.',
    });
    expect(await portal.parts.db.entities.countBy(AssociationEntity, {})).toBe(5);
    expect(emptied).toEqual([]);
  });

  it('cannot finish its reset changes nothing: not the rows, not the clock, not the mailbox', async () => {
    const asked = { clientKey: portal.world.aqpm.toolKey };
    demoIsThere = true;
    await portal.graphql(ADVANCE, { input: { by: { days: 2 } } }, asked);

    const { errors } = await portal.graphql(RESET, {}, asked);

    expect(errors.map(({ extensions }) => extensions.code)).toEqual(['INTERNAL_SERVER_ERROR']);
    expect(await portal.parts.db.entities.countBy(AssociationEntity, {})).toBe(5);
    expect(portal.parts.clock.now().getTime()).toBe(portal.clock.now().getTime() + days(2));
    expect(emptied).toEqual([]);
  });
});
