import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { settleDemo } from '../../src/command-line/settle-demo.ts';
import { startFaultOf } from '../../src/command-line/start-fault.ts';
import { terminalIn } from '../../src/command-line/terminal.ts';
import { DEMO_ACCOUNTS } from '../../src/demo/index.ts';
import { migrations } from '../../src/migrations/index.ts';
import { createTestDatabase } from '../support/database.ts';
import { openPortal, type Portal } from '../support/portal.ts';
import { openSmtpMailbox, type SmtpMailbox } from '../support/smtp.ts';
import { page, signIn } from './ask.ts';
import { emptyDatabase, query, type GivenDatabase } from './databases.ts';
import { freePorts, openMachine, type Machine } from './machine.ts';
import { DEMO, MAIN, PATIENCE_MS, sentencesOf, type Product } from './product.ts';

const SECRET_KEY = randomBytes(32).toString('hex');
const UNPROTECTED = 'audit trail not protected';

jest.setTimeout(2 * PATIENCE_MS);

let machine: Machine;
beforeAll(async () => {
  machine = await openMachine();
});
afterAll(() => machine.clear());

const settingsOn = (given: { name: string; url: string; ownerUrl?: string }, port: number) => ({
  DATABASE_URL: given.url,
  ...(given.ownerUrl !== undefined && { MIGRATION_DATABASE_URL: given.ownerUrl }),
  DATA_DIR: join(machine.folder, given.name),
  PORT: String(port),
  SECRET_KEY,
});

describe('a database with one role for everything', () => {
  let given: GivenDatabase;
  let mailbox: SmtpMailbox;
  const apis: Product[] = [];
  beforeAll(async () => {
    [given, mailbox] = await Promise.all([emptyDatabase(), openSmtpMailbox()]);
  });
  afterAll(async () => {
    await mailbox.close();
    await machine.end(...apis);
    await given.drop();
  });
  const settings = async () => settingsOn({ name: given.name, url: given.ownerUrl }, await freePorts());

  it('is migrated once by two processes that start at once, and both of them serve', async () => {
    for (let count = 0; count < 2; count++) apis.push(machine.start(MAIN, await settings(), ['--role=api']));

    await Promise.all(apis.map(api => api.untilReady()));

    expect(await query(given.ownerUrl, 'select name from schema_migration order by id')).toEqual(
      migrations.map(({ name }) => ({ name })),
    );
    expect(await query(given.ownerUrl, 'select from signing_key')).toHaveLength(1);
  });

  it('is started on with a warning: nothing then protects the audit trail', async () => {
    for (const api of apis) await api.untilItSays(UNPROTECTED);
  });

  it('gets the demonstration by npm run demo', async () => {
    expect(await machine.run(DEMO, await settings())).toMatchObject({
      code: 0,
      stdout: 'Demo data was loaded.\n',
      stderr: '',
    });
    expect(await signIn(apis[0]!, DEMO_ACCOUNTS.helene)).toMatch(/^ey/);
  });

  it('is shared by the API and a worker, which delivers what the API does not', async () => {
    expect(mailbox.mails).toEqual([]);
    const worker = machine.start(MAIN, { ...(await settings()), SMTP_URL: mailbox.url }, ['--role=worker']);
    await worker.untilItSays('"ready"');

    const mail = await mailbox.waitFor('jean@maboite.example');

    expect(mail.links.join()).toContain('/fr/invitation.html');
    worker.kill('SIGTERM');
    expect(await worker.ended()).toMatchObject({ code: 0, stderr: '' });
    expect(worker.said()).toContain('"event":"stopped"');
  });

  it('shows the demonstration, which is not loaded again and follows the port of the product', async () => {
    const wanted = await settings();
    const product = machine.start(MAIN, wanted);

    await product.untilItSays('Affilia is ready.');

    const site = `http://localhost:${Number(wanted.PORT) + 1}`;
    expect(product.said()).not.toContain('Demo data was loaded');
    expect(product.said()).toContain(`Demo partner site  ${site}/en/`);
    expect(await page(`${site}/en/`)).toContain('</html>');
    const pages = await query<{ url: string }>(given.ownerUrl, 'select url from client_page');
    expect(new Set(pages.map(({ url }) => new URL(url).origin))).toEqual(new Set([site]));
    product.kill('SIGINT');
    expect(await product.ended()).toMatchObject({ code: 0, stderr: '' });
  });

  it('is refused to a live realm: everybody knows those passwords', async () => {
    const live = await machine.run(MAIN, {
      ...(await settings()),
      REALM_MODE: 'LIVE',
      PUBLIC_URL: 'https://portail.aqpm.ca',
      SMTP_URL: 'smtps://courriel.aqpm.ca',
    });

    expect(sentencesOf(live)).toEqual([
      'The database holds demo data, with passwords that everybody knows: give a LIVE realm a database of its own.',
    ]);
  });
});

describe('a database with an owner of its own', () => {
  let portal: Portal | undefined;
  afterAll(() => portal?.close());

  it('keeps the audit trail from the application, and is shown without a demonstration', async () => {
    const given = await createTestDatabase();
    const product = machine.start(MAIN, settingsOn(given, await freePorts()));

    await product.untilItSays('Affilia is ready.');

    expect(product.said()).toContain('This database has no demo data: `npm run demo` loads it');
    expect(product.said()).not.toContain('Demo partner site');
    await expect(query(given.url, 'update audit_entry set act = act')).rejects.toThrow('permission denied');
    await expect(query(given.url, 'delete from audit_entry')).rejects.toThrow('permission denied');
    product.kill('SIGINT');
    expect((await product.ended()).stdout).toMatch(/\nStopped\.\n$/);
    expect(await readFile(join(machine.folder, given.name, 'affilia.log'), 'utf8')).not.toContain(
      UNPROTECTED,
    );
    await given.drop();
  });

  // What the process does with a refusal of this kind is seen above.
  it('is refused to a live realm when it is that of a test realm whose clock was moved', async () => {
    portal = await openPortal();
    const { parts } = portal;
    const settle = (realmMode: 'TEST' | 'LIVE'): Promise<unknown> =>
      settleDemo({ realmMode, port: 4000 }, 'all', { embedded: false }, parts, terminalIn('en-CA')).catch(
        (fault: unknown) => startFaultOf(fault)?.sentence,
      );
    expect(await settle('LIVE')).toBe(false);

    await query(portal.ownerUrl, 'update test_clock set ahead_ms = 1');

    expect([await settle('LIVE'), await settle('TEST')]).toEqual(['start.movedClockInLive', false]);
    expect(terminalIn('en-CA').word('start.movedClockInLive')).toBe(
      'The database belongs to a test realm whose clock was moved: give a LIVE realm a database of its own.',
    );
  });
});
