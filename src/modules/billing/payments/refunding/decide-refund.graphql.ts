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
import { approveRefund, withdrawRefund } from './approve-refund.ts';
import { refundAfter } from './refund-view.ts';
import {
  RefundNeedsSomebodyElse,
  RefundNotFound,
  RefundNotWaiting,
  RefundTooLarge,
} from './refund.problems.ts';
import { Refund } from './refund.type.ts';

@InputType()
export class ApproveRefundInput {
  @Field(() => ID)
  @Identifier()
  refundId!: string;

  @Field(() => String, { nullable: true, description: 'Made per intent, at most 255 characters.' })
  idempotencyKey?: string | null;
}

@InputType()
export class WithdrawRefundInput {
  @Field(() => ID)
  @Identifier()
  refundId!: string;

  @Field(() => String, { nullable: true, description: 'Made per intent, at most 255 characters.' })
  idempotencyKey?: string | null;
}

@Policy('HOLDER')
@ObjectType({ simpleResolvers: true, description: 'The money is on its way, and the payer was told.' })
export class ApproveRefundSuccess {
  @Field(() => Refund)
  refund!: Refund;
}

@Policy('HOLDER')
@ObjectType({ simpleResolvers: true, description: 'Nothing has moved, and nothing will.' })
export class WithdrawRefundSuccess {
  @Field(() => Refund)
  refund!: Refund;
}

export const ApproveRefundResult = createUnionType({
  name: 'ApproveRefundResult',
  types: () =>
    [
      ApproveRefundSuccess,
      InvalidInput,
      RefundNotFound,
      RefundNotWaiting,
      RefundNeedsSomebodyElse,
      RefundTooLarge,
      IdempotencyKeyReused,
    ] as const,
});

export const WithdrawRefundResult = createUnionType({
  name: 'WithdrawRefundResult',
  types: () =>
    [WithdrawRefundSuccess, InvalidInput, RefundNotFound, RefundNotWaiting, IdempotencyKeyReused] as const,
});

@Resolver()
export class DecideRefundResolver {
  @Policy('STAFF', ClientScope.MONEY_WRITE)
  @Mutation(() => ApproveRefundResult, {
    description:
      'Approves a refund that somebody else prepared; it is carried out as things stand now. Role ADMIN or FINANCE.',
  })
  @AnswerProblems()
  async approveRefund(
    @Ctx() context: Context,
    @Arg('input', () => ApproveRefundInput) { refundId: publicId, idempotencyKey }: ApproveRefundInput,
  ): Promise<typeof ApproveRefundResult> {
    const { refundId } = await approveRefund(context, {
      refundId: publicId,
      idempotencyKey: idempotencyKey ?? undefined,
    });
    return Object.assign(new ApproveRefundSuccess(), { refund: await refundAfter(context, refundId) });
  }

  @Policy('STAFF', ClientScope.MONEY_WRITE)
  @Mutation(() => WithdrawRefundResult, {
    description: 'Takes back a refund that waits for approval. Role ADMIN or FINANCE.',
  })
  @AnswerProblems()
  async withdrawRefund(
    @Ctx() context: Context,
    @Arg('input', () => WithdrawRefundInput) { refundId: publicId, idempotencyKey }: WithdrawRefundInput,
  ): Promise<typeof WithdrawRefundResult> {
    const { refundId } = await withdrawRefund(context, {
      refundId: publicId,
      idempotencyKey: idempotencyKey ?? undefined,
    });
    return Object.assign(new WithdrawRefundSuccess(), { refund: await refundAfter(context, refundId) });
  }
}
