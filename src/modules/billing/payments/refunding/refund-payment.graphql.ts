import { GraphQLSafeInt } from 'graphql-scalars';
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
import { Identifier, PlainText } from '../../../../platform/graphql/validators.ts';
import { InvoiceNotFound } from '../../invoices/invoice.problems.ts';
import { REFUND_WAYS } from '../payment.enums.ts';
import { PaymentNotFound } from '../payment.problems.ts';
import type { RefundWay } from '../payment-words.ts';
import { LONGEST_REASON, refundPayment } from './refund-payment.ts';
import { refundAfter } from './refund-view.ts';
import { RefundTooLarge } from './refund.problems.ts';
import { Refund } from './refund.type.ts';

@InputType()
export class RefundPaymentInput {
  @Field(() => ID)
  @Identifier()
  paymentId!: string;

  @Field(() => ID, {
    nullable: true,
    description:
      'Give back what it paid of this invoice, which is then open again. If left out, give back what is the payer’s credit: what was over, or was credited since.',
  })
  invoiceId?: string | null;

  @Field(() => GraphQLSafeInt, { description: 'In cents, above zero.' })
  amountCents!: number;

  @Field(() => REFUND_WAYS, {
    description: 'To whoever paid. `SOURCE` for card payments alone; `CREDIT` with an invoice alone.',
  })
  way!: RefundWay;

  @Field(() => String, { description: 'For the record; at most 500 characters.' })
  @PlainText(LONGEST_REASON)
  reason!: string;

  @Field(() => Boolean, {
    nullable: true,
    description:
      'Whether what the invoice had brought about is kept, such as a term; else what is no longer paid for is undone.',
  })
  keepEffects?: boolean | null;

  @Field(() => String, { nullable: true, description: 'Made per intent, at most 255 characters.' })
  idempotencyKey?: string | null;
}

@Policy('HOLDER')
@ObjectType({
  simpleResolvers: true,
  description: 'Where it needs somebody else’s approval, nothing has moved yet: see `refund.state`.',
})
export class RefundPaymentSuccess {
  @Field(() => Refund)
  refund!: Refund;
}

export const RefundPaymentResult = createUnionType({
  name: 'RefundPaymentResult',
  types: () =>
    [
      RefundPaymentSuccess,
      InvalidInput,
      PaymentNotFound,
      InvoiceNotFound,
      RefundTooLarge,
      IdempotencyKeyReused,
    ] as const,
});

@Resolver()
export class RefundPaymentResolver {
  @Policy('STAFF', ClientScope.MONEY_WRITE)
  @Mutation(() => RefundPaymentResult, {
    description:
      'Gives money of a payment back to whoever paid, never more than is left of it. Role ADMIN or FINANCE of its receiver, never for what is one’s own. Above the association’s limit somebody else approves it.',
  })
  @AnswerProblems()
  async refundPayment(
    @Ctx() context: Context,
    @Arg('input', () => RefundPaymentInput)
    { idempotencyKey, invoiceId, keepEffects, ...input }: RefundPaymentInput,
  ): Promise<typeof RefundPaymentResult> {
    const { refundId } = await refundPayment(context, {
      ...input,
      invoiceId: invoiceId ?? null,
      keepsEffects: keepEffects ?? false,
      idempotencyKey: idempotencyKey ?? undefined,
    });
    return Object.assign(new RefundPaymentSuccess(), { refund: await refundAfter(context, refundId) });
  }
}
