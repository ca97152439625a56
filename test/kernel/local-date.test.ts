import { describe, expect, it } from '@jest/globals';
import {
  addDays,
  addMonths,
  compareLocalDates,
  daysBetween,
  isLocalDate,
  localDate,
} from '../../src/kernel/local-date.ts';

describe('a day of the calendar', () => {
  it.each(['2026-12-31', '2028-02-29', '2000-02-29', '0001-01-01', '9999-12-31'])('%s exists', text => {
    expect(isLocalDate(text)).toBe(true);
    expect(localDate(text)).toBe(text);
  });

  it.each([
    ['30 February', '2026-02-30'],
    ['29 February of an ordinary year', '2026-02-29'],
    ['29 February of a century', '2100-02-29'],
    ['month 13', '2026-13-01'],
    ['day 0', '2026-01-00'],
    ['year 0', '0000-01-01'],
    ['a day without zeros', '2026-1-1'],
    ['slashes', '2026/01/01'],
    ['an instant', '2026-01-01T00:00:00Z'],
    ['a day of another calendar', '2026-01-01[u-ca=hebrew]'],
    ['a year of six digits', '+012026-01-01'],
    ['a line break behind', '2026-01-01\n'],
    ['nothing', ''],
  ])('is refused: %s', (_, text) => {
    expect(isLocalDate(text)).toBe(false);
    expect(() => localDate(text)).toThrow(RangeError);
  });

  it.each([
    ['over the end of a year', '2026-12-31', 1, '2027-01-01'],
    ['over a leap day', '2028-02-28', 1, '2028-02-29'],
    ['over the end of an ordinary February', '2026-02-28', 1, '2026-03-01'],
    ['backwards', '2026-03-01', -1, '2026-02-28'],
    ['nowhere', '2026-03-01', 0, '2026-03-01'],
    ['over the night of a clock change', '2026-03-07', 2, '2026-03-09'],
    ['a leap year far', '2028-01-01', 366, '2029-01-01'],
  ])('moves by days %s, and is counted back', (_, from, days, to) => {
    expect(addDays(localDate(from), days)).toBe(to);
    expect(daysBetween(localDate(from), localDate(to))).toBe(days);
  });

  it.each([
    ['to the same day', '2026-01-15', 1, '2026-02-15'],
    ['to the last day of a shorter month', '2026-01-31', 1, '2026-02-28'],
    ['to a leap day', '2028-01-31', 1, '2028-02-29'],
    ['from a leap day', '2028-02-29', 12, '2029-02-28'],
    ['over the end of a year', '2026-11-30', 3, '2027-02-28'],
    ['backwards', '2026-03-31', -1, '2026-02-28'],
  ])('moves by months %s', (_, from, months, to) => {
    expect(addMonths(localDate(from), months)).toBe(to);
  });

  it('is not moved by a part of a day, nor out of the calendar', () => {
    expect(() => addDays(localDate('2026-01-01'), 0.5)).toThrow(RangeError);
    expect(() => addMonths(localDate('2026-01-01'), Number.NaN)).toThrow(RangeError);
    expect(() => addDays(localDate('9999-12-31'), 1)).toThrow(RangeError);
    expect(() => addDays(localDate('0001-01-01'), -1)).toThrow(RangeError);
  });

  it('sorts like its text', () => {
    const days = ['2027-01-01', '2026-02-28', '2026-12-31', '2026-02-28'].map(localDate);

    expect(days.toSorted(compareLocalDates)).toEqual(days.toSorted());
    expect(compareLocalDates(localDate('2026-02-28'), localDate('2026-02-28'))).toBe(0);
  });
});
