import { describe, expect, it } from '@jest/globals';
import { passwordProfile } from '../../src/modules/accounts/password-profiles.ts';
import { brokenRules, passwordRules } from '../../src/modules/accounts/password-rules.ts';

const broken = (profiles: string[], password: string, personal: string[] = []): string[] =>
  brokenRules(passwordRules(profiles.map(passwordProfile)), password, personal).map(({ code }) => code);

describe('the password policy by composition, AQPM’s (A3)', () => {
  it.each([
    ['Bonjour!2026', []],
    ['Aa1!aaaa', []],
    ['Ça va bien 2', []],
    ['Éloïse été 7', []],
    ['Ab1!'.repeat(32), []],
    ['Bonjour2026', ['SPECIAL']],
    ['bonjour!2026', ['UPPER']],
    ['BONJOUR!2026', ['LOWER']],
    ['Bonjour!!', ['DIGIT']],
    ['Bon!2', ['MIN_LENGTH']],
    ['bon', ['MIN_LENGTH', 'UPPER', 'DIGIT', 'SPECIAL']],
    ['', ['MIN_LENGTH', 'UPPER', 'LOWER', 'DIGIT', 'SPECIAL']],
    [`${'Ab1!'.repeat(32)}x`, ['MAX_LENGTH']],
    ['Bonjour2026\u0007', ['SPECIAL']],
    ['Bonjour2026e\u0301', ['SPECIAL']],
    ['P@ssw0rd', ['COMMON']],
    ['p@SSW0RD', ['COMMON']],
  ])('finds in %j: %j', (password, rules) => {
    expect(broken(['COMPOSITION'], password)).toEqual(rules);
  });
});

describe('the password policy by length (A3)', () => {
  it.each([
    ['quatre mots sans rime', []],
    ['🐝'.repeat(15), []],
    ['🐝'.repeat(128), []],
    ['Ω≈ç√ 密码 пароль ☃', []],
    ['1qaz2wsx3edc4rfv', ['COMMON']],
    ['quatorze signe', ['MIN_LENGTH']],
    ['🐝'.repeat(14), ['MIN_LENGTH']],
    ['qwertyuiop', ['MIN_LENGTH', 'COMMON']],
    ['1234567890', ['MIN_LENGTH', 'COMMON']],
    ['Basketball', ['MIN_LENGTH', 'COMMON']],
    ['gouvernement', ['MIN_LENGTH', 'COMMON']],
    ['neighbourhood', ['MIN_LENGTH', 'COMMON']],
    ['QWERTY123456789', ['COMMON']],
  ])('finds in %j: %j', (password, rules) => {
    expect(broken(['LENGTH'], password)).toEqual(rules);
  });
});

describe('a password made of one’s own words', () => {
  const jean = ['JTremblay', 'jean.tremblay@maboite.ca', 'Jean', 'Tremblay-Côté', 'Roy'];

  it.each([
    ['Tremblay!2026', true],
    ['TREMBLAY.cote.1', true],
    ['jtremblay!2026A', true],
    ['J-e-a-n 2026 ok', true],
    ['CÔTÉ du soleil 7', true],
    ['Bonjour!2026', false],
    ['Maboite!2026', false],
    ['Le roy est mort 1', false],
  ])('%j: %s', (password, personal) => {
    expect(broken(['COMPOSITION'], password, jean).includes('PERSONAL')).toBe(personal);
  });
});

describe('an account of several associations', () => {
  it('satisfies every rule of every profile', () => {
    const rules = passwordRules([passwordProfile('COMPOSITION'), passwordProfile('LENGTH')]);

    expect(rules.minLength).toBe(15);
    expect(rules.rules.map(({ code, minimum, pattern }) => [code, minimum, pattern === null])).toEqual([
      ['MIN_LENGTH', 15, false],
      ['MAX_LENGTH', null, false],
      ['UPPER', 1, false],
      ['LOWER', 1, false],
      ['DIGIT', 1, false],
      ['SPECIAL', 1, false],
      ['COMMON', null, true],
      ['PERSONAL', null, true],
    ]);
  });

  it('cannot name a profile that nobody defined', () => {
    expect(() => passwordProfile('LENIENT')).toThrow('LENIENT');
  });
});
