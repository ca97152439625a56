import { randomBytes } from 'node:crypto';
import { setTimeout as after } from 'node:timers/promises';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Client } from 'pg';
import { createApp, type App } from '../../src/app.ts';
import { testRealmPorts } from '../../src/modules/test-realm/index.ts';
import { createTransport } from '../../src/platform/mail/index.ts';
import { givenAccount } from '../accounts/given-account.ts';
import { perform as performAccount, signedIn } from '../accounts/operations.ts';
import { givenCode, givenOffice, preview, type Office } from '../invitations/operations.ts';
import { countStatements } from '../support/count-statements.ts';
import { silentLog } from '../support/database.ts';
import { days, minutes, seconds } from '../support/fake-clock.ts';
import { LITTLE_COST } from '../support/password-cost.ts';
import { openPortal, type Asked, type Portal } from '../support/portal.ts';
import { perform, send, type TestRealmResult } from './operations.ts';

let portal: Portal;
let office: Office;
let tool: Asked;
let owner: Client;
beforeAll(async () => {
  portal = await openPortal();
  office = await givenOffice(portal);
  tool = { clientKey: portal.world.aqpm.toolKey };
  owner = new Client({ connectionString: portal.ownerUrl });
  await owner.connect();
});
afterAll(async () => {
  await owner.end();
  await portal.close();
});
beforeEach(async () => {
  // Nobody is left waiting for the days that the test before has skipped.
  portal.clock.setTo('2026-11-22T15:00:00.000Z');
  await owner.query('update test_clock set ahead_ms = 0');
  await portal.parts.ports.of(testRealmPorts).followClock();
  expect(ahead(portal.app)).toBe(0);
});

const advance = (input: object, asked = tool): Promise<TestRealmResult> =>
  perform(portal, 'advanceClock', input, asked);
const ahead = (app: App): number => app.parts.clock.now().getTime() - portal.clock.now().getTime();

async function untilKnown(app: App, milliseconds: number): Promise<void> {
  for (let i = 0; i < 60 && ahead(app) !== milliseconds; i++) await after(50);
  expect(ahead(app)).toBe(milliseconds);
}

describe('the clock of a test realm', () => {
  it('moves by so much, for every answer from then on, and goes on from there', async () => {
    const answer = await advance({ by: { days: 40, hours: 2, minutes: 3, seconds: 4 } });

    const step = days(40) + minutes(123) + seconds(4);
    expect(answer.now).toBe(new Date(portal.clock.now().getTime() + step).toISOString());
    expect(ahead(portal.app)).toBe(step);
    portal.clock.advance(minutes(5));
    expect(ahead(portal.app)).toBe(step);
  });

  it('moves to an instant', async () => {
    const answer = await advance({ to: '2027-04-01T04:00:00.000Z' });

    expect(answer.now).toBe('2027-04-01T04:00:00.000Z');
    expect(portal.app.parts.clock.now().toISOString()).toBe('2027-04-01T04:00:00.000Z');
  });

  it.each([
    ['back to an instant', { to: '2026-11-22T14:59:59.999Z' }, 'to', 'OUT_OF_RANGE'],
    ['to where it stands', { to: '2026-11-22T15:00:00.000Z' }, 'to', 'OUT_OF_RANGE'],
    ['back by a day', { by: { days: -1 } }, 'by.days', 'OUT_OF_RANGE'],
    ['by nothing', { by: {} }, 'by', 'OUT_OF_RANGE'],
    ['by less than the day', { by: { days: 1, hours: -1 } }, 'by.hours', 'OUT_OF_RANGE'],
    ['more than five years', { by: { days: 1_828 } }, 'by.days', 'OUT_OF_RANGE'],
    ['more than five years in all', { by: { days: 1_827, seconds: 1 } }, 'by', 'OUT_OF_RANGE'],
    ['to a later century', { to: '2127-01-01T00:00:00.000Z' }, 'to', 'OUT_OF_RANGE'],
    ['in two ways at once', { to: '2027-01-01T00:00:00.000Z', by: { days: 1 } }, 'by', 'NOT_ALLOWED'],
    ['in no way', {}, 'to', 'REQUIRED'],
  ])('does not move %s', async (_, input, field, code) => {
    const french = await advance(input);
    const english = await advance(input, { ...tool, locale: 'en-CA' });

    expect(french).toMatchObject({
      __typename: 'InvalidInput',
      issues: [{ path: ['input', ...field.split('.')], code }],
    });
    expect(french.issues[0]?.message).not.toBe(english.issues[0]?.message);
    expect(ahead(portal.app)).toBe(0);
  });

  it('moves once for one key, however far it has moved by then', async () => {
    const input = { by: { days: 30 }, idempotencyKey: 'trente-jours' };

    const [first, second] = await Promise.all([advance(input), advance(input)]);
    const later = await advance(input);

    expect([second, later]).toEqual([first, first]);
    expect(ahead(portal.app)).toBe(days(30));
  });

  it('moves by both steps when two ask at once', async () => {
    await Promise.all([advance({ by: { days: 1 } }), advance({ by: { days: 2 } })]);

    expect(ahead(portal.app)).toBe(days(3));
  });

  it('makes invitations expire and sessions end', async () => {
    const { code } = await givenCode(portal, office);
    const { address } = await givenAccount(portal);
    const { refreshToken, accessToken: token } = await signedIn(portal, address);
    expect((await preview(portal, code)).__typename).toBe('InvitationPreviewSuccess');

    await advance({ by: { days: 31 } });

    expect((await preview(portal, code)).__typename).toBe('InvitationExpired');
    const { errors } = await portal.graphql('{ viewer { account { id } } }', {}, { token });
    expect(errors[0]?.extensions.code).toBe('UNAUTHENTICATED');
    expect((await performAccount(portal, 'refreshSession', { refreshToken })).__typename).toBe(
      'SessionEnded',
    );
  });

  it('is followed by the other processes within about a second, and outlives them', async () => {
    const other = await openAnother();
    try {
      await advance({ by: { days: 3 } });

      await untilKnown(other, days(3));
    } finally {
      await other.close();
    }
    const next = await openAnother();
    try {
      expect(ahead(next)).toBe(days(3));
    } finally {
      await next.close();
    }
  });

  it('costs requests nothing', async () => {
    const ask = (): Promise<unknown> => portal.graphql('{ realm { mode } }');
    await ask();
    const before = await countStatements(portal, ask);

    await after(1_200);

    expect(await countStatements(portal, ask)).toBe(before);
  });

  it('is told in the audit trail', async () => {
    await advance({ to: '2026-12-24T17:00:00.000Z' });

    const { rows } = await owner.query(
      `select before, account_id from audit_entry
       where act = 'advanceClock' and after = '{ "now": "2026-12-24T17:00:00.000Z" }'`,
    );
    expect(rows).toEqual([{ before: { now: '2026-11-22T15:00:00.000Z' }, account_id: null }]);
  });
});

