import type { InputIssueFragment, NextStepFragment } from '../generated/operations.ts';
import type { ResultMember } from '../outcome.ts';

/** What a flow shows of a refusal. */
export interface Refusal<Problem> {
  readonly problem: Problem | null;
  /** What must be corrected, by the field's path joined with dots: `issues['input.username']`. */
  readonly issues: Readonly<Partial<Record<string, readonly InputIssueFragment[]>>>;
  /** What the person can do next: buttons or links, with their labels. */
  readonly next: readonly NextStepFragment[];
}

export const notRefused = { problem: null, issues: {}, next: [] } as const;

interface Parts {
  readonly issues?: readonly InputIssueFragment[];
  readonly next?: NextStepFragment;
  readonly nextSteps?: readonly NextStepFragment[];
}

export function refusal<Problem extends ResultMember>(problem: Problem): Refusal<Problem> {
  const { issues = [], next, nextSteps } = problem as Problem & Parts;
  const byPath: Record<string, InputIssueFragment[]> = {};
  for (const issue of issues) (byPath[issue.path.join('.')] ??= []).push(issue);
  return { problem, issues: byPath, next: nextSteps ?? (next ? [next] : []) };
}
