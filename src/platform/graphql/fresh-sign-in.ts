import { ObjectType } from 'type-graphql';
import type { Context } from '../context.ts';
import { Problem, refuse } from '../problem.ts';
import { Unauthenticated } from './faults.ts';
import { NextStep, NextStepKind } from './next-step.ts';
import { Policy } from './policy.ts';
import { ProblemWithNext } from './problem-with-next.ts';

/** How long a sign-in counts as fresh. */
export const FRESH_SIGN_IN_MINUTES = 10;

@Policy('HOLDER')
@ObjectType({
  implements: Problem,
  description:
    'The person signed in too long ago for what they ask: an open window must not be enough. Let them sign in again. Nothing was done.',
})
export class SignInTooOld extends ProblemWithNext {
  /** For the wording. */
  readonly minutes = FRESH_SIGN_IN_MINUTES;

  constructor() {
    super(new NextStep(NextStepKind.SIGN_IN));
  }
}

/** Refuses unless the person gave their password or factor a short while ago. */
export function demandFreshSignIn({ actor, clock }: Pick<Context, 'actor' | 'clock'>): void {
  if (!actor) throw new Unauthenticated();
  const age = clock.now().getTime() - actor.authenticatedAt.getTime();
  if (age > FRESH_SIGN_IN_MINUTES * 60_000) refuse(new SignInTooOld());
}
