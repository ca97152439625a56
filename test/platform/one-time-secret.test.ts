import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import {
  claimSecret,
  issueSecret,
  readSecret,
  type IssuedSecret,
} from '../../src/platform/secrets/one-time-secret.ts';
import { openDatabase, type TestDatabase } from '../support/database.ts';

const PURPOSE = 'CONFIRM_ADDRESS';
let house: TestDatabase;
beforeAll(async () => {
  house = await openDatabase();
});
afterAll(() => house.close());

const issue = (
  subjectId: string,
  purpose = PURPOSE,
  facts: object = { address: 'a@maboite.ca' },
): Promise<IssuedSecret> =>
  house.db.transaction(tx => issueSecret(house, tx, { purpose, subjectId, facts, lifetimeSeconds: 3600 }));
const claim = (secret: string, purpose = PURPOSE) =>
  house.db.transaction(tx => claimSecret(house, tx, purpose, secret));
const read = (secret: string, purpose = PURPOSE) => readSecret(house, purpose, secret);

describe('a secret that works once', () => {
  it('is long, says what it is, and lies nowhere in clear', async () => {
    const { secret, expiresAt } = await issue(randomUUID());

    const rows = await house.source.query<object[]>('select to_jsonb(s)::text as row from one_time_secret s');
    expect(secret).toMatch(/^affilia_once_[\w-]{32}$/);
    expect(expiresAt).toEqual(new Date(house.clock.now().getTime() + 3_600_000));
    expect(JSON.stringify(rows)).not.toContain(secret.slice(-32));
  });

  it('tells its facts, and looking at it ten times uses nothing up', async () => {
    const subjectId = randomUUID();
    const { secret, expiresAt } = await issue(subjectId);

    for (let time = 0; time < 10; time++) await read(secret);

    const usable = { state: 'USABLE', subjectId, facts: { address: 'a@maboite.ca' }, expiresAt };
    expect(await read(secret)).toEqual(usable);
    expect(await claim(secret)).toEqual(usable);
  });

  it('is used after it was used', async () => {
    const { secret } = await issue(randomUUID());
    await claim(secret);

    expect(await claim(secret)).toMatchObject({ state: 'USED' });
    expect(await read(secret)).toMatchObject({ state: 'USED' });
  });

  it('is replaced by the next one of the same purpose and subject, and by no other', async () => {
    const subjectId = randomUUID();
    const first = await issue(subjectId);
    const otherPurpose = await issue(subjectId, 'RESET_PASSWORD');
    const otherSubject = await issue(randomUUID());

    const second = await issue(subjectId);

    expect(await claim(first.secret)).toMatchObject({ state: 'REPLACED' });
    expect(await read(otherPurpose.secret, 'RESET_PASSWORD')).toMatchObject({ state: 'USABLE' });
    expect(await read(otherSubject.secret)).toMatchObject({ state: 'USABLE' });
    expect(await claim(second.secret)).toMatchObject({ state: 'USABLE' });
  });

  it('works until the second before it expires, and not at that second', async () => {
    const { secret, expiresAt } = await issue(randomUUID());

    house.clock.setTo(new Date(expiresAt.getTime() - 1_000).toISOString());
    expect(await read(secret)).toMatchObject({ state: 'USABLE' });

    house.clock.setTo(expiresAt.toISOString());
    expect(await read(secret)).toMatchObject({ state: 'EXPIRED' });
    expect(await claim(secret)).toMatchObject({ state: 'EXPIRED' });
  });

  it('is unknown under another purpose, with one letter changed, and when it never was', async () => {
    const { secret } = await issue(randomUUID());
    const changed = secret.slice(0, -1) + (secret.endsWith('A') ? 'B' : 'A');

    expect(await claim(secret, 'RESET_PASSWORD')).toEqual({ state: 'UNKNOWN' });
    for (const wrong of [changed, '', 'affilia_once_', '\0', secret.toUpperCase(), `${secret} `])
      expect(await claim(wrong)).toEqual({ state: 'UNKNOWN' });
    expect(await read(secret)).toMatchObject({ state: 'USABLE' });
  });

  it('is free again when what it was used for is rolled back', async () => {
    const { secret } = await issue(randomUUID());

    const refused = house.db.transaction(async tx => {
      await claimSecret(house, tx, PURPOSE, secret);
      throw new Error('refused');
    });

    await expect(refused).rejects.toThrow('refused');
    expect(await claim(secret)).toMatchObject({ state: 'USABLE' });
  });

  it('is won by one of sixteen who use it at once', async () => {
    for (let round = 0; round < 20; round++) {
      const { secret } = await issue(randomUUID());

      const states = (await Promise.all(Array.from({ length: 16 }, () => claim(secret)))).map(
        ({ state }) => state,
      );

      expect(states.filter(state => state === 'USABLE')).toHaveLength(1);
      expect(states.filter(state => state === 'USED')).toHaveLength(15);
    }
  });

  it('leaves one usable when sixteen are issued at once', async () => {
    const subjectId = randomUUID();

    const issued = await Promise.all(Array.from({ length: 16 }, () => issue(subjectId)));

    const states = await Promise.all(issued.map(async ({ secret }) => (await read(secret)).state));
    expect(states.filter(state => state === 'USABLE')).toHaveLength(1);
    expect(states.filter(state => state === 'REPLACED')).toHaveLength(15);
  });
});
