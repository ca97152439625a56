import { Temporal } from 'temporal-polyfill';
import { localDate, type LocalDate } from './local-date.ts';

/** A zone that stopped changing clocks: from that instant on it keeps one offset, whatever the platform believes. */
export interface PermanentOffset {
  readonly fromUtc: Date;
  readonly seconds: number;
}

const HOUR = 3600;
const FALL_OF_2026 = new Date('2026-11-01T00:00:00Z');

/**
 * Four jurisdictions kept their summer time when the others set clocks back in the fall of 2026. The zone data inside
 * a runtime or a database follows months later, each at its own pace, so two of them would disagree by an hour
 * on one deadline: this table has the last word. Links to a zone (`Canada/Pacific`) stand beside it.
 */
const PERMANENT_OFFSETS: ReadonlyMap<string, PermanentOffset> = new Map([
  ['America/Vancouver', { fromUtc: FALL_OF_2026, seconds: -7 * HOUR }],
  ['Canada/Pacific', { fromUtc: FALL_OF_2026, seconds: -7 * HOUR }],
  ['America/Edmonton', { fromUtc: FALL_OF_2026, seconds: -6 * HOUR }],
  ['America/Yellowknife', { fromUtc: FALL_OF_2026, seconds: -6 * HOUR }],
  ['Canada/Mountain', { fromUtc: FALL_OF_2026, seconds: -6 * HOUR }],
  ['America/Inuvik', { fromUtc: FALL_OF_2026, seconds: -6 * HOUR }],
  ['America/Winnipeg', { fromUtc: FALL_OF_2026, seconds: -5 * HOUR }],
  ['Canada/Central', { fromUtc: FALL_OF_2026, seconds: -5 * HOUR }],
]);

/** How far the zone's clocks are ahead of UTC at that instant, in seconds (negative in Canada). */
export function offsetAt(zone: string, instant: Date): number {
  const local = platformTime(zone, instant);
  const permanent = permanentOffset(local.timeZoneId);
  if (permanent !== null && instant >= permanent.fromUtc) return permanent.seconds;
  return local.offsetNanoseconds / 1e9;
}

/** The day on the zone's calendars at that instant: `dayAt` says which day a deadline counts it to. */
export function localDateIn(zone: string, instant: Date): LocalDate {
  const wallClock = new Date(instant.getTime() + offsetAt(zone, instant) * 1000);
  return localDate(wallClock.toISOString().slice(0, 10));
}

/** Whether the platform's zone data still lacks a change that the table above knows. Worth a line at start-up. */
export function platformZoneDataIsOlder(): boolean {
  return [...PERMANENT_OFFSETS].some(([zone, { fromUtc, seconds }]) => {
    const firstWinter = new Date(fromUtc.getTime() + 60 * 24 * HOUR * 1000);
    return platformTime(zone, firstWinter).offsetNanoseconds / 1e9 !== seconds;
  });
}

/**
 * The offset that the house knows better than the platform. Expects the zone's name as Temporal spells it back,
 * because Temporal reads names in any case.
 */
export function permanentOffset(zoneId: string): PermanentOffset | null {
  return PERMANENT_OFFSETS.get(zoneId) ?? null;
}

function platformTime(zone: string, instant: Date): Temporal.ZonedDateTime {
  return Temporal.Instant.fromEpochMilliseconds(instant.getTime()).toZonedDateTimeISO(zone);
}
