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
  it('are allowed up to the budget, then refused until the first of them is old enough', async () => {
    for (let attempt = 0; attempt < 3; attempt++) {
      expect((await limits.spend(GUESSES, 'marie')).allowed).toBe(true);
      database.clock.advance(minutes(1));
    }

    database.clock.advance(minutes(2));
    expect(await limits.spend(GUESSES, 'marie')).toMatchObject({ allowed: false, retryAfterSeconds: 600 });

    database.clock.advance(minutes(10) - 1);
    expect(await limits.spend(GUESSES, 'marie')).toMatchObject({ allowed: false, retryAfterSeconds: 1 });

    database.clock.advance(1);
    expect((await limits.spend(GUESSES, 'marie')).allowed).toBe(true);
    expect(await limits.spend(GUESSES, 'marie')).toMatchObject({ allowed: false, retryAfterSeconds: 60 });
  });

  it.each([
    ['a small budget', { name: 'small', points: 10, seconds: 900 }, 900],
    ['a large budget', { name: 'large', points: 300, seconds: 600 }, 606],
  ])(
    'keep %s in any window, wherever it begins, and give it back by and by',
    async (_case, budget, within) => {
      const allowedAt: number[] = [];
      const start = database.clock.now().getTime();
      const step = (budget.seconds * 1_000) / (budget.points * 2);
      while (database.clock.now().getTime() < start + 2.5 * budget.seconds * 1_000) {
        const { allowed } = await limits.spend(budget, 'zoé');
        if (allowed) allowedAt.push(database.clock.now().getTime());
        database.clock.advance(step);
      }

      const inWindow = allowedAt.map(
        from => allowedAt.filter(at => at >= from && at < from + budget.seconds * 1_000).length,
      );
      expect(Math.max(...inWindow)).toBe(budget.points);
      const first = allowedAt[0] ?? 0;
      const back = allowedAt.filter(at => at >= first + budget.seconds * 1_000)[0] ?? 0;
      expect((back - first) / 1_000).toBeLessThanOrEqual(within);
    },
  );

  it('leave a row that stays small, however many are made', async () => {
    const budget = { name: 'site', points: 3_000, seconds: 600 };
    for (let attempt = 0; attempt < 500; attempt++) {
      const spent = await limits.spend(budget, 'portal');
      if (attempt % 2) await spent.giveBack();
      database.clock.advance(seconds(3));
    }

    const [row] = await database.source.query<{ kept: number }[]>(
      "select cardinality(instants) as kept from attempt_window where budget = 'site'",
    );

    expect(row?.kept).toBeLessThanOrEqual(102);
  });

  it('of one person and of one budget do not touch the others', async () => {
    for (let attempt = 0; attempt < 4; attempt++) await limits.spend(GUESSES, 'jean');

    expect((await limits.spend(GUESSES, 'jean')).allowed).toBe(false);
    expect((await limits.spend(GUESSES, 'Jean')).allowed).toBe(true);
    expect((await limits.spend({ ...GUESSES, name: 'codes' }, 'jean')).allowed).toBe(true);
  });

  it('that turned out right are given back: those very ones, whatever came after', async () => {
    const right = await limits.spend(GUESSES, 'lise');
    database.clock.advance(minutes(5));
    for (let attempt = 0; attempt < 3; attempt++) await limits.spend(GUESSES, 'lise');
    await right.giveBack();

    expect((await limits.spend(GUESSES, 'lise')).allowed).toBe(true);
    database.clock.advance(minutes(10));
    expect(await limits.spend(GUESSES, 'lise')).toMatchObject({ allowed: false, retryAfterSeconds: 300 });
  });

  it('are never owed', async () => {
    const spent = await limits.spend(GUESSES, 'omar');
    for (let time = 0; time < 5; time++) await spent.giveBack();
    const refused = await Promise.all(Array.from({ length: 4 }, () => limits.spend(GUESSES, 'omar')));
    for (const one of refused.filter(({ allowed }) => !allowed)) await one.giveBack();

    expect(refused.filter(({ allowed }) => allowed)).toHaveLength(3);
    expect((await limits.spend(GUESSES, 'omar')).allowed).toBe(false);
  });

  it('made at once and given back at once add up', async () => {
    const budget = { ...GUESSES, points: 50 };
    const spent = await Promise.all(Array.from({ length: 50 }, () => limits.spend(budget, 'ana')));
    await Promise.all([
      ...spent.slice(0, 20).map(one => one.giveBack()),
      ...Array.from({ length: 5 }, () => limits.spend(budget, 'nobody else')),
    ]);

    const again = await Promise.all(Array.from({ length: 30 }, () => limits.spend(budget, 'ana')));

    expect(again.filter(({ allowed }) => allowed)).toHaveLength(20);
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
