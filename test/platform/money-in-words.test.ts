import { describe, expect, it } from '@jest/globals';
import { MoneyView } from '../../src/platform/graphql/money.type.ts';
import { formatMoney } from '../../src/platform/wording/money-in-words.ts';

describe('an amount in words', () => {
  it.each([
    [0n, '0,00\u00a0$', '$0.00'],
    [5n, '0,05\u00a0$', '$0.05'],
    [123_456n, '1\u00a0234,56\u00a0$', '$1,234.56'],
    [-52_500n, '-525,00\u00a0$', '-$525.00'],
    [
      900_719_925_474_099_312n,
      '9\u00a0007\u00a0199\u00a0254\u00a0740\u00a0993,12\u00a0$',
      '$9,007,199,254,740,993.12',
    ],
  ])('%s cents read %s in French and %s in English', (cents, fr, en) => {
    expect(formatMoney(cents, 'fr-CA')).toBe(fr);
    expect(formatMoney(cents, 'en-CA')).toBe(en);
  });

  it('is not shown in cents when a program could not read them exactly', () => {
    expect(() => new MoneyView(9_007_199_254_740_992n, 'fr-CA')).toThrow(RangeError);
  });
});
