import { describe, expect, it } from '@jest/globals';
import { endOfDay, startOfDay } from '../../src/kernel/deadline.ts';
import { addDays, localDate } from '../../src/kernel/local-date.ts';
import { localDateIn } from '../../src/kernel/time-zone.ts';

const HOUR = 3_600_000;
const hoursOf = (zone: string, day: string) =>
  (endOfDay(localDate(day), zone).getTime() + 1 - startOfDay(localDate(day), zone).getTime()) / HOUR;

describe('the end of a day', () => {
  it.each([
    ['America/Vancouver', '2027-01-01T06:59:59.999Z'],
    ['America/Edmonton', '2027-01-01T05:59:59.999Z'],
    ['America/Yellowknife', '2027-01-01T05:59:59.999Z'],
    ['America/Inuvik', '2027-01-01T05:59:59.999Z'],
    ['America/Winnipeg', '2027-01-01T04:59:59.999Z'],
    ['America/Toronto', '2027-01-01T04:59:59.999Z'],
    ['America/Halifax', '2027-01-01T03:59:59.999Z'],
    ['America/St_Johns', '2027-01-01T03:29:59.999Z'],
    ['America/Regina', '2027-01-01T05:59:59.999Z'],
    ['America/Whitehorse', '2027-01-01T06:59:59.999Z'],
  ])('of 31 December 2026 in %s is %s', (zone, instant) => {
    expect(endOfDay(localDate('2026-12-31'), zone).toISOString()).toBe(instant);
  });

  it.each([
    ['America/Vancouver', '2026-01-01T07:59:59.999Z'],
    ['America/Edmonton', '2026-01-01T06:59:59.999Z'],
    ['America/Yellowknife', '2026-01-01T06:59:59.999Z'],
    ['America/Inuvik', '2026-01-01T06:59:59.999Z'],
    ['America/Winnipeg', '2026-01-01T05:59:59.999Z'],
    ['America/Toronto', '2026-01-01T04:59:59.999Z'],
  ])('of 31 December 2025, before the change, in %s is %s', (zone, instant) => {
    expect(endOfDay(localDate('2025-12-31'), zone).toISOString()).toBe(instant);
  });

  it.each([
    [
      'in the last summer that clocks went forward',
      'America/Vancouver',
      '2026-07-15',
      '2026-07-16T06:59:59.999Z',
    ],
    ['on the eve of the night without change', 'America/Vancouver', '2026-10-31', '2026-11-01T06:59:59.999Z'],
    ['on the night without change', 'America/Vancouver', '2026-11-01', '2026-11-02T06:59:59.999Z'],
    ['on the night without change', 'America/Winnipeg', '2026-11-01', '2026-11-02T04:59:59.999Z'],
    ['in the first summer after it', 'America/Vancouver', '2027-07-15', '2027-07-16T06:59:59.999Z'],
    ['in the first summer after it', 'America/Winnipeg', '2027-07-15', '2027-07-16T04:59:59.999Z'],
    ['on a leap day', 'America/Toronto', '2028-02-29', '2028-03-01T04:59:59.999Z'],
    ['on the eve of a leap day', 'America/Edmonton', '2028-02-28', '2028-02-29T05:59:59.999Z'],
    ['when clocks go forward', 'America/Toronto', '2026-03-08', '2026-03-09T03:59:59.999Z'],
    ['when clocks go back', 'America/Toronto', '2026-11-01', '2026-11-02T04:59:59.999Z'],
  ])('%s: %s, %s is %s', (_, zone, day, instant) => {
    expect(endOfDay(localDate(day), zone).toISOString()).toBe(instant);
  });

  it('is the instant before the next day starts, and still that day', () => {
    const day = localDate('2026-12-31');
    const end = endOfDay(day, 'America/Vancouver');

    expect(localDateIn('America/Vancouver', end)).toBe(day);
    expect(localDateIn('America/Vancouver', new Date(end.getTime() + 1))).toBe('2027-01-01');
  });

  it.each(['Atlantis/Capital', '', 'America/Vancouver; DROP'])('does not exist in %j', zone => {
    expect(() => endOfDay(localDate('2026-12-31'), zone)).toThrow(RangeError);
  });
});

describe('a day from start to end', () => {
  it.each([
    ['an ordinary day', 'America/Toronto', '2026-06-01', 24],
    ['the night that clocks go forward', 'America/Toronto', '2026-03-08', 23],
    ['the night that clocks go back', 'America/Toronto', '2026-11-01', 25],
    ['the last night forward in British Columbia', 'America/Vancouver', '2026-03-08', 23],
    ['the night that British Columbia stays', 'America/Vancouver', '2026-11-01', 24],
    ['the night that Alberta stays', 'America/Edmonton', '2026-11-01', 24],
    ['the night that Inuvik stays', 'America/Inuvik', '2026-11-01', 24],
    ['the night that Manitoba stays', 'America/Winnipeg', '2026-11-01', 24],
    ['the next spring in Manitoba', 'America/Winnipeg', '2027-03-14', 24],
    ['the last autumn back in Manitoba', 'America/Winnipeg', '2025-11-02', 25],
    ['a day of Saskatchewan, which never changes', 'America/Regina', '2026-03-08', 24],
  ])('%s (%s, %s) has %d hours', (_, zone, day, hours) => {
    expect(hoursOf(zone, day)).toBe(hours);
  });

  it.each([
    ['clocks go back over midnight', 'America/St_Johns', '2010-11-06', '2010-11-07T03:29:59.999Z', 25],
    ['clocks go back to midnight', 'America/Havana', '2026-10-31', '2026-11-01T03:59:59.999Z', 24],
    ['midnight is skipped', 'America/Havana', '2026-03-07', '2026-03-08T04:59:59.999Z', 24],
    [
      'half an hour before midnight clocks go forward',
      'America/Toronto',
      '1919-03-30',
      '1919-03-31T04:29:59.999Z',
      23.5,
    ],
  ])('ends once: %s', (_, zone, day, end, hours) => {
    expect(endOfDay(localDate(day), zone).toISOString()).toBe(end);
    expect(hoursOf(zone, day)).toBe(hours);
  });

  it.each(['America/Vancouver', 'America/Winnipeg', 'America/Inuvik', 'America/St_Johns', 'America/Havana'])(
    'holds its first and last instant, the first winter long, in %s',
    zone => {
      for (let day = localDate('2026-10-01'); day < '2027-04-01'; day = addDays(day, 1)) {
        expect(localDateIn(zone, startOfDay(day, zone))).toBe(day);
        expect(localDateIn(zone, endOfDay(day, zone))).toBe(day);
      }
    },
  );
});
