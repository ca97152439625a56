import { ObjectType } from 'type-graphql';
import { NextStep, NextStepKind } from '../../../platform/graphql/next-step.ts';
import { Policy } from '../../../platform/graphql/policy.ts';
import { ProblemWithNext } from '../../../platform/graphql/problem-with-next.ts';
import { Problem, refuse } from '../../../platform/problem.ts';

@Policy('HOLDER')
@ObjectType({
  implements: Problem,
  description: 'This was never a token of a link to set a password, or it belongs elsewhere.',
})
export class PasswordResetTokenUnknown extends ProblemWithNext {}

@Policy('HOLDER')
@ObjectType({ implements: Problem, description: 'A password has been set with this link already.' })
export class PasswordResetTokenUsed extends ProblemWithNext {}

@Policy('HOLDER')
@ObjectType({
  implements: Problem,
  description:
    'A newer link was sent, or the password or an address has changed since, so that this one no longer works.',
})
export class PasswordResetTokenReplaced extends ProblemWithNext {}

@Policy('HOLDER')
@ObjectType({ implements: Problem, description: 'The link was left too long.' })
export class PasswordResetTokenExpired extends ProblemWithNext {}

const PROBLEMS = {
  UNKNOWN: PasswordResetTokenUnknown,
  USED: PasswordResetTokenUsed,
  REPLACED: PasswordResetTokenReplaced,
  EXPIRED: PasswordResetTokenExpired,
} as const;

/** Every one of them leads back to the start. */
export const refuseResetToken = (state: keyof typeof PROBLEMS): never =>
  refuse(new PROBLEMS[state](new NextStep(NextStepKind.FIRST_ACCESS_OR_FORGOTTEN_PASSWORD)));
