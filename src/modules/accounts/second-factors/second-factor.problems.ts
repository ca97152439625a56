import { Ctx, Field, ObjectType } from 'type-graphql';
import type { Context } from '../../../platform/context.ts';
import { NextStep, NextStepKind } from '../../../platform/graphql/next-step.ts';
import { Policy } from '../../../platform/graphql/policy.ts';
import { ProblemAtField } from '../../../platform/graphql/problem-at-field.ts';
import { ProblemWithNext } from '../../../platform/graphql/problem-with-next.ts';
import { Problem } from '../../../platform/problem.ts';
import type { WaysOn } from '../ways-on.ts';

// They are looked up when the answer is written: a refusal is made within the transaction that it undoes.
const WAYS_ON = 'The ways on: in signing in the three of `SignInRefused`, in adding a factor whom to ask.';

@Policy('HOLDER')
@ObjectType({
  implements: Problem,
  description: 'This code or passkey is not accepted: it is wrong, or it was used already.',
})
export class SecondFactorRefused extends ProblemAtField {
  readonly #waysOn: WaysOn;

  constructor(proof: 'code' | 'recoveryCode' | 'passkey', waysOn: WaysOn) {
    super('input', proof);
    this.#waysOn = waysOn;
  }

  @Field(() => [NextStep], { description: WAYS_ON })
  nextSteps(@Ctx() context: Context): Promise<readonly NextStep[]> {
    return this.#waysOn(context);
  }
}

@Policy('HOLDER')
@ObjectType({
  implements: Problem,
  description: 'What was begun has expired, is done already, or was begun elsewhere: begin again.',
})
export class SecondFactorExpired extends ProblemWithNext {
  readonly #waysOn: WaysOn;

  constructor(begin: NextStepKind.SIGN_IN | NextStepKind.ENROLL_SECOND_FACTOR, waysOn: WaysOn) {
    super(new NextStep(begin));
    this.#waysOn = waysOn;
  }

  @Field(() => [NextStep], { description: `To begin again. ${WAYS_ON}` })
  async nextSteps(@Ctx() context: Context): Promise<readonly NextStep[]> {
    return [this.next, ...(await this.#waysOn(context))];
  }
}

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
