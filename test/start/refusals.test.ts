import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { startFaultOf } from '../../src/command-line/start-fault.ts';
import { startCatalogue } from '../../src/command-line/terminal.ts';
import { refuseOldServer } from '../../src/platform/database/server-version.ts';
import { createWordings } from '../../src/platform/wording/catalogue.ts';
import { createTestDatabase } from '../support/database.ts';
import { databaseBeforeItsNewestTables, emptyDatabase, query, type GivenDatabase } from './databases.ts';
import { freePorts, isFree, occupy, openMachine, type Machine } from './machine.ts';
import { processesOn } from './processes.ts';
import { DEMO, MAIN, PATIENCE_MS, RESET, sentencesOf, type Environment } from './product.ts';

jest.setTimeout(2 * PATIENCE_MS);

let machine: Machine;
let dataDir: string;

beforeAll(async () => {
  machine = await openMachine();
  dataDir = join(machine.folder, 'data');
});
afterAll(() => machine.clear(dataDir));

/** What it says when it refuses; nothing is then running and nothing listening. */
async function refusalOf(environment: Environment, args: string[] = [], file = MAIN): Promise<string[]> {
  const port = Number(environment['PORT'] ?? (await freePorts()));
  const ended = await machine.run(file, { DATA_DIR: dataDir, PORT: String(port), ...environment }, args);
  if (environment['PORT'] === undefined) expect(await isFree(port)).toBe(true);
  expect(await processesOn(dataDir)).toEqual([]);
  return sentencesOf(ended);
}

describe('npm start refuses in one sentence that says what to do', () => {
  it.each([0, 1, 2, 3, 4])('when a port is taken: PORT + %i', async offset => {
    const port = await freePorts();
    const release = await occupy(port + offset);

    const said = await refusalOf({ PORT: String(port) });

    await release();
    expect(said).toEqual([
      `Port ${port + offset} is taken (Affilia uses PORT and, for the demo, the four ports after it): stop the program that uses it, or choose others with PORT=4100 npm start.`,
    ]);
  });

  it('when HOST is not of this machine', async () => {
    expect(await refusalOf({ HOST: '203.0.113.7' })).toEqual([
      'The address in HOST is none of this machine: give one that is, such as HOST=127.0.0.1.',
    ]);
  });

  it('when settings are wrong: one for each of them, all at once', async () => {
    const said = await refusalOf(
      {
        PORT: 'four thousand',
        REALM_MODE: 'DEMO',
        PUBLIC_URL: 'http://localhost:4000/portal',
        SESSION_DAYS: '0',
        LANG: 'fr_CA.UTF-8',
      },
      ['--role=both'],
    );

    expect(said.map(sentence => sentence.split(' ')[0])).toEqual([
      'REALM_MODE',
      'PORT',
      'PUBLIC_URL',
      'SESSION_DAYS',
      'SESSION_IDLE_DAYS',
      '`--role`',
    ]);
    expect(said.join()).not.toContain('four thousand');
  });

  it('when one half of it has no database to share with the other', async () => {
    expect(await refusalOf({ LANG: 'fr_CA.UTF-8' }, ['--role=worker'])).toEqual([
      '`--role=api` et `--role=worker` partagent une base de données\u00a0: donnez son adresse dans DATABASE_URL.',
    ]);
  });

  it('when a live realm lacks what it needs', async () => {
    const said = await refusalOf({ REALM_MODE: 'LIVE' });

    expect(said.map(sentence => sentence.split(' ')[0])).toEqual(['PUBLIC_URL', 'SMTP_URL', 'SECRET_KEY']);
  });

  it('when a server is too old', () => {
    const saidOf = (number: number, version: string): string | null => {
      try {
        refuseOldServer(number, version);
        return null;
      } catch (error) {
        const fault = startFaultOf(error);
        return fault && createWordings([startCatalogue]).in('en-CA').of(fault.sentence, fault.values);
      }
    };

    expect(saidOf(140_011, '14.11')).toBe('PostgreSQL 14.11 is too old: Affilia needs version 15 or newer.');
    expect(saidOf(150_000, '15.0')).toBeNull();
  });
});

