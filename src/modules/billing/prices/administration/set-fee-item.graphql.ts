import {
  Arg,
  createUnionType,
  Ctx,
  Field,
  ID,
  InputType,
  Mutation,
  ObjectType,
  Resolver,
} from 'type-graphql';
import type { Context } from '../../../../platform/context.ts';
import { AnswerProblems } from '../../../../platform/graphql/answer-problems.ts';
import { ClientScope } from '../../../../platform/graphql/client-scope.ts';
import { IdempotencyKeyReused } from '../../../../platform/graphql/idempotency-key-reused.ts';
import { InvalidInput } from '../../../../platform/graphql/invalid-input.ts';
import { Policy } from '../../../../platform/graphql/policy.ts';
import { Identifier } from '../../../../platform/graphql/validators.ts';
import {
  LINE_EFFECTS,
  LINE_KINDS,
  SETTLEMENTS,
  type LineEffect,
  type LineKind,
  type Settlement,
} from '../../billing-words.ts';
import type { TaxTreatment } from '../../taxes/index.ts';
import { DECIDING_DAYS, OCCASIONS, TAX_TREATMENTS } from '../price.enums.ts';
import type { DecidingDay, Occasion } from '../price-rules.ts';
import { FeeItemStands } from './administration.problems.ts';
import { feeItemAfter } from './fee-item-after.ts';
import { FeeItem } from './price-list.type.ts';
import { setFeeItem } from './set-fee-item.ts';

@InputType()
export class SetFeeItemInput {
  @Field(() => ID, { description: 'Whose money it is.' })
  @Identifier()
  associationId!: string;

  @Field(() => String, {
    description:
      'How programs name it: capitals, digits and underscores, at most 40. That of a fee on the list changes its names.',
  })
  code!: string;

  @Field(() => String, { description: 'As invoices print it in French; at most 100 characters.' })
  nameFr!: string;

  @Field(() => String, { description: 'As invoices print it in English; at most 100 characters.' })
  nameEn!: string;

  @Field(() => LINE_KINDS)
  kind!: LineKind;

  @Field(() => TAX_TREATMENTS, { description: '`PREMIUM` for insurance, and for nothing else.' })
  taxTreatment!: TaxTreatment;

  @Field(() => OCCASIONS)
  charged!: Occasion;

  @Field(() => LINE_EFFECTS)
  effect!: LineEffect;

  @Field(() => SETTLEMENTS)
  settlement!: Settlement;

  @Field(() => DECIDING_DAYS, { description: 'Whose price, age and seniority hold.' })
  priceDay!: DecidingDay;

  @Field(() => DECIDING_DAYS, { description: 'Whose rate of tax holds.' })
  taxDay!: DecidingDay;

  @Field(() => String, { nullable: true, description: 'Made per intent, at most 255 characters.' })
  idempotencyKey?: string | null;
}

@Policy('HOLDER')
@ObjectType({ simpleResolvers: true, description: 'The fee is on the list.' })
export class SetFeeItemSuccess {
  @Field(() => FeeItem)
  feeItem!: FeeItem;
}

export const SetFeeItemResult = createUnionType({
  name: 'SetFeeItemResult',
  types: () => [SetFeeItemSuccess, InvalidInput, FeeItemStands, IdempotencyKeyReused] as const,
});

@Resolver()
export class SetFeeItemResolver {
  @Policy('STAFF', ClientScope.MONEY_WRITE)
  @Mutation(() => SetFeeItemResult, {
    description:
      'Puts something that an association charges for on its list; what it costs is said by `setPriceRule`. Role ADMIN or FINANCE there.',
  })
  @AnswerProblems()
  async setFeeItem(
    @Ctx() context: Context,
    @Arg('input', () => SetFeeItemInput) { idempotencyKey, ...input }: SetFeeItemInput,
  ): Promise<typeof SetFeeItemResult> {
    const id = await setFeeItem(context, {
      ...input,
      idempotencyKey: idempotencyKey ?? undefined,
    });
    return Object.assign(new SetFeeItemSuccess(), { feeItem: await feeItemAfter(context, id) });
  }
}
