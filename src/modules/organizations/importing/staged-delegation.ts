import { addDays } from '../../../kernel/local-date.ts';
import { startOfDay } from '../../../kernel/deadline.ts';
import type { InputIssues } from '../../../platform/graphql/input-issues.ts';
import { readPeriod, readWord, type Words } from '../../../platform/staging/read-cells.ts';
import type { TypedRow } from '../../../platform/staging/typed-row.ts';
import type { DelegateRole } from '../delegate-role.ts';

/** What a row says about somebody who acts for an organization. */
export interface StagedDelegation {
  readonly role: DelegateRole;
  readonly fromAt: string;
  /** Left out where the file has no such column: a new role then has no end in sight, and any other keeps its own. */
  readonly toAt?: string | null;
}

/** Days of the association become instants: a role begins with the first and is over after the last. */
export function readStagedDelegation(
  row: TypedRow,
  issues: InputIssues,
  { timeZone, roles }: { readonly timeZone: string; readonly roles: Words<DelegateRole> },
): StagedDelegation | null {
  const role = readWord(row, issues, 'role', roles);
  const period = readPeriod(row, issues, 'from', 'to');
  if (role === null || period === null) return null;
  return {
    role,
    fromAt: startOfDay(period.from, timeZone).toISOString(),
    ...(row.has('to') && {
      toAt: period.last && startOfDay(addDays(period.last, 1), timeZone).toISOString(),
    }),
  };
}
