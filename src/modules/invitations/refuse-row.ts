import type { Context } from '../../platform/context.ts';
import { InputIssues } from '../../platform/graphql/input-issues.ts';
import { InputIssueCode } from '../../platform/graphql/invalid-input.ts';
import { InvitationRowOutcome } from './invitation.enums.ts';
import { LONGEST_NAME } from './read-draft.ts';

interface Invitee {
  readonly personId?: string | null | undefined;
  readonly givenName?: string | null | undefined;
  readonly familyName?: string | null | undefined;
}

/** Somebody who is to be put on file has a name. */
export function judgeNames(issues: InputIssues, { personId, givenName, familyName }: Invitee): void {
  if (personId !== null && personId !== undefined) return;
  issues.requiredLine('givenName', givenName ?? '', LONGEST_NAME);
  issues.requiredLine('familyName', familyName ?? '', LONGEST_NAME);
}

/** Says at its field why the one person of a form cannot be invited. */
export function refuseRow(
  { wording }: Pick<Context, 'wording'>,
  outcome: InvitationRowOutcome,
  {
    fields,
    sentences,
  }: {
    readonly fields: Partial<Record<InvitationRowOutcome, string>>;
    /** Where the sentences of the form begin in the wording. */
    readonly sentences: string;
  },
): never {
  const field = fields[outcome];
  if (field === undefined) throw new Error(`nobody here can be ${outcome}`);
  const issues = new InputIssues(wording);
  const code =
    outcome === InvitationRowOutcome.BAD_ADDRESS ? InputIssueCode.BAD_FORMAT : InputIssueCode.NOT_ALLOWED;
  issues.add(field, code, `${sentences}.${outcome}`);
  issues.refuseIfAny();
  throw new Error('something was blamed');
}
