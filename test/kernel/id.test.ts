import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  fromPublicId,
  ID_PREFIXES,
  newId,
  readPublicId,
  toPublicId,
  type AccountId,
  type IdKind,
} from '../../src/kernel/id.ts';

const clockAt = (millisecond: number) => ({ now: () => new Date(millisecond) });
const zeros = (bytes: number) => new Uint8Array(bytes);
const ones = (bytes: number) => new Uint8Array(bytes).fill(255);
const kinds = Object.keys(ID_PREFIXES) as IdKind[];

const lowest = '00000000-0000-0000-0000-000000000000' as AccountId;
const highest = 'ffffffff-ffff-ffff-ffff-ffffffffffff' as AccountId;

describe('a new id', () => {
  it.each([
    ['no luck', zeros, '0190163d-8694-7000-8000-000000000000'],
    ['all the luck', ones, '0190163d-8694-7fff-bfff-ffffffffffff'],
  ])('is a uuid of version 7 that starts with its millisecond, with %s', (_, random, uuid) => {
    expect(newId(clockAt(0x0190163d8694), random)).toBe(uuid);
  });

  it('keeps the rarest bits where version and variant leave room', () => {
    const random = () => Uint8Array.from([0x12, 0x34, 0x56, 0x78, 0x9a, 0xbc, 0xde, 0xf0, 0x12, 0x34]);

    expect(newId(clockAt(0), random)).toBe('00000000-0000-7123-9678-9abcdef01234');
  });

  it('sorts after the ids of earlier milliseconds', () => {
    const earlier = newId(clockAt(1_795_219_199_999), ones);
    const later = newId(clockAt(1_795_219_200_000), zeros);

    expect(later > earlier).toBe(true);
  });

  it.each([
    ['before 1970', clockAt(-1), zeros],
    ['when the clock is broken', clockAt(Number.NaN), zeros],
    ['without enough chance', clockAt(0), () => new Uint8Array(4)],
  ])('is refused %s', (_, clock, random) => {
    expect(() => newId(clock, random)).toThrow(RangeError);
  });
});

describe('a public id', () => {
  it.each([
    ['the lowest', lowest, 'acc_1111111111111111111111'],
    ['the highest', highest, 'acc_YcVfxkQb6JRzqk5kF2tNLv'],
  ])('has a prefix and 22 characters: %s', (_, uuid, text) => {
    expect(toPublicId('Account', uuid)).toBe(text);
    expect(readPublicId(text)).toEqual({ kind: 'Account', id: uuid });
  });

  it('has a prefix of its own for every kind', () => {
    expect(new Set(Object.values(ID_PREFIXES)).size).toBe(kinds.length);
  });

  it('gives back every kind and uuid that went in', () => {
    fc.assert(
      fc.property(fc.constantFrom(...kinds), fc.uuid(), (kind, uuid) => {
        const text = toPublicId(kind, uuid as never);

        expect(text).toMatch(/^[a-z]{3}_[1-9A-Za-z]{22}$/);
        expect(readPublicId(text)).toEqual({ kind, id: uuid });
        expect(fromPublicId(kind, text)).toBe(uuid);
      }),
    );
  });

  it('is nobody when it is read as another kind', () => {
    expect(fromPublicId('Person', toPublicId('Account', lowest))).toBeNull();
  });

  it.each([
    ['nothing', ''],
    ['a uuid', '0190163d-8694-7000-8000-000000000000'],
    ['an unknown prefix', 'xyz_1111111111111111111111'],
    ['no prefix', '_1111111111111111111111'],
    ['the prefix in capitals', 'ACC_1111111111111111111111'],
    ['a character short', 'acc_111111111111111111111'],
    ['a character long', 'acc_11111111111111111111111'],
    ['a letter outside the alphabet', 'acc_111111111111111111111l'],
    ['a number above any uuid', 'acc_YcVfxkQb6JRzqk5kF2tNLw'],
    ['the highest that 22 characters write', 'acc_zzzzzzzzzzzzzzzzzzzzzz'],
    ['a space behind', 'acc_1111111111111111111111 '],
    ['a line break behind', 'acc_1111111111111111111111\n'],
    ['the name of an inherited property', 'constructor_1111111111111111111111'],
  ])('is null when malformed: %s', (_, text) => {
    expect(readPublicId(text)).toBeNull();
    expect(fromPublicId('Account', text)).toBeNull();
  });

  it('never throws and has one spelling, whatever is sent', () => {
    const base58 = fc.string({
      unit: fc.constantFrom(...Array.from('123456789ABCXYZabcxyz')),
      minLength: 22,
      maxLength: 22,
    });
    const sent = fc.oneof(
      fc.string(),
      base58.map(digits => `acc_${digits}`),
    );

    fc.assert(
      fc.property(sent, text => {
        const read = readPublicId(text);
        if (read) expect(toPublicId(read.kind, read.id as never)).toBe(text);
      }),
    );
  });

  it.each(['', 'not-a-uuid', '0190163D-8694-7000-8000-000000000000'])('is not made of %j', text => {
    expect(() => toPublicId('Account', text as AccountId)).toThrow(RangeError);
  });
});
