import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { whoRuns } from '../../src/command-line/who-runs.ts';
import { createTestDatabase } from '../support/database.ts';
import { query, type GivenDatabase } from './databases.ts';
import { openMachine, type Machine } from './machine.ts';
import { PATIENCE_MS, sentencesOf } from './product.ts';

jest.setTimeout(2 * PATIENCE_MS);

let machine: Machine;
let given: GivenDatabase;
beforeAll(async () => {
  [machine, given] = await Promise.all([openMachine(), createTestDatabase()]);
});
afterAll(async () => {
  await machine.clear();
  await given.drop();
});

describe('the command that makes a realm administrator', () => {
  const asGiven = () => ({
    DATABASE_URL: given.url,
    MIGRATION_DATABASE_URL: given.ownerUrl,
    DATA_DIR: join(machine.folder, 'data'),
    SECRET_KEY: randomBytes(32).toString('hex'),
  });

  it('reads whom it is told and works on the database, as npm runs it', async () => {
    const order = ['administrator', 'personne@maboite.example', '--end'];

    const said = await machine.run('scripts/run.mjs', asGiven(), order);

    expect(sentencesOf(said)).toEqual([
      'Nobody with a confirmed address signs in here as personne@maboite.example.',
    ]);
    expect(await query(given.url, 'select from realm_administrator')).toEqual([]);
  });

  it('is not told whom, as the image runs it, and says how it is asked', async () => {
    const said = await machine.run('dist/command-line/administrator.js', asGiven(), ['--end']);

    expect(sentencesOf(said)).toEqual([expect.stringContaining('npm run administrator -- ')]);
  });

  it('writes the number of whoever runs it where the machine has no name for them', () => {
    const nameless = (): never => {
      throw new Error('uv_os_get_passwd returned ENOENT');
    };

    expect(whoRuns(nameless)).toBe(`uid ${process.getuid?.()}`);
    expect(whoRuns(() => ({ username: 'exploitant' }))).toBe('exploitant');
  });
});
