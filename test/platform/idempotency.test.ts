import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import type { Context } from '../../src/platform/context.ts';
import { connectDatabase } from '../../src/platform/database/connect.ts';
import { forgetOldKeys, once, onceAfter } from '../../src/platform/database/idempotency.ts';
import { IdempotencyKeyReused } from '../../src/platform/graphql/idempotency-key-reused.ts';
import { InvalidInput } from '../../src/platform/graphql/invalid-input.ts';
import { refuse, Refusal, type Problem } from '../../src/platform/problem.ts';
import { createWordings } from '../../src/platform/wording/catalogue.ts';
import { platformWordingEn } from '../../src/platform/wording/platform.wording.en.ts';
import { platformWordingFr } from '../../src/platform/wording/platform.wording.fr.ts';
import { openDatabase, silentLog, type TestDatabase } from '../support/database.ts';
import { hours, seconds } from '../support/fake-clock.ts';

type Asking = Parameters<typeof once>[0];

let house: TestDatabase;
let asking: Asking;
beforeAll(async () => {
  house = await openDatabase();
  asking = {
    ...house,
    wording: createWordings([{ fr: platformWordingFr, en: platformWordingEn }]).in('fr-CA'),
    client: { id: 'client-1' } as NonNullable<Context['client']>,
    actor: null,
  };
});
afterAll(() => house.close());

const effects = async (name: string): Promise<number> =>
  (await house.source.query<object[]>('select 1 from attempt_window where budget = $1', [name])).length;

interface Asked {
  readonly context?: Partial<Asking>;
  readonly operation?: string;
  readonly key?: string | undefined;
  readonly input?: object;
  readonly refusal?: Problem;
}

/** Leaves one mark, in a table of ours that nobody else uses here, and answers something that is new each time. */
function act(name: string, asked: Asked = {}): Promise<{ answer: string }> {
  const { context = {}, operation = 'acceptInvitation', input = { name } } = asked;
  const key = 'key' in asked ? asked.key : name;
  return once({ ...asking, ...context }, { operation, key, input }, async tx => {
    await tx.query(
      "insert into attempt_window (budget, key, instants, attempts, ends_at) values ($1, $2, '{}', '{}', $3)",
      [name, randomUUID(), house.clock.now()],
    );
    if (asked.refusal) refuse(asked.refusal);
    return { answer: randomUUID() };
  });
}

async function problemOf(asked: Promise<unknown>): Promise<Problem> {
  const refusal: unknown = await asked.catch((error: unknown) => error);
  if (!(refusal instanceof Refusal)) throw new Error(`expected a refusal, was ${String(refusal)}`);
  return refusal.problem;
}

