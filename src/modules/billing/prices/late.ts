import { addDays, addMonths, localDate, type LocalDate } from '../../../kernel/local-date.ts';
import type { LateAfter } from './price-rules.ts';

/** Whether what was due is so late that a fee falls due with it. */
export const isLate = (lateAfter: LateAfter | null, dueOn: LocalDate | null, on: LocalDate): boolean =>
  dueOn !== null && on > lastDayWithout(lateAfter, dueOn);

/** The last day on which a late fee is not charged yet. */
export function lastDayWithout(lateAfter: LateAfter | null, dueOn: LocalDate): LocalDate {
  if (lateAfter === null) return dueOn;
  if ('days' in lateAfter) return addDays(dueOn, lateAfter.days);
  const ofTheYear = localDate(`${dueOn.slice(0, 4)}-${lateAfter.monthDay}`);
  return ofTheYear >= dueOn ? ofTheYear : addMonths(ofTheYear, 12);
}
