import { Ctx, Field, Int, ObjectType } from 'type-graphql';
import type { Context } from '../../platform/context.ts';
import { Policy } from '../../platform/graphql/policy.ts';
import { PasswordRuleCode } from './password-rule-code.ts';
import type { PasswordRuleFacts, PasswordRules } from './password-rules.ts';

@Policy('HOLDER')
@ObjectType({ description: 'One rule that a new password must keep.' })
export class PasswordRule {
  @Field(() => PasswordRuleCode)
  readonly code: PasswordRuleCode;

  @Field(() => Boolean, { description: 'Only the server can tell; a page shows the rule without a tick.' })
  readonly serverOnly: boolean;

  @Field(() => Int, { nullable: true, description: 'How many there must be, for rules that count.' })
  readonly minimum: number | null;

  @Field(() => Int, { nullable: true, description: 'How many there may be, for rules that count.' })
  readonly maximum: number | null;

  @Field(() => String, {
    nullable: true,
    description:
      'A regular expression that matches each character the rule counts, in the Unicode mode of ECMAScript, over the text in NFC. Null when only the server can tell.',
  })
  readonly pattern: string | null;

  constructor(
    { code, pattern, minimum, maximum }: PasswordRuleFacts,
    private readonly maxLength: number,
  ) {
    this.code = code;
    this.serverOnly = pattern === null;
    this.minimum = minimum;
    this.maximum = maximum;
    this.pattern = pattern;
  }

  @Field(() => String, { description: 'The rule in words, in the language of the request.' })
  label(@Ctx() context: Context): string {
    const { minimum, maxLength } = this;
    return context.wording.of(`accounts.passwordRule.${this.code}`, { minimum, maximum: maxLength });
  }
}

@Policy('HOLDER')
@ObjectType({
  simpleResolvers: true,
  description: 'What a new password must be like. It is judged when it is set, never at sign-in.',
})
export class PasswordPolicy {
  @Field(() => Int, { description: 'In Unicode code points.' })
  readonly minLength: number;

  @Field(() => Int, { description: 'In Unicode code points.' })
  readonly maxLength: number;

  @Field(() => [PasswordRule], { description: 'In the order in which to show them.' })
  readonly rules: readonly PasswordRule[];

  constructor({ minLength, maxLength, rules }: PasswordRules) {
    this.minLength = minLength;
    this.maxLength = maxLength;
    this.rules = rules.map(rule => new PasswordRule(rule, maxLength));
  }
}

/** Each rule in the language of the request, in the order in which to show them. */
export const rulesInWords = (context: Context, rules: PasswordRules): readonly string[] =>
  new PasswordPolicy(rules).rules.map(rule => rule.label(context));
