import { describe, expect, test } from '@jest/globals';
import { randomBytes } from 'node:crypto';
import {
  digestOfCode,
  newInvitationCode,
  readInvitationCode,
} from '../../src/modules/invitations/invitation-code.ts';

describe('B2: an invitation code is easy to type and hard to guess', () => {
  test('it is 64 random bits in the form 8-4-4', () => {
    const bytes = Uint8Array.from([0x8e, 0x5f, 0x9b, 0x1c, 0xef, 0xcd, 0x43, 0x2b]);
    const asked: number[] = [];

    const code = newInvitationCode(count => {
      asked.push(count);
      return bytes;
    });

    expect(code).toBe('8e5f9b1c-efcd-432b');
    expect(asked).toEqual([8]);
  });

  test.each([
    ['as it was mailed', '8e5f9b1c-efcd-432b'],
    ['in capitals', '8E5F9B1C-EFCD-432B'],
    ['without dashes', '8e5f9b1cefcd432b'],
    ['with dashes elsewhere', '8e5f-9b1c-efcd-432b'],
    ['with spaces around and inside', '  8e5f 9b1c efcd 432b\n'],
    ['with no-break spaces', '8e5f9b1c\u00A0efcd\u202F432b'],
    ['with the dashes of a word processor', '8e5f9b1c–efcd—432b'],
    ['with the no-break hyphen of a mail program', '8e5f9b1c\u2011efcd\u2011432b'],
    ['with a minus sign', '8e5f9b1c−efcd−432b'],
    ['with soft hyphens', '8e5f9b1c\u00ADefcd\u00AD432b'],
    ['with underscores', '8e5f9b1c_efcd_432b'],
    ['with an invisible mark before it', '\uFEFF8e5f9b1c-efcd-432b'],
    ['in full-width characters', '８ｅ５ｆ９ｂ１ｃ－ｅｆｃｄ－４３２ｂ'],
  ])('%s it is the same code', (_, typed) => {
    expect(readInvitationCode(typed)).toBe('8e5f9b1c-efcd-432b');
  });

  test.each([
    ['empty', ''],
    ['too short', '8e5f9b1c-efcd-432'],
    ['too long', '8e5f9b1c-efcd-432b0'],
    ['with a letter that no code has', '8e5f9b1c-efcd-432g'],
    ['with other marks', '8e5f9b1c.efcd.432b'],
    ['a whole link', 'https://aqpm.example/fr/invitation#code=8e5f9b1c-efcd-432b'],
    ['with a NUL', '8e5f9b1c-efcd-432b\0'],
  ])('%s it is no code', (_, typed) => {
    expect(readInvitationCode(typed)).toBeNull();
  });

  test('whatever is made can be read again, and no two digests are alike', () => {
    const codes = Array.from({ length: 200 }, () => newInvitationCode(randomBytes));

    const read = codes.map(code => readInvitationCode(code.toUpperCase()));

    expect(read).toEqual(codes);
    expect(new Set(codes.map(code => digestOfCode(code).toString('hex'))).size).toBe(codes.length);
  });
});