describe('a request that is repeated with its key', () => {
  it('happens once, and is answered as the first time', async () => {
    const name = randomUUID();

    const first = await act(name);

    expect(await act(name)).toEqual(first);
    expect(await effects(name)).toBe(1);
  });

  it('happens once when fifty copies arrive together, with fewer connections than copies', async () => {
    const name = randomUUID();

    const answers = await Promise.all(Array.from({ length: 50 }, () => act(name)));

    expect(new Set(answers.map(({ answer }) => answer)).size).toBe(1);
    expect(await effects(name)).toBe(1);
  });

  it('happens once when fifty copies arrive at three processes', async () => {
    const processes = await Promise.all(
      [1, 2, 3].map(() => connectDatabase({ url: house.url, poolSize: 3, entities: [], log: silentLog })),
    );
    for (let round = 0; round < 5; round++) {
      const name = randomUUID();

      const answers = await Promise.all(
        Array.from({ length: 50 }, (_, turn) => act(name, { context: { db: processes[turn % 3]!.db } })),
      );

      expect(new Set(answers.map(({ answer }) => answer)).size).toBe(1);
      expect(await effects(name)).toBe(1);
    }
    await Promise.all(processes.map(process => process.close()));
  });

  it.each([
    ['still fits', () => undefined],
    ['no longer fits', () => refuse(new IdempotencyKeyReused())],
  ])('happens once when another process does it during the preparation, which then %s', async (_, judge) => {
    const other = await connectDatabase({ url: house.url, poolSize: 2, entities: [], log: silentLog });
    const name = randomUUID();
    const request = { operation: 'acceptInvitation', key: name, input: { name } };
    let first = {};

    const second = await onceAfter(
      { ...asking, db: other.db },
      async () => {
        first = await act(name);
        judge();
      },
      request,
      () => Promise.resolve({ answer: 'done twice' }),
    );

    expect(second).toEqual(first);
    expect(await effects(name)).toBe(1);
    await other.close();
  });

  it('does not starve the work itself of a connection', async () => {
    const small = await connectDatabase({ url: house.url, poolSize: 2, entities: [], log: silentLog });
    const name = randomUUID();
    const work = () => small.db.read({ name: 'beside', text: 'select 1 as one' });

    const answers = await Promise.all(
      Array.from({ length: 10 }, () =>
        once({ ...asking, db: small.db }, { operation: 'read', key: name, input: {} }, work),
      ),
    );

    expect(answers).toEqual(Array.from({ length: 10 }, () => [{ one: 1 }]));
    await small.close();
  });

  it('is told that the key was for something else when the input differs', async () => {
    const name = randomUUID();
    await act(name, { input: { code: 'A', password: 'x' } });

    expect(await problemOf(act(name, { input: { code: 'B', password: 'x' } }))).toBeInstanceOf(
      IdempotencyKeyReused,
    );
    expect(await effects(name)).toBe(1);
  });

  it('is the same request, in whichever order its fields were written', async () => {
    const name = randomUUID();

    const first = await act(name, { input: { a: 1, b: { c: [1, 2], d: null } } });

    expect(await act(name, { input: { b: { d: null, c: [1, 2] }, a: 1 } })).toEqual(first);
    expect(await problemOf(act(name, { input: { b: { d: null, c: [2, 1] }, a: 1 } }))).toBeInstanceOf(
      IdempotencyKeyReused,
    );
  });

  it('is another request for another caller and another operation', async () => {
    const name = randomUUID();
    const actor = { accountId: 'account-1' } as NonNullable<Context['actor']>;

    const answers = [
      await act(name),
      await act(name, { context: { client: null } }),
      await act(name, { context: { actor } }),
      await act(name, { operation: 'declineInvitation' }),
    ];

    expect(new Set(answers.map(({ answer }) => answer)).size).toBe(4);
  });

  it('may try again after a refusal, which leaves nothing behind', async () => {
    const name = randomUUID();
    const refusal = new IdempotencyKeyReused();

    expect(await problemOf(act(name, { refusal }))).toBe(refusal);
    expect(await effects(name)).toBe(0);

    expect(await act(name, { input: { corrected: true } })).toHaveProperty('answer');
  });

  it('is remembered for a day, and then a new request, of which fifty copies happen once', async () => {
    const name = randomUUID();
    const first = await act(name);

    house.clock.advance(hours(24) - seconds(1));
    expect(await act(name)).toEqual(first);

    house.clock.advance(seconds(1));
    const later = await Promise.all(
      Array.from({ length: 50 }, () => act(name, { input: { another: true } })),
    );
    expect(new Set(later.map(({ answer }) => answer)).size).toBe(1);
    expect(later[0]).not.toEqual(first);
    expect(await effects(name)).toBe(2);
  });

  it('leaves no answer and no input in clear', async () => {
    const name = randomUUID();
    const { answer } = await act(name, { input: { password: 'Érable-2026!' } });

    const [row] = await house.source.query<{ kept: string }[]>(
      `select encode(sealed_answer, 'escape') || encode(input_digest, 'escape') as kept from idempotency_key where key = $1`,
      [name],
    );
    expect(row?.kept).not.toContain(answer);
    expect(row?.kept).not.toContain('rable');
  });
});

describe('a request without a key', () => {
  it('happens each time', async () => {
    const name = randomUUID();

    const answers = [await act(name, { key: undefined }), await act(name, { key: undefined })];

    expect(answers[0]).not.toEqual(answers[1]);
    expect(await effects(name)).toBe(2);
  });
});

describe('a key', () => {
  it.each([
    ['empty', '', 'REQUIRED'],
    ['only spaces', '   ', 'REQUIRED'],
    ['256 characters long', 'k'.repeat(256), 'TOO_LONG'],
    ['with a line break', 'a\nb', 'BAD_FORMAT'],
    ['with a NUL', 'a\0b', 'BAD_FORMAT'],
    ['with a turned direction', 'a\u202Eb', 'BAD_FORMAT'],
  ])('that is %s is to be corrected, and nothing happens', async (_, key, code) => {
    const name = randomUUID();

    const problem = await problemOf(act(name, { key }));

    if (!(problem instanceof InvalidInput))
      throw new Error(`expected InvalidInput, was ${problem.constructor.name}`);
    const [issue, ...more] = problem.issues;
    expect(more).toEqual([]);
    expect(issue).toMatchObject({ path: ['input', 'idempotencyKey'], code });
    expect(issue?.message).toMatch(/\p{L}/u);
    expect(await effects(name)).toBe(0);
  });

  it('of 255 characters, accents and quotation marks is a key', async () => {
    const key = `é'";--`.padEnd(255, 'k');

    expect(await act(randomUUID(), { key, input: {} })).toEqual(await act(randomUUID(), { key, input: {} }));
  });
});

describe('old keys', () => {
  it('are forgotten after a day, younger ones are kept', async () => {
    const [old, young] = [randomUUID(), randomUUID()];
    await act(old);
    house.clock.advance(hours(24));
    await act(young);

    await forgetOldKeys(house);

    const kept = await house.source.query<{ key: string }[]>(
      'select key from idempotency_key where key in ($1, $2)',
      [old, young],
    );
    expect(kept).toEqual([{ key: young }]);
  });
});
