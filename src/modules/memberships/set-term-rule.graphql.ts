import {
  Arg,
  createUnionType,
  Ctx,
  Field,
  FieldResolver,
  ID,
  InputType,
  Int,
  Mutation,
  ObjectType,
  Resolver,
  Root,
} from 'type-graphql';
import { fromPublicId } from '../../kernel/id.ts';
import { addDays, type LocalDate } from '../../kernel/local-date.ts';
import type { Context } from '../../platform/context.ts';
import { AnswerProblems } from '../../platform/graphql/answer-problems.ts';
import { SignInTooOld } from '../../platform/graphql/fresh-sign-in.ts';
import { InvalidInput } from '../../platform/graphql/invalid-input.ts';
import { Policy } from '../../platform/graphql/policy.ts';
import { DateScalar } from '../../platform/graphql/scalars.ts';
import { Identifier } from '../../platform/graphql/validators.ts';
import { MembershipClassNotFound } from './membership-class.problems.ts';
import { MembershipClass } from './membership-class.type.ts';
import { TERM_KINDS, type TermKind } from './membership-words.ts';
import type { DatedTermRule } from './next-term.ts';
import { MOST_MONTHS, setTermRule } from './set-term-rule.ts';
import { termRulesOfClass } from './term-rules.loaders.ts';

@Policy('HOLDER')
@ObjectType('TermRule', {
  simpleResolvers: true,
  description: 'How long the terms of a class last that begin on certain days.',
})
export class TermRuleView {
  @Field(() => TERM_KINDS)
  readonly kind: TermKind;

  @Field(() => Int, { nullable: true, description: 'Of an odd length; null for every other kind.' })
  readonly months: number | null;

  @Field(() => String, {
    nullable: true,
    description:
      'Month and day, `10-01`: whoever joins from that day on gets the following year too; null where nobody does.',
  })
  readonly rolloverOn: string | null;

  @Field(() => DateScalar, { description: 'The first day on which terms begin by it.' })
  readonly from: LocalDate;

  @Field(() => DateScalar, { nullable: true, description: 'The last one, inclusive; null without end.' })
  readonly to: LocalDate | null;

  constructor({ kind, months, rolloverOn, from, to }: DatedTermRule) {
    this.kind = kind;
    this.months = months;
    this.rolloverOn = rolloverOn;
    this.from = from;
    this.to = to && addDays(to, -1);
  }
}

@InputType()
export class SetTermRuleInput {
  @Field(() => ID, { description: 'From `membershipClasses`.' })
  @Identifier()
  membershipClassId!: string;

  @Field(() => TERM_KINDS)
  kind!: TermKind;

  @Field(() => Int, {
    nullable: true,
    description: `Of an odd length, 1 to ${String(MOST_MONTHS)}; left out for every other kind.`,
  })
  months?: number | null;

  @Field(() => String, {
    nullable: true,
    description:
      'Of years only: month and day, `10-01`, from which on whoever joins gets the following year too; not `02-29`.',
  })
  rolloverOn?: string | null;

  @Field(() => DateScalar, {
    description:
      'The first day on which terms begin by it: from today to ten years ahead; of the first rule of a class, from 1900 on.',
  })
  from!: LocalDate;
}

@Policy('HOLDER')
@ObjectType({
  simpleResolvers: true,
  description: 'Terms that begin from that day on last so. Those that are there stay as they are.',
})
export class SetTermRuleSuccess {
  @Field(() => MembershipClass)
  membershipClass!: MembershipClass;
}

export const SetTermRuleResult = createUnionType({
  name: 'SetTermRuleResult',
  types: () => [SetTermRuleSuccess, InvalidInput, MembershipClassNotFound, SignInTooOld] as const,
});

@Resolver(() => MembershipClass)
export class SetTermRuleResolver {
  @FieldResolver(() => [TermRuleView], {
    description: 'How long its terms last, past and coming rules included, oldest first.',
  })
  async termRules(@Root() { id }: MembershipClass, @Ctx() context: Context): Promise<TermRuleView[]> {
    const classId = fromPublicId('MembershipClass', id);
    if (classId === null) throw new Error('a class has an id of another kind');
    return (await context.load(termRulesOfClass, classId)).map(rule => new TermRuleView(rule));
  }

  @Policy('STAFF')
  @Mutation(() => SetTermRuleResult, {
    description:
      'Says how long the terms of a class last that begin from a day on. Role ADMIN there, signed in within ten minutes.',
  })
  @AnswerProblems()
  async setTermRule(
    @Ctx() context: Context,
    @Arg('input', () => SetTermRuleInput) { months, rolloverOn, ...input }: SetTermRuleInput,
  ): Promise<typeof SetTermRuleResult> {
    const row = await setTermRule(context, {
      ...input,
      months: months ?? null,
      rolloverOn: rolloverOn ?? null,
    });
    return Object.assign(new SetTermRuleSuccess(), {
      membershipClass: new MembershipClass(row, context.locale),
    });
  }
}
