import { GraphQLSafeInt } from 'graphql-scalars';
import {
  Arg,
  createUnionType,
  Ctx,
  Field,
  ID,
  InputType,
  Int,
  Mutation,
  ObjectType,
  Resolver,
} from 'type-graphql';
import type { LocalDate } from '../../../../kernel/local-date.ts';
import type { Context } from '../../../../platform/context.ts';
import { AnswerProblems } from '../../../../platform/graphql/answer-problems.ts';
import { ClientScope } from '../../../../platform/graphql/client-scope.ts';
import { IdempotencyKeyReused } from '../../../../platform/graphql/idempotency-key-reused.ts';
import { InvalidInput } from '../../../../platform/graphql/invalid-input.ts';
import { Policy } from '../../../../platform/graphql/policy.ts';
import { DateScalar } from '../../../../platform/graphql/scalars.ts';
import { Identifier, OptionalListSize } from '../../../../platform/graphql/validators.ts';
import { PRORATIONS } from '../price.enums.ts';
import type { Proration } from '../price-rules.ts';
import { FeeItemNotFound, PriceVersionStands } from './administration.problems.ts';
import { feeItemAfter } from './fee-item-after.ts';
import { FeeItem } from './price-list.type.ts';
import { setPriceRule } from './set-price-rule.ts';

@InputType({ description: 'A price, and for whom. What is left out is not asked.' })
export class SetPriceRuleInput {
  @Field(() => ID)
  @Identifier()
  feeItemId!: string;

  @Field(() => ID, {
    nullable: true,
    description: 'A class of the association, or of one below it whose invoices carry the fee.',
  })
  classId?: string | null;

  @Field(() => String, { nullable: true, description: 'A province or territory by its two letters.' })
  province?: string | null;

  @Field(() => Int, { nullable: true, description: 'In whole years, inclusive.' })
  minAge?: number | null;

  @Field(() => Int, { nullable: true, description: 'In whole years, inclusive.' })
  maxAge?: number | null;

  @Field(() => Int, { nullable: true, description: 'In whole years of membership, inclusive.' })
  minSeniority?: number | null;

  @Field(() => Int, { nullable: true, description: 'In whole years of membership, inclusive.' })
  maxSeniority?: number | null;

  @Field(() => GraphQLSafeInt, {
    nullable: true,
    description: 'In cents, before tax, from 0 to a million dollars. Either this or `percentOfOwing`.',
  })
  amountCents?: number | null;

  @Field(() => String, {
    nullable: true,
    description: 'Of a late fee: the percentage of what is owing, with a point, such as `10` or `2.5`.',
  })
  percentOfOwing?: string | null;

  @Field(() => PRORATIONS, { nullable: true, description: '`NONE` if left out.' })
  proration?: Proration | null;

  @Field(() => [Int], {
    nullable: true,
    description:
      'For `BY_MONTH`: ten-thousandths by the month of entry, the first month of the term first; the last one holds for all later months.',
  })
  @OptionalListSize(1, 24)
  monthTable?: number[] | null;

  @Field(() => Int, {
    nullable: true,
    description: 'For how many months the price is; a term of another length costs in proportion.',
  })
  forMonths?: number | null;

  @Field(() => Int, {
    nullable: true,
    description: 'Of a late fee: its last day without it, in days after the due day.',
  })
  lateAfterDays?: number | null;

  @Field(() => String, {
    nullable: true,
    description:
      'Of a late fee: its last day without it, such as `03-31`, the first one from the due day on.',
  })
  lateAfterMonthDay?: string | null;

  @Field(() => DateScalar, { description: 'The first day on which it holds.' })
  from!: LocalDate;

  @Field(() => DateScalar, { nullable: true, description: 'The last one; with no end in sight if left out.' })
  to?: LocalDate | null;

  @Field(() => String, { nullable: true, description: 'Made per intent, at most 255 characters.' })
  idempotencyKey?: string | null;
}

@Policy('HOLDER')
@ObjectType({
  simpleResolvers: true,
  description:
    'The price holds from its day on. The one that stood for the same people ends on its eve, and comes back after the last day of one that has an end.',
})
export class SetPriceRuleSuccess {
  @Field(() => FeeItem)
  feeItem!: FeeItem;
}

export const SetPriceRuleResult = createUnionType({
  name: 'SetPriceRuleResult',
  types: () =>
    [SetPriceRuleSuccess, InvalidInput, FeeItemNotFound, PriceVersionStands, IdempotencyKeyReused] as const,
});

@Resolver()
export class SetPriceRuleResolver {
  @Policy('STAFF', ClientScope.MONEY_WRITE)
  @Mutation(() => SetPriceRuleResult, {
    description:
      'Says what a fee costs from a day on, and whom. Earlier prices stay on file: what they made does not change. Role ADMIN or FINANCE of the body whose fee it is.',
  })
  @AnswerProblems()
  async setPriceRule(
    @Ctx() context: Context,
    @Arg('input', () => SetPriceRuleInput) input: SetPriceRuleInput,
  ): Promise<typeof SetPriceRuleResult> {
    const id = await setPriceRule(context, {
      feeItemId: input.feeItemId,
      classId: input.classId ?? null,
      province: input.province ?? null,
      minAge: input.minAge ?? null,
      maxAge: input.maxAge ?? null,
      minSeniority: input.minSeniority ?? null,
      maxSeniority: input.maxSeniority ?? null,
      amountCents: input.amountCents ?? null,
      percentOfOwing: input.percentOfOwing ?? null,
      proration: input.proration ?? 'NONE',
      monthTable: input.monthTable ?? null,
      forMonths: input.forMonths ?? null,
      lateAfterDays: input.lateAfterDays ?? null,
      lateAfterMonthDay: input.lateAfterMonthDay ?? null,
      from: input.from,
      to: input.to ?? null,
      idempotencyKey: input.idempotencyKey ?? undefined,
    });
    return Object.assign(new SetPriceRuleSuccess(), { feeItem: await feeItemAfter(context, id) });
  }
}
