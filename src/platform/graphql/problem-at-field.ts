import { Field, ObjectType } from 'type-graphql';
import { Problem } from '../problem.ts';

/** A refusal that is about one answer. Not a type of the schema: its field stands in those that extend it. */
@ObjectType()
export abstract class ProblemAtField extends Problem {
  @Field(() => [String], { description: 'Which answer it is about: the same path as `FormField.path`.' })
  readonly path: readonly string[];

  constructor(...path: readonly string[]) {
    super();
    this.path = path;
  }
}
