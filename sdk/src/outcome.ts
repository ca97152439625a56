import type { InvalidInputFragment } from './generated/operations.ts';
import { knows, type TypedDocument } from './document.ts';

/** One thing that is wrong with an answer: where, by which rule, and worded for the person. */
export type InputIssue = InvalidInputFragment['issues'][number];

/** A member of a result union. */
export interface ResultMember {
  readonly __typename: string;
}

/** A refusal that is newer than this version of the SDK. Show its message: it is worded for the person. */
export interface UnknownProblem {
  readonly __typename: 'UnknownProblem';
  /** The problem's own name in the API. */
  readonly name: string;
  readonly message: string;
}

/**
 * What an act answers. When it did not happen, `problem` says why, one type per reason, told apart by `__typename`;
 * every problem has a `message` in the language of the request that can be shown as it is.
 */
export type Outcome<Value, Problem extends ResultMember = UnknownProblem> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly problem: Problem | UnknownProblem };

type SuccessIn<Result extends ResultMember> = Extract<Result, { readonly __typename: `${string}Success` }>;

/** What an act gives when it happens. Session tokens never show: the SDK keeps them. */
export type ValueOf<Result extends ResultMember> = Omit<SuccessIn<Result>, '__typename' | 'session'>;

/** The outcome of an operation, from its generated result. */
export type OutcomeOf<Result extends ResultMember> = Outcome<
  ValueOf<Result>,
  Exclude<Result, SuccessIn<Result>>
>;

export interface Tokens {
  readonly accessToken: string;
  readonly refreshToken: string;
  /** After a sign-in: by what this browser is known to the account. */
  readonly deviceToken?: string | null;
}

interface Read<Result extends ResultMember> {
  readonly outcome: OutcomeOf<Result>;
  /** The session that the success opens or renews; none while a second factor is owed. */
  readonly session: Tokens | null | undefined;
}

export function readResult<Result extends ResultMember>(
  document: TypedDocument<unknown, never>,
  result: Result,
): Read<Result> {
  const { __typename, session, ...value } = result as ResultMember & {
    session?: Tokens | null;
    message?: string;
  };
  if (__typename.endsWith('Success'))
    return { outcome: { ok: true, value: value as unknown as ValueOf<Result> }, session };

  const problem = knows(document, __typename)
    ? (result as Exclude<Result, SuccessIn<Result>>)
    : { __typename: 'UnknownProblem' as const, name: __typename, message: value.message ?? __typename };
  return { outcome: { ok: false, problem }, session: undefined };
}
