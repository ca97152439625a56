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

  @Field(() => [NextStep], {
    description:
      'All the ways on: to wait, and whatever else stays open, such as setting a new password by mail or asking for help.',
  })
  readonly nextSteps: readonly NextStep[];

  /** For the wording, which speaks of minutes. */
  readonly minutes: number;

  /** For the wording, which names the way that stays open. */
  readonly open: NextStepKind | 'NONE';

  constructor(retryAfterSeconds: number, open: readonly NextStep[] = []) {
    super();
    this.retryAfterSeconds = retryAfterSeconds;
    this.next = new NextStep(NextStepKind.WAIT, { retryAfterSeconds });
    this.nextSteps = [this.next, ...open];
    this.minutes = Math.max(1, Math.ceil(retryAfterSeconds / 60));
    this.open = open[0]?.kind ?? 'NONE';
  }
}
