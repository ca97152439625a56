import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { Money } from '../../src/kernel/money.ts';

const cents = (shares: Money[]): bigint[] => shares.map(share => share.cents);
const sum = (shares: Money[]): bigint => shares.reduce((total, share) => total + share.cents, 0n);
const anyMoney = fc.bigInt({ min: -(10n ** 12n), max: 10n ** 12n }).map(amount => Money.cad(amount));
const anyWeights = fc
  .array(fc.bigInt({ min: 0n, max: 10n ** 6n }), { minLength: 1, maxLength: 12 })
  .filter(weights => weights.some(weight => weight > 0n));

describe('money', () => {
  it('adds, takes away and multiplies whole cents, beyond what a float can count', () => {
    const large = Money.cad(9_007_199_254_740_993n);

    expect(large.plus(Money.cad(2)).cents).toBe(9_007_199_254_740_995n);
    expect(Money.cad(100).minus(Money.cad(250)).cents).toBe(-150n);
    expect(Money.cad(1_250).times(3).cents).toBe(3_750n);
    expect(Money.cad(1_250).times(-1n).cents).toBe(-1_250n);
    expect(Money.cad(1).currency).toBe('CAD');
  });

  it.each([0.5, 2 ** 53, Number.NaN, Number.POSITIVE_INFINITY])('refuses to count %d cents', amount => {
    expect(() => Money.cad(amount)).toThrow(RangeError);
    expect(() => Money.cad(100).times(amount)).toThrow(RangeError);
  });

  it('knows which of two amounts is larger, and which is nothing', () => {
    const [one, two] = [Money.cad(1), Money.cad(2)];

    expect([one.compare(two), two.compare(one), one.compare(Money.cad(1n))]).toEqual([-1, 1, 0]);
    expect([one.isZero(), one.minus(one).isZero()]).toEqual([false, true]);
  });

  it.each([
    ['a dollar in three: the first share carries the cent', 100, 3, [34n, 33n, 33n]],
    ['one cent in two', 1, 2, [1n, 0n]],
    ['nothing in two', 0, 2, [0n, 0n]],
    ['a credit like its invoice', -100, 3, [-34n, -33n, -33n]],
    ['everything in one', 12_345, 1, [12_345n]],
  ])('splits %s', (_, amount, parts, shares) => {
    expect(cents(Money.cad(amount).split(parts))).toEqual(shares);
  });

  it.each([0, -1, 1.5, Number.NaN])('refuses to split into %d', parts => {
    expect(() => Money.cad(100).split(parts)).toThrow(RangeError);
  });

  it.each([
    ['in proportion', 1_000, [1n, 3n], [250n, 750n]],
    ['the odd cent to the largest lost fraction', 100, [1n, 2n, 4n], [14n, 29n, 57n]],
    ['the odd cent to the first of equals', 101, [5n, 5n], [51n, 50n]],
    ['nothing to a weight of zero', 101, [0n, 1n, 1n], [0n, 51n, 50n]],
    ['a credit like its invoice', -101, [5n, 5n], [-51n, -50n]],
  ])('allocates %s', (_, amount, weights, shares) => {
    expect(cents(Money.cad(amount).allocate(weights))).toEqual(shares);
  });

  it.each([
    ['no weight', []],
    ['only zeros', [0n, 0n]],
    ['a negative weight', [3n, -1n]],
  ])('refuses to allocate by %s', (_, weights) => {
    expect(() => Money.cad(100).allocate(weights)).toThrow(RangeError);
  });

  it.each([
    ['GST on 100 $', 10_000, 5, 100, 500n],
    ['QST on 100 $: 997.5 cents go up', 10_000, 9_975, 100_000, 998n],
    ['just under half a cent goes down', 1_049, 1, 100, 10n],
    ['half a cent goes up', 1_050, 1, 100, 11n],
    ['the credit mirrors its invoice', -1_050, 1, 100, -11n],
    ['a negative rate mirrors it too', 1_050, -1, 100, -11n],
    ['a third of nothing', 0, 1, 3, 0n],
  ])('takes a part: %s', (_, amount, numerator, denominator, part) => {
    expect(Money.cad(amount).percent(numerator, denominator).cents).toBe(part);
  });

  it.each([0, -100, 0.5])('refuses a part over %d', denominator => {
    expect(() => Money.cad(100).percent(5, denominator)).toThrow(RangeError);
  });

  it('loses no cent and stays even, whatever is split', () => {
    fc.assert(
      fc.property(anyMoney, fc.integer({ min: 1, max: 50 }), (money, parts) => {
        const shares = money.split(parts);
        const magnitudes = shares.map(share => (share.cents < 0n ? -share.cents : share.cents));

        expect(sum(shares)).toBe(money.cents);
        expect(shares).toHaveLength(parts);
        expect(magnitudes).toEqual(magnitudes.toSorted((a, b) => Number(b - a)));
        expect(magnitudes[0]! - magnitudes.at(-1)!).toBeLessThanOrEqual(1n);
      }),
    );
  });

  it('loses no cent, stays within a cent of the exact share and follows the order of weights', () => {
    fc.assert(
      fc.property(anyMoney, anyWeights, (money, weights) => {
        const total = weights.reduce((all, weight) => all + weight, 0n);
        const shares = cents(money.allocate(weights)).map(share => (money.cents < 0n ? -share : share));
        const whole = money.cents < 0n ? -money.cents : money.cents;

        expect(shares.reduce((all, share) => all + share, 0n)).toBe(whole);
        for (const [i, share] of shares.entries()) {
          const floor = (whole * weights[i]!) / total;
          expect(share === floor || share === floor + 1n).toBe(true);
          for (const [j, other] of shares.entries()) {
            if (weights[i]! > weights[j]!) expect(share).toBeGreaterThanOrEqual(other);
          }
        }
      }),
      { numRuns: 60 },
    );
  });

  it('compares like the cents do, and a credit cancels its invoice', () => {
    fc.assert(
      fc.property(anyMoney, anyMoney, fc.integer({ min: 0, max: 100_000 }), (one, other, rate) => {
        expect(one.compare(other)).toBe(-other.compare(one) + 0);
        expect(one.compare(other) <= 0).toBe(one.cents <= other.cents);
        expect(one.percent(rate, 100_000).plus(one.times(-1).percent(rate, 100_000)).isZero()).toBe(true);
      }),
    );
  });
});