describe('npm start on a database that it was given refuses in one sentence', () => {
  let given: GivenDatabase;
  beforeAll(async () => {
    given = await createTestDatabase();
  });
  afterAll(() => given.drop());

  const changed = (change: (url: URL) => void, address = given.url): Environment => {
    const url = new URL(address);
    change(url);
    return { DATABASE_URL: url.href };
  };

  it('when nobody answers there, or not a PostgreSQL', async () => {
    const unreachable =
      'The database at DATABASE_URL cannot be reached: check that it runs and that host and port are right.';
    const other = createServer((_, response) => response.end()).listen(0, '127.0.0.1');
    await once(other, 'listening');
    const free = await freePorts();

    const said = await Promise.all([
      refusalOf(changed(url => (url.port = String(free)))),
      refusalOf(changed(url => (url.port = String((other.address() as AddressInfo).port)))),
      refusalOf(changed(url => (url.hostname = 'database.invalid'))),
    ]);

    other.close();
    expect(said).toEqual([[unreachable], [unreachable], [unreachable]]);
  });

  it('when it does not let us in, and names the variable', async () => {
    const refused = (variable: string): string =>
      `The database refused ${variable}: check the user, the password and the name of the database.`;

    const said = await Promise.all([
      refusalOf(changed(url => (url.password = 'guessed'))),
      refusalOf(changed(url => (url.password = ''))),
      refusalOf(changed(url => (url.pathname = '/nowhere'))),
      refusalOf({
        DATABASE_URL: given.url,
        MIGRATION_DATABASE_URL: String(
          changed(url => (url.password = 'guessed'), given.ownerUrl)['DATABASE_URL'],
        ),
      }),
    ]);

    expect(said).toEqual([
      [refused('DATABASE_URL')],
      [refused('DATABASE_URL')],
      [refused('DATABASE_URL')],
      [refused('MIGRATION_DATABASE_URL')],
    ]);
  });

  it('when the address cannot be read, or asks for an encryption that is not there', async () => {
    const said = await Promise.all([
      refusalOf({ DATABASE_URL: given.url.replace(/:[^:@]+@/, ':caf%e9@') }),
      refusalOf(changed(url => url.searchParams.set('sslmode', 'verify-full'))),
    ]);

    expect(said).toEqual([
      [expect.stringContaining('DATABASE_URL cannot be read: write special characters')],
      [expect.stringContaining('do not agree on encryption')],
    ]);
  });

  it('when the user may not make or change the tables', async () => {
    const empty = await emptyDatabase();
    const old = await databaseBeforeItsNewestTables();

    const said = await Promise.all([
      refusalOf({ DATABASE_URL: empty.url }),
      refusalOf({ DATABASE_URL: old.url }),
    ]);

    await Promise.all([empty.drop(), old.drop()]);
    const sentence =
      'The database user may not change the tables: give MIGRATION_DATABASE_URL with the user that owns them.';
    expect(said).toEqual([[sentence], [sentence]]);
  });

  it('when the tables are newer than the program, or cannot be brought up to it', async () => {
    const newer = await createTestDatabase();
    await query(
      newer.ownerUrl,
      `insert into schema_migration (timestamp, name) values (9999999999999, 'AddTomorrow9999999999999')`,
    );
    const damaged = await databaseBeforeItsNewestTables();

    const said = await Promise.all([
      refusalOf({ DATABASE_URL: newer.url, MIGRATION_DATABASE_URL: newer.ownerUrl }),
      refusalOf({ DATABASE_URL: damaged.ownerUrl }),
    ]);

    await Promise.all([newer.drop(), damaged.drop()]);
    expect(said).toEqual([
      [expect.stringMatching(/^The database was written by a newer version of Affilia: /)],
      [
        expect.stringMatching(
          /^The tables could not be brought up to this version \(step \w+, fault 42(?:P07|701|723)\)/,
        ),
      ],
    ]);
  });

  it('npm run reset leaves it alone', async () => {
    expect(await refusalOf({ DATABASE_URL: given.url }, [], RESET)).toEqual([
      '`npm run reset` clears only the database that comes with the product: the one at DATABASE_URL is yours to clear.',
    ]);
  });

  it('npm run demo says the same when nobody answers', async () => {
    const free = await freePorts();

    expect(
      await refusalOf(
        changed(url => (url.port = String(free))),
        [],
        DEMO,
      ),
    ).toEqual([expect.stringContaining('The database at DATABASE_URL cannot be reached')]);
  });
});
