import { describe, expect, it } from '@jest/globals';
import { randomBytes } from 'node:crypto';
import { ServiceBusy } from '../../src/platform/graphql/faults.ts';
import { createPasswords, PASSWORD_COST } from '../../src/platform/secrets/create-passwords.ts';
import { BoxNotOpened, createVault } from '../../src/platform/secrets/create-vault.ts';
import { recentlyUsed } from '../../src/platform/secrets/recently-used.ts';

const vaultWith = (...keys: Buffer[]) => createVault(keys, randomBytes);
const passwordsWith = (concurrency: number, queue: number) =>
  createPasswords({ cost: PASSWORD_COST, concurrency, queue, random: randomBytes });

describe('the vault', () => {
  const key = randomBytes(32);

  it('gives back what it sealed, and never seals it twice alike', () => {
    const vault = vaultWith(key);

    const boxes = [vault.seal('Île d’Orléans', 'mail:1'), vault.seal('Île d’Orléans', 'mail:1')];

    expect(boxes.map(box => vault.open(box, 'mail:1'))).toEqual(['Île d’Orléans', 'Île d’Orléans']);
    expect(boxes[0]).not.toEqual(boxes[1]);
    expect(boxes.map(String).join()).not.toContain('Orléans');
  });

  it('seals the empty text too', () => {
    expect(vaultWith(key).open(vaultWith(key).seal('', 'a'), 'a')).toBe('');
  });

  it('does not open a box that was moved to another place', () => {
    const box = vaultWith(key).seal('secret', 'mail:1');

    expect(() => vaultWith(key).open(box, 'mail:2')).toThrow(BoxNotOpened);
  });

  it('does not open a box of which one bit was changed, wherever it is, or that was cut', () => {
    const vault = vaultWith(key);
    const box = vault.seal('secret', 'a');

    for (let place = 0; place < box.length; place++) {
      const changed = Buffer.from(box);
      changed[place]! ^= 1;
      expect(() => vault.open(changed, 'a')).toThrow(BoxNotOpened);
      expect(() => vault.open(box.subarray(0, place), 'a')).toThrow(BoxNotOpened);
    }
  });

  it('opens with an earlier key what was sealed before the key was changed, and seals with the new one', () => {
    const next = randomBytes(32);
    const old = vaultWith(key).seal('kept', 'a');

    const changed = vaultWith(next, key);

    expect(changed.open(old, 'a')).toBe('kept');
    expect(vaultWith(next).open(changed.seal('new', 'a'), 'a')).toBe('new');
    expect(() => vaultWith(next).open(old, 'a')).toThrow(BoxNotOpened);
  });

  it('derives the same for the same text and label, and nothing alike for any other', () => {
    const vault = vaultWith(key);

    const derived = vault.derive('b', 'a');

    expect(derived).toHaveLength(32);
    expect(vault.derive('b', 'a')).toEqual(derived);
    expect(vault.derive('', 'ab')).not.toEqual(vault.derive('b', 'a'));
    expect(vaultWith(randomBytes(32)).derive('b', 'a')).not.toEqual(derived);
  });

  it('takes no short key and not none', () => {
    expect(() => vaultWith(randomBytes(31))).toThrow(RangeError);
    expect(() => vaultWith()).toThrow(RangeError);
  });
});

describe('passwords', () => {
  const passwords = passwordsWith(2, 10);

  it('are hashed with argon2id at the cost that the house chose, each with a salt of its own', async () => {
    const [first, second] = await Promise.all([
      passwords.hash('Érable-2026!'),
      passwords.hash('Érable-2026!'),
    ]);

    expect(first).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    expect(second).not.toBe(first);
    expect(first).not.toContain('rable');
  });

  it('are recognised, whichever way the keyboard writes an é', async () => {
    const hash = await passwords.hash('Érable-2026!'.normalize('NFC'));

    expect(await passwords.verify(hash, 'Érable-2026!'.normalize('NFD'))).toBe(true);
    expect(await passwords.verify(hash, 'Erable-2026!')).toBe(false);
    expect(await passwords.verify(hash, '')).toBe(false);
  });

  it('are never right where there is no account', async () => {
    expect(await passwords.verify(null, 'Érable-2026!')).toBe(false);
    expect(await passwords.verify(null, '')).toBe(false);
  });

  it('wait in line, and the one too many is told that the service is busy', async () => {
    const small = passwordsWith(1, 2);

    const answers = await Promise.allSettled([1, 2, 3, 4, 5].map(n => small.hash(`Érable-${n}`)));

    expect(answers.map(({ status }) => status)).toEqual([
      'fulfilled',
      'fulfilled',
      'fulfilled',
      'rejected',
      'rejected',
    ]);
    for (const answer of answers.slice(3))
      expect((answer as PromiseRejectedResult).reason).toBeInstanceOf(ServiceBusy);
    expect(await small.hash('Érable-6')).toMatch(/^\$argon2id/);
  });

  it('keep their place in line usable after a fault', async () => {
    const small = passwordsWith(1, 1);

    await expect(small.verify('not a hash', 'x')).rejects.toThrow();

    expect(await small.verify(null, 'x')).toBe(false);
  });
});

describe('what was used recently', () => {
  it('stays, and what was not used for longest goes', () => {
    const kept = recentlyUsed<number>(2);
    kept.set('a', 1);
    kept.set('b', 2);
    kept.set('a', 1);

    kept.set('c', 3);

    expect([kept.get('a'), kept.get('b'), kept.get('c')]).toEqual([1, undefined, 3]);
  });
});
