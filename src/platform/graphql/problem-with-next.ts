import { Field, ObjectType } from 'type-graphql';
import { Problem } from '../problem.ts';
import { NextStep } from './next-step.ts';

/** A refusal that knows the way on. Not a type of the schema: its field stands in those that extend it. */
@ObjectType()
export abstract class ProblemWithNext extends Problem {
  @Field(() => NextStep)
  readonly next: NextStep;

  constructor(next: NextStep) {
    super();
    this.next = next;
  }
}
