import { addMonths, type LocalDate } from '../../../kernel/local-date.ts';
import type { TermKind } from '../../memberships/index.ts';

/** Which kind of term has these days, in an association whose year starts on `yearStartsOn`, such as `04-01`. */
export function termKindOf(from: LocalDate, to: LocalDate, yearStartsOn: string): TermKind {
  if (addMonths(from, 12) !== to) return 'ODD_LENGTH';
  if (from.endsWith('-01-01')) return 'CALENDAR_YEAR';
  return from.endsWith(yearStartsOn) ? 'ASSOCIATION_YEAR' : 'ROLLING';
}
