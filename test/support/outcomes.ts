import type { Outcome } from '@affilia/sdk';

interface Member {
  readonly __typename: string;
}

/** The value of an outcome that must be a success; tells the problem when it is not. */
export function expectOk<Value, P extends Member>(outcome: Outcome<Value, P>): Value {
  if (!outcome.ok) throw new Error(`expected success, was refused: ${JSON.stringify(outcome.problem)}`);
  return outcome.value;
}

/** The problem of an outcome that must be refused in this way. */
export function expectProblem<Value, P extends Member, T extends P['__typename']>(
  outcome: Outcome<Value, P>,
  type: T,
): Extract<P, { readonly __typename: T }> {
  if (outcome.ok) throw new Error(`expected ${type}, but it succeeded: ${JSON.stringify(outcome.value)}`);
  if (outcome.problem.__typename !== type)
    throw new Error(`expected ${type}, was ${JSON.stringify(outcome.problem)}`);
  return outcome.problem as Extract<P, { readonly __typename: T }>;
}
