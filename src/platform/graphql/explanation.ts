import { Field, ObjectType } from 'type-graphql';
import { Policy } from './policy.ts';

@Policy('HOLDER')
@ObjectType({ simpleResolvers: true, description: 'One fact that a rule looked at.' })
export class ExplanationInput {
  @Field(() => String)
  readonly name: string;

  @Field(() => String, { description: 'As text: dates as `YYYY-MM-DD`, amounts with their currency.' })
  readonly value: string;

  constructor(name: string, value: string) {
    this.name = name;
    this.value = value;
  }
}

@Policy('HOLDER')
@ObjectType({ simpleResolvers: true, description: 'Why a computed answer is what it is.' })
export class Explanation {
  @Field(() => String, { description: 'The stable name of the rule.' })
  readonly rule: string;

  @Field(() => String, { description: 'One sentence in the language of the request, safe to show.' })
  readonly text: string;

  @Field(() => [ExplanationInput])
  readonly inputs: readonly ExplanationInput[];

  constructor(rule: string, text: string, inputs: readonly ExplanationInput[] = []) {
    this.rule = rule;
    this.text = text;
    this.inputs = inputs;
  }
}
