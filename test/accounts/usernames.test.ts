import { describe, expect, it } from '@jest/globals';
import { identifierKey, similarUsernames, usernameFault } from '../../src/modules/accounts/username.ts';

describe('choosing a username (A2)', () => {
  it.each([
    ['JTremblay', null],
    ['Éloïse d’Amours', null],
    ['al2', null],
    ['12345a', null],
    ['x'.repeat(64), null],
    ['', 'REQUIRED'],
    ['   ', 'REQUIRED'],
    ['jt', 'TOO_SHORT'],
    ['x'.repeat(65), 'TOO_LONG'],
    [' jtremblay', 'SPACE_AT_EDGE'],
    ['jtremblay\t', 'SPACE_AT_EDGE'],
    ['jtremblay\u00a0', 'SPACE_AT_EDGE'],
    ['j\u0000tremblay', 'UNSEEN'],
    ['j\u202etremblay', 'UNSEEN'],
    ['j\u200btremblay', 'UNSEEN'],
    ['jean@maboite.ca', 'AT_SIGN'],
    ['jean＠maboite', 'AT_SIGN'],
    ['123456', 'DIGITS_ONLY'],
    ['１２３４', 'DIGITS_ONLY'],
    ['٣٤٥', 'DIGITS_ONLY'],
  ])('judges %j as %s', (username, fault) => {
    expect(usernameFault(username)).toBe(fault);
  });

  it.each([
    ['JTremblay', 'jtremblay'],
    ['ÉLOÏSE', 'éloïse'],
    ['E\u0301loi\u0308se', 'Éloïse'],
    ['ｊｅａｎ', 'Jean'],
    ['Strauß', 'STRAUSS'],
    ['STRAUẞ', 'strauß'],
    ['Σίσυφος', 'ΣΊΣΥΦΟΣ'],
  ])('takes %j and %j for the same name', (one, other) => {
    expect(identifierKey(one)).toBe(identifierKey(other));
  });

  it.each([
    ['eloise', 'éloïse'],
    ['jtremblay', 'j.tremblay'],
  ])('keeps %j and %j apart', (one, other) => {
    expect(identifierKey(one)).not.toBe(identifierKey(other));
  });

  it('suggests names that are close, different and allowed, even next to the longest one', () => {
    const suggestions = similarUsernames('x'.repeat(64), bytes => new Uint8Array(bytes).fill(7));

    expect(suggestions.slice(0, 2)).toEqual([`${'x'.repeat(63)}2`, `${'x'.repeat(63)}3`]);
    expect(suggestions.map(usernameFault)).toEqual(suggestions.map(() => null));
  });
});
