import type { InputIssues } from '../../../platform/graphql/input-issues.ts';
import { InputIssueCode } from '../../../platform/graphql/invalid-input.ts';
import type { DisplayName } from '../register-client.ts';

export const LONGEST_NAME = 100;

export interface TypedDisplayName {
  readonly displayNameFr?: string | null | undefined;
  readonly displayNameEn?: string | null | undefined;
}

/** What people are to read: in both languages, or null in none, which leaves it to the name of the association. */
export function readDisplayName(
  issues: InputIssues,
  { displayNameFr, displayNameEn }: TypedDisplayName,
): DisplayName | null {
  const isBlank = (text: string | null | undefined): boolean => (text ?? '').trim() === '';
  const fr = issues.line('displayNameFr', displayNameFr, LONGEST_NAME);
  const en = issues.line('displayNameEn', displayNameEn, LONGEST_NAME);
  const demand = (field: string): void =>
    issues.add(field, InputIssueCode.REQUIRED, 'integrations.issue.oneDisplayName');
  if (fr === null && en !== null && isBlank(displayNameFr)) demand('displayNameFr');
  if (en === null && fr !== null && isBlank(displayNameEn)) demand('displayNameEn');
  return fr === null || en === null ? null : { fr, en };
}
