import { describe, expect, it } from '@jest/globals';
import { localDate } from '../../src/kernel/local-date.ts';
import { Period } from '../../src/kernel/period.ts';
import { chooseRule, yearsBetween, type PricedMember } from '../../src/modules/billing/prices/choose-rule.ts';
import type { PriceRule } from '../../src/modules/billing/prices/price-rules.ts';
import { classOf, price } from './support/price-list.ts';

const on = localDate('2026-11-22');
const rule = (id: string, facts: Partial<PriceRule> = {}): PriceRule =>
  price('DUES', '1.00', { id, ...facts });
const chosen = (rules: readonly PriceRule[], facts: Partial<PricedMember> = {}): string | undefined =>
  chooseRule(
    rules,
    { classId: classOf('FULL'), province: 'ON', bornOn: null, memberSince: null, ...facts },
    on,
  )?.id;

const FULL = { classId: classOf('FULL') };
const ONTARIO = { province: 'ON' } as const;
const SENIOR = { age: { min: 65, max: null } };
const LONG = { seniority: { min: 10, max: null } };
const old = { bornOn: localDate('1950-01-01'), memberSince: localDate('1990-01-01') };

describe('which price holds (D16)', () => {
  it('the class comes before the province, the province before the age, the age before the seniority', () => {
    const everything = [
      rule('all'),
      rule('seniority', LONG),
      rule('age', SENIOR),
      rule('age+seniority', { ...SENIOR, ...LONG }),
      rule('province', ONTARIO),
      rule('province+age', { ...ONTARIO, ...SENIOR }),
      rule('class', FULL),
      rule('class+age', { ...FULL, ...SENIOR }),
      rule('class+province', { ...FULL, ...ONTARIO }),
    ];
    const order: string[] = [];

    for (let left = everything; left.length > 0; left = left.filter(({ id }) => id !== order.at(-1)))
      order.push(chosen(left, old) ?? 'none');

    expect(order).toEqual([
      'class+province',
      'class+age',
      'class',
      'province+age',
      'province',
      'age+seniority',
      'age',
      'seniority',
      'all',
    ]);
  });

  it('a rule that asks for another class or province does not hold, wherever it stands', () => {
    const rules = [
      rule('other class', { classId: classOf('STUDENT') }),
      rule('other province', { province: 'QC' }),
    ];

    expect([chosen(rules), chosen([...rules, rule('all')])]).toEqual([undefined, 'all']);
  });

  it('between two bands of years the one that begins later, then the one that ends sooner', () => {
    const age = (min: number | null, max: number | null): Partial<PriceRule> => ({ age: { min, max } });

    expect(chosen([rule('60+', age(60, null)), rule('65+', age(65, null))], old)).toBe('65+');
    expect(chosen([rule('65+', age(65, null)), rule('65-80', age(65, 80))], old)).toBe('65-80');
  });

  it.each([
    ['1961-11-22', '65+'],
    ['1961-11-23', 'all'],
  ])('born on %s: %s', (bornOn, expected) => {
    expect(chosen([rule('65+', SENIOR), rule('all')], { bornOn: localDate(bornOn) })).toBe(expected);
  });

  it.each([
    ['1996-11-23', 'to 29'],
    ['1996-11-22', 'all'],
  ])('to 29 ends with the thirtieth birthday: born on %s, %s', (bornOn, expected) => {
    const rules = [rule('to 29', { age: { min: null, max: 29 } }), rule('all')];

    expect(chosen(rules, { bornOn: localDate(bornOn) })).toBe(expected);
  });

  it('whoever does not say their birthday pays the price that does not ask for it', () => {
    expect(chosen([rule('to 29', { age: { min: null, max: 29 } }), rule('all')])).toBe('all');
  });

  it('seniority counts from the day of admission', () => {
    const rules = [rule('10 years', LONG), rule('all')];

    expect(chosen(rules, { memberSince: localDate('2016-11-22') })).toBe('10 years');
    expect(chosen(rules, { memberSince: localDate('2016-11-23') })).toBe('all');
  });

  it('a price holds from its first day to the eve of its last, and a newer one comes before an older one', () => {
    const until = rule('until', { period: Period.of(localDate('2026-01-01'), on) });
    const since = rule('since', { period: Period.of(on, null) });

    expect([chosen([until]), chosen([since]), chosen([until, since, rule('all')])]).toEqual([
      undefined,
      'since',
      'since',
    ]);
  });

  it('the order in which rules stand in the list is nothing', () => {
    const rules = [rule('b', FULL), rule('a', FULL), rule('c', ONTARIO)];

    expect(chosen(rules)).toBe(chosen(rules.toReversed()));
  });

  it.each([
    ['2004-02-29', '2026-02-28', 21],
    ['2004-02-29', '2026-03-01', 22],
    ['2004-02-29', '2024-02-29', 20],
  ])('years from %s to %s: %d', (since, day, expected) => {
    expect(yearsBetween(localDate(since), localDate(day))).toBe(expected);
  });
});
