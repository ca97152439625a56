import { ObjectType } from 'type-graphql';
import { NextStep, NextStepKind } from '../../../platform/graphql/next-step.ts';
import { Policy } from '../../../platform/graphql/policy.ts';
import { ProblemAtField } from '../../../platform/graphql/problem-at-field.ts';
import { ProblemWithNext } from '../../../platform/graphql/problem-with-next.ts';
import { Problem } from '../../../platform/problem.ts';

@Policy('HOLDER')
@ObjectType({
  implements: Problem,
  description: 'This code or passkey is not accepted: it is wrong, or it was used already.',
})
export class SecondFactorRefused extends ProblemAtField {}

@Policy('HOLDER')
@ObjectType({
  implements: Problem,
  description: 'What was begun has expired, is done already, or was begun elsewhere: begin again.',
})
export class SecondFactorExpired extends ProblemWithNext {}

@Policy('HOLDER')
@ObjectType({
  implements: Problem,
  description: 'There is no second factor of this id on the account of the signed-in person.',
})
export class SecondFactorNotFound extends Problem {}

@Policy('HOLDER')
@ObjectType({ implements: Problem, description: 'The account has no second factor.' })
export class SecondFactorMissing extends ProblemWithNext {
  constructor() {
    super(new NextStep(NextStepKind.ENROLL_SECOND_FACTOR));
  }
}

@Policy('HOLDER')
@ObjectType({
  implements: Problem,
  description: 'Passkeys belong to a website, and this request does not come from a page of one.',
})
export class PasskeysUnavailable extends Problem {}
