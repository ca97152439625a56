import { addDays, addMonths, localDate, type LocalDate } from '../kernel/local-date.ts';
import type { TermKind } from '../modules/memberships/index.ts';

interface DemoTerm {
  readonly kind: TermKind;
  readonly from: LocalDate;
  readonly to: LocalDate;
}

/** The first day of the year that `today` lies in, for years that start on that month and day. */
export function yearAround(today: LocalDate, startsOn: string): LocalDate {
  const thisYear = localDate(`${today.slice(0, 4)}-${startsOn}`);
  return thisYear <= today ? thisYear : addMonths(thisYear, -12);
}

/** The year before and the present one; whoever has not paid has the one before alone. */
export function yearlyTerms(
  today: LocalDate,
  startsOn: string,
  paid: { readonly admittedOn: LocalDate; readonly paidUp: boolean },
): DemoTerm[] {
  const start = yearAround(today, startsOn);
  const kind: TermKind = startsOn === '01-01' ? 'CALENDAR_YEAR' : 'ASSOCIATION_YEAR';
  const before: DemoTerm = { kind, from: addMonths(start, -12), to: start };
  const present: DemoTerm = { kind, from: start, to: addMonths(start, 12) };
  return [
    ...(paid.admittedOn < start ? [{ ...before, from: later(before.from, paid.admittedOn) }] : []),
    ...(paid.paidUp ? [{ ...present, from: later(start, paid.admittedOn) }] : []),
  ];
}

/** Twelve months that end soon, so that a renewal is due. */
export function rollingTerm(today: LocalDate): DemoTerm {
  const to = addDays(today, 20);
  return { kind: 'ROLLING', from: addMonths(to, -12), to };
}

const later = (a: LocalDate, b: LocalDate): LocalDate => (a > b ? a : b);
