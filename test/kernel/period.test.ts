import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { addDays, localDate } from '../../src/kernel/local-date.ts';
import { Period } from '../../src/kernel/period.ts';

const period = (from: string, to: string | null) =>
  Period.of(localDate(from), to === null ? null : localDate(to));
const year2026 = period('2026-01-01', '2027-01-01');
const since2026 = period('2026-01-01', null);

describe('a period', () => {
  it.each([
    ['ends where it starts', '2026-01-01', '2026-01-01'],
    ['ends before it starts', '2026-01-02', '2026-01-01'],
  ])('is refused when it %s', (_, from, to) => {
    expect(() => period(from, to)).toThrow(RangeError);
  });

  it.each([
    ['the eve', '2025-12-31', false, false],
    ['the first day', '2026-01-01', true, true],
    ['the last day', '2026-12-31', true, true],
    ['the day it ends', '2027-01-01', false, true],
  ])('contains %s or not, closed and without end', (_, day, closed, open) => {
    expect([year2026.contains(localDate(day)), since2026.contains(localDate(day))]).toEqual([closed, open]);
  });

  it.each([
    ['one follows the other', period('2027-01-01', '2028-01-01'), null],
    ['one is years before', period('2020-01-01', '2021-01-01'), null],
    ['the last day is shared', period('2026-12-31', '2027-06-01'), period('2026-12-31', '2027-01-01')],
    ['one is inside', period('2026-03-01', '2026-04-01'), period('2026-03-01', '2026-04-01')],
    ['one has no end', period('2026-07-01', null), period('2026-07-01', '2027-01-01')],
    ['one has no end and begins when the other is over', period('2027-01-01', null), null],
    ['they are the same', year2026, year2026],
  ])('meets another, both ways round: %s', (_, other, shared) => {
    for (const [a, b] of [
      [year2026, other],
      [other, year2026],
    ] as const) {
      expect(a.overlaps(b)).toBe(shared !== null);
      expect(a.intersection(b)).toEqual(shared);
    }
  });

  it('without end shares what another without end has left', () => {
    expect(since2026.intersection(period('2030-01-01', null))).toEqual(period('2030-01-01', null));
  });

  it.each([
    ['an ordinary year', year2026, 365, '2026-12-31'],
    ['a leap year', period('2028-01-01', '2029-01-01'), 366, '2028-12-31'],
    ['one day', period('2028-02-29', '2028-03-01'), 1, '2028-02-29'],
    ['no end', since2026, null, null],
  ])('knows its length and last day: %s', (_, some, length, lastDay) => {
    expect([some.lengthInDays(), some.lastDay]).toEqual([length, lastDay]);
  });

  it('equals another with the same days', () => {
    expect(year2026.equals(period('2026-01-01', '2027-01-01'))).toBe(true);
    expect(year2026.equals(since2026)).toBe(false);
  });

  it.each([
    ['a year by a year', year2026, '2028-01-01'],
    ['an ordinary year by a leap year', period('2027-01-01', '2028-01-01'), '2029-01-01'],
    ['a leap year by an ordinary year', period('2028-01-01', '2029-01-01'), '2030-01-01'],
    ['a fiscal year by a fiscal year', period('2026-04-01', '2027-04-01'), '2028-04-01'],
    ['January by February', period('2026-01-01', '2026-02-01'), '2026-03-01'],
    ['a week by a week', period('2026-12-25', '2027-01-01'), '2027-01-08'],
    ['a month and a day by as many days', period('2026-01-01', '2026-02-02'), '2026-03-06'],
  ])('is followed: %s', (_, some, end) => {
    expect(some.next()).toEqual(Period.of(some.to!, localDate(end)));
  });

  it('is followed by nothing when it has no end', () => {
    expect(() => since2026.next()).toThrow(RangeError);
  });

  it('overlaps another exactly when they share a day', () => {
    const origin = localDate('2028-02-20');
    const some = fc
      .tuple(fc.integer({ min: 0, max: 15 }), fc.option(fc.integer({ min: 1, max: 15 })))
      .map(([start, length]) =>
        Period.of(addDays(origin, start), length === null ? null : addDays(origin, start + length)),
      );
    const days = Array.from({ length: 40 }, (_, i) => addDays(origin, i));

    fc.assert(
      fc.property(some, some, (a, b) => {
        const shared = days.filter(day => a.contains(day) && b.contains(day));

        expect(a.overlaps(b)).toBe(shared.length > 0);
        expect(days.filter(day => a.intersection(b)?.contains(day) ?? false)).toEqual(shared);
      }),
    );
  });
});
