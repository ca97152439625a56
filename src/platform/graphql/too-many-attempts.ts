import { Field, Int, ObjectType } from 'type-graphql';
import { Problem } from '../problem.ts';
import { NextStep, NextStepKind } from './next-step.ts';
import { Policy } from './policy.ts';

@Policy('HOLDER')
@ObjectType({ implements: Problem, description: 'Too many attempts in a short time. Nothing was judged.' })
export class TooManyAttempts extends Problem {
  @Field(() => Int, { description: 'Seconds until another attempt is judged.' })
  readonly retryAfterSeconds: number;

  @Field(() => NextStep)
  readonly next: NextStep;

  /** For the wording, which speaks of minutes. */
  readonly minutes: number;

  constructor(retryAfterSeconds: number, next = new NextStep(NextStepKind.WAIT, { retryAfterSeconds })) {
    super();
    this.retryAfterSeconds = retryAfterSeconds;
    this.next = next;
    this.minutes = Math.max(1, Math.ceil(retryAfterSeconds / 60));
  }
}
