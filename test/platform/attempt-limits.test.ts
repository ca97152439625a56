import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createLimits, forgetEndedWindows } from '../../src/platform/http/attempt-limits.ts';
import type { Limits } from '../../src/platform/http/limits.ts';
import { openDatabase, type TestDatabase } from '../support/database.ts';
import { minutes, seconds } from '../support/fake-clock.ts';

const GUESSES = { name: 'guesses', points: 3, seconds: 900 };

let database: TestDatabase;
let limits: Limits;
beforeAll(async () => {
  database = await openDatabase();
  limits = createLimits(database.db, database.clock);
});
afterAll(() => database.close());

describe('Attempts', () => {
  it('are allowed up to the budget, then refused until the window ends', async () => {
    for (let attempt = 0; attempt < 3; attempt++)
      expect((await limits.spend(GUESSES, 'marie')).allowed).toBe(true);

    database.clock.advance(minutes(5));
    expect(await limits.spend(GUESSES, 'marie')).toEqual({ allowed: false, retryAfterSeconds: 600 });

    database.clock.advance(minutes(10) - 1);
    expect(await limits.spend(GUESSES, 'marie')).toEqual({ allowed: false, retryAfterSeconds: 1 });

    database.clock.advance(1);
    expect((await limits.spend(GUESSES, 'marie')).allowed).toBe(true);
  });

  it('of one person and of one budget do not touch the others', async () => {
    for (let attempt = 0; attempt < 4; attempt++) await limits.spend(GUESSES, 'jean');

    expect((await limits.spend(GUESSES, 'jean')).allowed).toBe(false);
    expect((await limits.spend(GUESSES, 'Jean')).allowed).toBe(true);
    expect((await limits.spend({ ...GUESSES, name: 'codes' }, 'jean')).allowed).toBe(true);
  });

  it('that turned out right are given back, refused ones or not', async () => {
    for (let attempt = 0; attempt < 5; attempt++) await limits.spend(GUESSES, 'lise');
    await limits.refund(GUESSES, 'lise');

    expect((await limits.spend(GUESSES, 'lise')).allowed).toBe(true);
    expect((await limits.spend(GUESSES, 'lise')).allowed).toBe(false);
  });

  it('are never owed', async () => {
    await limits.refund(GUESSES, 'omar');
    await limits.spend(GUESSES, 'omar');
    for (let time = 0; time < 5; time++) await limits.refund(GUESSES, 'omar');

    const allowed = [];
    for (let attempt = 0; attempt < 4; attempt++) allowed.push((await limits.spend(GUESSES, 'omar')).allowed);

    expect(allowed).toEqual([true, true, true, false]);
  });

  it('made at once are counted one by one: exactly as many pass as the budget holds', async () => {
    for (let round = 0; round < 20; round++) {
      const answers = await Promise.all(
        Array.from({ length: 12 }, () => limits.spend(GUESSES, `round ${round}`)),
      );

      expect(answers.filter(({ allowed }) => allowed)).toHaveLength(3);
      expect(
        answers.filter(({ allowed }) => !allowed).every(({ retryAfterSeconds }) => retryAfterSeconds === 900),
      ).toBe(true);
    }
  });

  it('leave no address and no code in the table, and nothing at all once their window has ended', async () => {
    await limits.spend(GUESSES, 'canary@exemple.ca');
    const table = async (): Promise<string> =>
      JSON.stringify(await database.source.query('select * from attempt_window'));

    expect(await table()).toContain('guesses');
    expect(await table()).not.toContain('canary');

    database.clock.advance(seconds(900));
    await forgetEndedWindows(database.db, database.clock);

    expect(await table()).toBe('[]');
  });
});
