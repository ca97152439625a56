import type { NextStepFragment } from '../generated/operations.ts';
import type { InputIssue, ResultMember } from '../outcome.ts';

/** What is wrong with one answer, worded for the person. `InvalidInput` has its code too, and the rule of a password. */
export type FieldIssue = Pick<InputIssue, 'path' | 'message'> & Partial<InputIssue>;

/** What a page shows of a refusal. */
export interface Refusal<Problem> {
  readonly problem: Problem | null;
  /** What must be corrected, by the field's path joined with dots: `issues['input.username']`. */
  readonly issues: Readonly<Partial<Record<string, readonly FieldIssue[]>>>;
  /** What the person can do next: buttons or links, with their labels. */
  readonly next: readonly NextStepFragment[];
}

export const notRefused = { problem: null, issues: {}, next: [] } as const;

interface Parts {
  readonly message: string;
  readonly path?: readonly string[];
  readonly issues?: readonly InputIssue[];
  readonly next?: NextStepFragment;
  readonly nextSteps?: readonly NextStepFragment[];
}

/**
 * What a page shows of any problem, whichever it is: what is wrong at which field, and the ways on.
 *
 * @example
 * ```ts
 * const outcome = await affilia.accounts.signIn({ identifier, password });
 * const { issues, next } = outcome.ok ? { issues: {}, next: [outcome.value.next] } : refusal(outcome.problem);
 * ```
 */
export function refusal<Problem extends ResultMember>(problem: Problem): Refusal<Problem> {
  const { message, path, issues, next, nextSteps } = problem as Problem & Parts;
  const byPath: Record<string, FieldIssue[]> = {};
  // Some problems are about one answer as a whole, such as a username that is taken.
  for (const issue of issues ?? (path ? [{ path, message }] : []))
    (byPath[issue.path.join('.')] ??= []).push(issue);
  return { problem, issues: byPath, next: nextSteps ?? (next ? [next] : []) };
}
