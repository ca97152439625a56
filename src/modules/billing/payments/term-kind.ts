import { addMonths, type LocalDate } from '../../../kernel/local-date.ts';
import type { TermKind } from '../../memberships/index.ts';

interface Days {
  readonly from: LocalDate;
  readonly to: LocalDate;
}

/**
 * Which kind of term has these days, in an association whose year starts on `yearStartsOn`, such as `04-01`. Less than
 * a year that ends with one is a part of it, as for whoever is admitted within it, unless the rule of their class knows
 * no such years.
 */
export function termKindOf({ from, to }: Days, yearStartsOn: string, rule: TermKind | null = null): TermKind {
  const knowsYears = rule !== 'ROLLING' && rule !== 'ODD_LENGTH';
  const isYear = addMonths(from, 12) === to;
  const isPart = knowsYears && addMonths(from, 12) > to;
  if (!isYear && !isPart) return 'ODD_LENGTH';
  if (to.endsWith('-01-01')) return 'CALENDAR_YEAR';
  if (to.endsWith(yearStartsOn)) return 'ASSOCIATION_YEAR';
  return isYear ? 'ROLLING' : 'ODD_LENGTH';
}
