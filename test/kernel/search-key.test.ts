import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { searchKey } from '../../src/kernel/search-key.ts';

describe('the key that a name is sorted and found by', () => {
  it.each([
    ['accents', 'Hélène Bélanger-Côté', 'HELENE BELANGER COTE'],
    ['accents in two parts', 'He\u0301le\u0300ne', 'HELENE'],
    ['the cedilla', 'François', 'FRANCOIS'],
    ['joined letters', 'Lœtitia Ægidius', 'LOETITIA AEGIDIUS'],
    ['the sharp s', 'Weiß', 'WEISS'],
    ['an apostrophe, straight or curly', "L'Écuyer L’Écuyer", 'L ECUYER L ECUYER'],
    ['hyphens of every width', 'Saint‑Jean–sur—Richelieu', 'SAINT JEAN SUR RICHELIEU'],
    ['spaces of every kind', '  Jean \u00A0\t Noël ', 'JEAN NOEL'],
    ['a hyphen between spaces', 'Jean - Noël', 'JEAN NOEL'],
    ['strokes that are no accents', 'Søren Łukasz Đặng Þór', 'SOREN LUKASZ DANG THOR'],
    ['the Turkish i, with a dot and without', 'İpek Yıldız', 'IPEK YILDIZ'],
    ['names of other scripts', 'Ольга 王', 'ОЛЬГА 王'],
    ['figures and marks', 'AQPM 2.0 (Québec)', 'AQPM 2.0 (QUEBEC)'],
    ['nothing', '', ''],
  ])('forgives %s', (_, name, key) => {
    expect(searchKey(name)).toBe(key);
  });

  it('is its own key, and does not depend on case or composition', () => {
    const name = fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 12 }),
      fc.string({ unit: fc.constantFrom(...Array.from('aéÉœŒßøłĐŉʼ’-– \u00A0ǆΐᾳσς')), maxLength: 12 }),
    );

    fc.assert(
      fc.property(name, text => {
        const key = searchKey(text);

        expect(searchKey(key)).toBe(key);
        expect(searchKey(text.normalize('NFD'))).toBe(key);
        expect(searchKey(text.toUpperCase())).toBe(key);
      }),
      { numRuns: 500 },
    );
  });
});
