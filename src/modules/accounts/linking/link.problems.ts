import { ObjectType } from 'type-graphql';
import { NextStep, NextStepKind } from '../../../platform/graphql/next-step.ts';
import { Policy } from '../../../platform/graphql/policy.ts';
import { ProblemWithNext } from '../../../platform/graphql/problem-with-next.ts';
import { Problem } from '../../../platform/problem.ts';

@Policy('HOLDER')
@ObjectType({
  implements: Problem,
  description: 'What was typed belongs to the account that is signed in: there is nothing to join.',
})
export class AccountsAlreadyOne extends Problem {}

@Policy('HOLDER')
@ObjectType({
  implements: Problem,
  description:
    'One of the two accounts is shared by two persons, or stands for an organization: only accounts of one person are joined.',
})
export class AccountNotPersonal extends ProblemWithNext {}

@Policy('HOLDER')
@ObjectType({
  implements: Problem,
  description:
    'The other account has a second factor and this one has none: what is joined must not be less protected than it was.',
})
export class LinkNeedsSecondFactor extends ProblemWithNext {
  constructor() {
    super(new NextStep(NextStepKind.ENROLL_SECOND_FACTOR));
  }
}
