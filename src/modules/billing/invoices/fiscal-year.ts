import type { LocalDate } from '../../../kernel/local-date.ts';

/** The year in which the body's year began: of one that starts on April 1, 2027-03-31 is still in 2026. */
export function fiscalYearOf(day: LocalDate, yearStartsOn: string): number {
  const year = Number(day.slice(0, 4));
  return day.slice(5) < yearStartsOn ? year - 1 : year;
}