describe('what waits for an instant', () => {
  const wakesIn = async (): Promise<number> => {
    const { rows } = await owner.query<{ s: number }>(
      `select extract(epoch from max(run_at) - $1)::float8 as s from graphile_worker._private_jobs where flags ? 'timed'`,
      [portal.clock.now()],
    );
    return rows[0]!.s;
  };

  it('is done once the time has passed, though no machine saw it pass', async () => {
    await portal.runDue();
    portal.mailbox.refuseNext(451);
    const { address } = await givenDeferred();

    await portal.runDue();
    expect(portal.mailbox.to(address)).toEqual([]);
    await advance({ by: { minutes: 1 } });
    await portal.runDue();

    expect(portal.mailbox.to(address)).toHaveLength(1);
  });

  it('is waited for in machine time, however far the clock has moved before', async () => {
    await advance({ by: { days: 400 } });
    portal.mailbox.refuseNext(451);
    const { address } = await givenDeferred();

    expect(await wakesIn()).toBe(30);

    portal.clock.advance(seconds(31));
    await portal.runDue();
    expect(portal.mailbox.to(address)).toHaveLength(1);
  });

  it('is done by a worker that runs, a few seconds after the clock has moved', async () => {
    portal.clock.setTo(new Date().toISOString());
    const worker = await portal.app.startWorker(1);
    try {
      portal.mailbox.refuseNext(451);
      const { address } = await givenDeferred({ byWorker: true });
      expect(await wakesIn()).toBeGreaterThan(20);

      await advance({ by: { hours: 1 } });

      await portal.mailbox.waitFor(address);
    } finally {
      await worker.stop();
    }
  });

  /** Somebody whose invitation the mail server would not take yet. */
  async function givenDeferred({ byWorker = false } = {}): Promise<{ address: string }> {
    const address = `attend${Date.now()}@maboite.example`;
    const result = await perform(
      portal,
      'issueTestInvitation',
      {
        associationId: office.associationId,
        invitation: { email: address, locale: 'FR_CA', givenName: 'Ève', familyName: `Attend ${Date.now()}` },
      },
      tool,
    );
    expect(result.__typename).toBe('IssueTestInvitationSuccess');
    if (!byWorker) await portal.runDue();
    const state = async (): Promise<unknown> =>
      (await owner.query('select state from mail where to_address = $1', [address])).rows[0];
    for (let i = 0; i < 100 && JSON.stringify(await state()) !== '{"state":"DEFERRED"}'; i++) await after(50);
    expect(await state()).toEqual({ state: 'DEFERRED' });
    return { address };
  }
});

describe('who may not move it', () => {
  it.each([
    ['a partner site', (): Asked => ({}), 'FORBIDDEN'],
    ['nobody known', (): Asked => ({ clientKey: null }), 'UNAUTHENTICATED'],
  ])('%s', async (_, asked, code) => {
    const { errors } = await send(portal, 'advanceClock', { by: { days: 1 } }, asked());

    expect(errors.map(({ extensions }) => extensions.code)).toEqual([code]);
    expect(ahead(portal.app)).toBe(0);
  });
});

function openAnother(): Promise<App> {
  return createApp({
    clock: portal.clock,
    random: randomBytes,
    log: silentLog,
    settings: portal.parts.settings,
    databaseUrl: portal.ownerUrl,
    poolSize: 2,
    secretKeys: [randomBytes(32)],
    transport: createTransport(portal.mailbox.url),
    mailFrom: null,
    trustedProxies: [],
    requestsPerMinute: 100,
    passwordConcurrency: 1,
    passwordCost: LITTLE_COST,
    graphiqlKey: null,
    routes: [],
    beginning: {
      demoIsThere: () => Promise.resolve(false),
      loadDemo: () => Promise.resolve(),
      emptyMailbox: () => Promise.resolve(),
    },
  });
}
