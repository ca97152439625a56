import { Field, Int, ObjectType } from 'type-graphql';
import type { NextStep } from '../../../platform/graphql/next-step.ts';
import { Policy } from '../../../platform/graphql/policy.ts';
import { ProblemWithNext } from '../../../platform/graphql/problem-with-next.ts';
import { Problem } from '../../../platform/problem.ts';

@Policy('HOLDER')
@ObjectType({ implements: Problem, description: 'The person has no role for this organization now.' })
export class DelegateNotFound extends Problem {}

@Policy('HOLDER')
@ObjectType({
  implements: Problem,
  description:
    'An organization never stands without a principal delegate: offer the place to another delegate first, or ask the association to appoint one. Nothing was done.',
})
export class PrincipalStays extends Problem {}

@Policy('HOLDER')
@ObjectType({
  implements: Problem,
  description:
    'The association has suspended rights of this person for the organization, and decides itself what becomes of them. Nothing was done.',
})
export class DelegateSuspended extends ProblemWithNext {}

@Policy('HOLDER')
@ObjectType({
  implements: Problem,
  description:
    'As many people act for the organization as the class of its membership lets, those invited included. Nothing was done.',
})
export class DelegateLimitReached extends ProblemWithNext {
  @Field(() => Int, { description: 'How many may act for it at once.' })
  readonly limit: number;

  constructor(limit: number, next: NextStep) {
    super(next);
    this.limit = limit;
  }
}
