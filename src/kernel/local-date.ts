import { Temporal } from 'temporal-polyfill';

declare const localDateBrand: unique symbol;

/** A day of the calendar without hour or zone, written `2026-12-31`: comparing the strings compares the days. */
export type LocalDate = string & { readonly [localDateBrand]: true };

/** Four digits of year and no sign: beyond them strings would no longer sort like days. */
const SHAPE = /^(?!0000)\d{4}-\d{2}-\d{2}$/;

/** Most days: only the last ones of a month need a calendar. */
const IN_EVERY_MONTH = /-(?:0[1-9]|1[0-2])-(?:0[1-9]|1\d|2[0-8])$/;

/** Plain arithmetic, a hundred times quicker than a calendar: lists ask it for every row. */
const MILLISECONDS_A_DAY = 86_400_000;
const midnightUtc = (text: string): number => Date.parse(`${text}T00:00:00Z`);

export function isLocalDate(text: string): text is LocalDate {
  if (!SHAPE.test(text)) return false;
  if (IN_EVERY_MONTH.test(text)) return true;
  const midnight = midnightUtc(text);
  // 30 February is read as 2 March.
  return !Number.isNaN(midnight) && new Date(midnight).toISOString().startsWith(text);
}

/** `text` as a day; RangeError when the calendar has no such day. */
export function localDate(text: string): LocalDate {
  if (!isLocalDate(text)) throw new RangeError('a day is written YYYY-MM-DD and exists');
  return text;
}

export function addDays(date: LocalDate, days: number): LocalDate {
  if (!Number.isInteger(days)) throw new RangeError('days are counted in whole numbers');
  const day = new Date(midnightUtc(date) + days * MILLISECONDS_A_DAY).toISOString().slice(0, 10);
  if (!SHAPE.test(day)) throw new RangeError('a day lies in the years 0001 to 9999');
  return day as LocalDate;
}

/** The same day `months` later, or the last day of that month where it is shorter: 31 January and 1 is 28 February. */
export function addMonths(date: LocalDate, months: number): LocalDate {
  return localDate(Temporal.PlainDate.from(date).add({ months }).toString());
}

/** How many days `to` lies after `from`; negative when it lies before. */
export function daysBetween(from: LocalDate, to: LocalDate): number {
  return Temporal.PlainDate.from(from).until(to, { largestUnit: 'days' }).days;
}

/** The order of two days, for `sort`. Where only two are compared, `a < b` reads better. */
export function compareLocalDates(a: LocalDate, b: LocalDate): -1 | 0 | 1 {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
