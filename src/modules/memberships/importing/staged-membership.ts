import { searchKey } from '../../../kernel/search-key.ts';
import { addDays, type LocalDate } from '../../../kernel/local-date.ts';
import type { InputIssues } from '../../../platform/graphql/input-issues.ts';
import { InputIssueCode } from '../../../platform/graphql/invalid-input.ts';
import { readCellStays, type CellStay } from '../../../platform/staging/cell-stays.ts';
import { readPeriod, readWord, type Words } from '../../../platform/staging/read-cells.ts';
import { presentOf, type TypedRow } from '../../../platform/staging/typed-row.ts';
import type { AffiliationReason, HoldKind, TermKind } from '../membership-words.ts';

/** What a row says about a stay of a membership in a class, and about one term beside it. Periods are `[from, to)`. */
export interface StagedMembership {
  readonly memberNumber: string;
  readonly classCode: string;
  readonly from: LocalDate;
  /** Nothing where the file has no such column, as the reason. */
  readonly to?: LocalDate | null;
  readonly reason?: AffiliationReason;
  readonly termFrom?: LocalDate;
  /** Null of a term for life. */
  readonly termTo?: LocalDate | null;
  readonly termKind?: TermKind;
  /** Of the membership, whatever its class. */
  readonly holds?: readonly CellStay[];
}

export interface MembershipWordsInFiles {
  readonly reasons: Words<AffiliationReason>;
  readonly termKinds: Words<TermKind>;
  readonly holdKinds: Words<HoldKind>;
}

const LONGEST_NUMBER = 40;
const LONGEST_CODE = 100;

/** Whatever cannot be read is blamed, and makes the whole null. */
export function readStagedMembership(
  row: TypedRow,
  issues: InputIssues,
  words: MembershipWordsInFiles,
): StagedMembership | null {
  const memberNumber = issues.requiredLine('memberNumber', row.text('memberNumber'), LONGEST_NUMBER);
  const classCode = issues.requiredLine('class', row.text('class'), LONGEST_CODE);
  const stay = readPeriod(row, issues, 'from', 'to');
  const reason = row.text('reason') === '' ? 'ADMISSION' : readWord(row, issues, 'reason', words.reasons);
  const term = readTerm(row, issues, words);
  const holds = readCellStays(row, issues, 'holds', typed => words.holdKinds.get(searchKey(typed)) ?? null);
  if (stay === null || reason === null || term === null) return null;
  return {
    memberNumber,
    classCode,
    from: stay.from,
    ...presentOf(row, { to: dayAfter(stay.last), reason }),
    ...term,
    ...(holds.length > 0 && { holds }),
  };
}

/** Nothing where there is none; a term has its kind and both its days, of which one for life has the first. */
function readTerm(
  row: TypedRow,
  issues: InputIssues,
  { termKinds }: MembershipWordsInFiles,
): Pick<StagedMembership, 'termFrom' | 'termTo' | 'termKind'> | null {
  if (['termFrom', 'termTo', 'termKind'].every(field => row.text(field) === '')) return {};
  const period = readPeriod(row, issues, 'termFrom', 'termTo');
  const termKind = readWord(row, issues, 'termKind', termKinds);
  if (period?.last === null && termKind !== 'LIFETIME') issues.add('termTo', InputIssueCode.REQUIRED);
  if (period === null || termKind === null || (period.last === null && termKind !== 'LIFETIME')) return null;
  return { termFrom: period.from, termTo: dayAfter(period.last), termKind };
}

const dayAfter = (day: LocalDate | null): LocalDate | null => day && addDays(day, 1);
