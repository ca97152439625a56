import { Field, ObjectType } from 'type-graphql';
import { NextStep } from '../../platform/graphql/next-step.ts';
import { Policy } from '../../platform/graphql/policy.ts';
import { ProblemAtField } from '../../platform/graphql/problem-at-field.ts';
import { ProblemWithNext } from '../../platform/graphql/problem-with-next.ts';
import { Problem } from '../../platform/problem.ts';

@Policy('HOLDER')
@ObjectType({
  implements: Problem,
  description:
    'Nobody was signed in. Unknown, disabled, without a password yet, or a wrong password: the answer is the same.',
})
export class SignInRefused extends Problem {
  @Field(() => [NextStep], {
    description: 'The three ways on: first access or forgotten password, forgotten username, support.',
  })
  readonly nextSteps: readonly NextStep[];

  constructor(nextSteps: readonly NextStep[]) {
    super();
    this.nextSteps = nextSteps;
  }
}

@Policy('HOLDER')
@ObjectType({
  implements: Problem,
  description: 'The session is over, whatever ended it: the person signs in again.',
})
export class SessionEnded extends ProblemWithNext {}

@Policy('HOLDER')
@ObjectType({ implements: Problem, description: 'The current password is not the right one.' })
export class CurrentPasswordWrong extends ProblemAtField {
  constructor() {
    super('input', 'currentPassword');
  }
}

@Policy('HOLDER')
@ObjectType({
  implements: Problem,
  description: 'Somebody has this username, perhaps in other letter case.',
})
export class UsernameTaken extends ProblemAtField {
  @Field(() => [String], { description: 'Up to three similar usernames that are free.' })
  readonly suggestions: readonly string[];

  constructor(suggestions: readonly string[]) {
    super('input', 'username');
    this.suggestions = suggestions;
  }
}

@Policy('HOLDER')
@ObjectType({
  implements: Problem,
  description: 'There is an account with this address already: sign in to it.',
})
export class AddressHasAccount extends ProblemWithNext {}

@Policy('HOLDER')
@ObjectType({ implements: Problem, description: 'The address is confirmed already.' })
export class EmailAlreadyConfirmed extends Problem {}

@Policy('HOLDER')
@ObjectType({
  implements: Problem,
  description:
    'Nobody of this id has an account within the reach of the signed-in administrator: absent and elsewhere are the same.',
})
export class AccountHolderNotFound extends Problem {}

@Policy('HOLDER')
@ObjectType({
  implements: Problem,
  description:
    'The person also works for a body that the signed-in administrator does not administer, or for the realm. An administrator of all of it helps them, or a realm administrator who has them on file.',
})
export class HolderHasRightsElsewhere extends Problem {}
