import { addDays, localDate, type LocalDate } from '../../../../kernel/local-date.ts';
import type { InputIssues } from '../../../../platform/graphql/input-issues.ts';
import { InputIssueCode } from '../../../../platform/graphql/invalid-input.ts';

const LAST_OF_ALL = localDate('9999-12-31');

/**
 * The first day on which something does not hold any more, by the last one on which it does; null where no end is said,
 * or where it is blamed.
 */
export function dayAfter(from: LocalDate, lastDay: LocalDate | null, issues: InputIssues): LocalDate | null {
  if (lastDay === null) return null;
  if (lastDay >= from && lastDay !== LAST_OF_ALL) return addDays(lastDay, 1);
  issues.add('to', InputIssueCode.NOT_ALLOWED, 'billing.prices.issue.order');
  return null;
}
