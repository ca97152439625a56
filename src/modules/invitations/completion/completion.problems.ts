import { Field, Int, ObjectType } from 'type-graphql';
import { NextStep } from '../../../platform/graphql/next-step.ts';
import { Policy } from '../../../platform/graphql/policy.ts';
import { ProblemAtField } from '../../../platform/graphql/problem-at-field.ts';
import { ProblemWithNext } from '../../../platform/graphql/problem-with-next.ts';
import { Problem } from '../../../platform/problem.ts';

@Policy('HOLDER')
@ObjectType({
  implements: Problem,
  description: 'This was never a completion link, or it belongs elsewhere: the answer is the same.',
})
export class CompletionLinkUnknown extends ProblemWithNext {}

@Policy('HOLDER')
@ObjectType({
  implements: Problem,
  description: 'The person has an account by now, through this link or in another way.',
})
export class CompletionLinkUsed extends ProblemWithNext {}

@Policy('HOLDER')
@ObjectType({ implements: Problem, description: 'The association has made a newer link for this person.' })
export class CompletionLinkReplaced extends ProblemWithNext {}

@Policy('HOLDER')
@ObjectType({ implements: Problem, description: 'The link was left too long.' })
export class CompletionLinkExpired extends ProblemWithNext {}

@Policy('HOLDER')
@ObjectType({
  implements: Problem,
  description: 'The second fact was wrong too often. The association was told, and can make a new link.',
})
export class CompletionLinkBlocked extends ProblemWithNext {}

@Policy('HOLDER')
@ObjectType({
  implements: Problem,
  description: 'It is not the member number of whom the link was made for.',
})
export class MemberNumberWrong extends ProblemAtField {
  @Field(() => Int, { description: 'How often it can still be wrong before the link dies.' })
  readonly guessesLeft: number;

  @Field(() => NextStep)
  readonly next: NextStep;

  constructor(guessesLeft: number, next: NextStep) {
    super('input', 'memberNumber');
    this.guessesLeft = guessesLeft;
    this.next = next;
  }
}
