import { Temporal } from 'temporal-polyfill';
import { addDays, type LocalDate } from './local-date.ts';
import { localDateIn, permanentOffset } from './time-zone.ts';

/**
 * The first instant of a day in a zone, after which the day before does not come back: where clocks go back over
 * midnight, a deadline on the eve keeps the hour that is lived twice, and days never overlap.
 */
export function startOfDay(date: LocalDate, zone: string): Date {
  const midnight = Temporal.PlainDateTime.from(date).toZonedDateTime(zone, { disambiguation: 'later' });

  const permanent = permanentOffset(midnight.timeZoneId);
  if (permanent !== null) {
    const instant = new Date(Date.parse(`${date}T00:00:00Z`) - permanent.seconds * 1000);
    if (instant >= permanent.fromUtc) return instant;
  }

  const justBefore = midnight.subtract({ nanoseconds: 1 }).toPlainDate();
  const opensTheDay = !justBefore.equals(midnight.toPlainDate());
  // Else clocks change close to midnight, and skip it or go back to it: the day has begun before.
  return new Date((opensTheDay ? midnight : midnight.startOfDay()).epochMilliseconds);
}

/**
 * The last instant of a day in a zone, 23:59:59.999 and still in time: every deadline of the house is resolved here.
 * The zone is the association's; a member's own zone only serves to show the instant.
 */
export function endOfDay(date: LocalDate, zone: string): Date {
  return new Date(startOfDay(addDays(date, 1), zone).getTime() - 1);
}

/** A list asks which day it is for every row. */
let lastAsked: { readonly zone: string; readonly time: number; readonly day: LocalDate } | null = null;

/** The day at an instant, cut where deadlines are: the night hour that is lived twice belongs to the eve. */
export function dayAt(zone: string, at: Date): LocalDate {
  if (lastAsked?.zone === zone && lastAsked.time === at.getTime()) return lastAsked.day;

  const local = localDateIn(zone, at);
  const day = at < startOfDay(local, zone) ? addDays(local, -1) : local;
  lastAsked = { zone, time: at.getTime(), day };
  return day;
}
