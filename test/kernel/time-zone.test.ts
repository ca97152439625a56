import { describe, expect, it } from '@jest/globals';
import {
  localDateIn,
  offsetAt,
  permanentOffset,
  platformZoneDataIsOlder,
} from '../../src/kernel/time-zone.ts';

describe('the offset of a zone', () => {
  it.each([
    ['America/Vancouver', '2026-01-15', -8],
    ['America/Vancouver', '2026-07-15', -7],
    ['America/Vancouver', '2027-01-15', -7],
    ['America/Vancouver', '2035-01-15', -7],
    ['america/vancouver', '2027-01-15', -7],
    ['Canada/Pacific', '2027-01-15', -7],
    ['America/Edmonton', '2026-01-15', -7],
    ['America/Edmonton', '2027-01-15', -6],
    ['America/Yellowknife', '2027-01-15', -6],
    ['Canada/Mountain', '2027-01-15', -6],
    ['America/Inuvik', '2026-01-15', -7],
    ['America/Inuvik', '2027-01-15', -6],
    ['America/Winnipeg', '2026-01-15', -6],
    ['America/Winnipeg', '2027-01-15', -5],
    ['Canada/Central', '2027-01-15', -5],
    ['America/Whitehorse', '2027-01-15', -7],
    ['America/Dawson_Creek', '2027-01-15', -7],
    ['America/Regina', '2027-01-15', -6],
    ['America/Atikokan', '2027-01-15', -5],
    ['America/Blanc-Sablon', '2027-01-15', -4],
    ['America/Iqaluit', '2027-01-15', -5],
    ['America/Toronto', '2027-01-15', -5],
    ['America/Toronto', '2027-07-15', -4],
    ['America/Halifax', '2027-01-15', -4],
    ['America/St_Johns', '2027-01-15', -3.5],
    ['UTC', '2027-01-15', 0],
  ])('of %s on %s is %d hours', (zone, day, hours) => {
    expect(offsetAt(zone, new Date(`${day}T12:00:00Z`))).toBe(hours * 3600);
  });

  it('does not jump where the table takes over from the platform', () => {
    for (const zone of ['America/Vancouver', 'America/Edmonton', 'America/Inuvik', 'America/Winnipeg']) {
      const from = permanentOffset(zone)!.fromUtc.getTime();

      expect(offsetAt(zone, new Date(from - 1))).toBe(offsetAt(zone, new Date(from)));
    }
  });

  it('does not exist for a place without clocks, nor at no instant', () => {
    expect(() => offsetAt('Atlantis/Capital', new Date(0))).toThrow(RangeError);
    expect(() => offsetAt('America/Toronto', new Date(Number.NaN))).toThrow(RangeError);
  });
});

describe('the day in a zone', () => {
  it.each([
    ['America/Vancouver', '2027-01-01T06:59:59.999Z', '2026-12-31'],
    ['America/Vancouver', '2027-01-01T07:00:00.000Z', '2027-01-01'],
    ['America/Winnipeg', '2027-01-01T04:59:59.999Z', '2026-12-31'],
    ['America/Winnipeg', '2027-01-01T05:00:00.000Z', '2027-01-01'],
    ['America/Toronto', '2027-01-01T04:59:59.999Z', '2026-12-31'],
    ['America/Toronto', '2028-02-29T05:00:00.000Z', '2028-02-29'],
    ['Pacific/Auckland', '2026-12-31T12:00:00.000Z', '2027-01-01'],
  ])('%s at %s is %s', (zone, instant, day) => {
    expect(localDateIn(zone, new Date(instant))).toBe(day);
  });
});

describe('the check at start-up', () => {
  it('says that the platform is older exactly when Intl still sets a clock back', () => {
    const hourAtNoonUtc = (timeZone: string) =>
      Number(
        new Intl.DateTimeFormat('en-CA', { timeZone, hour: 'numeric', hourCycle: 'h23' }).format(
          new Date('2027-01-15T12:00:00Z'),
        ),
      );
    const knowsAll =
      hourAtNoonUtc('America/Vancouver') === 5 &&
      hourAtNoonUtc('America/Edmonton') === 6 &&
      hourAtNoonUtc('America/Inuvik') === 6 &&
      hourAtNoonUtc('America/Winnipeg') === 7;

    expect(platformZoneDataIsOlder()).toBe(!knowsAll);
  });
});
