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
import type { LocalDate } from '../../../../kernel/local-date.ts';
import type { Context } from '../../../../platform/context.ts';
import { AnswerProblems } from '../../../../platform/graphql/answer-problems.ts';
import { ClientScope } from '../../../../platform/graphql/client-scope.ts';
import { IdempotencyKeyReused } from '../../../../platform/graphql/idempotency-key-reused.ts';
import { InvalidInput } from '../../../../platform/graphql/invalid-input.ts';
import { Policy } from '../../../../platform/graphql/policy.ts';
import { DateScalar } from '../../../../platform/graphql/scalars.ts';
import { Identifier } from '../../../../platform/graphql/validators.ts';
import { Invoice } from '../../invoices/invoice.type.ts';
import { invoicesAfter } from '../invoices-after.ts';
import { paymentAfter } from '../payment-view.ts';
import { RETURN_KINDS } from '../payment.enums.ts';
import { PaymentNotFound } from '../payment.problems.ts';
import { Payment } from '../payment.type.ts';
import type { ReturnKind } from '../payment-words.ts';
import { returnPayment } from './return-payment.ts';
import { PaymentAlreadyReturned } from './return.problems.ts';

@InputType()
export class ReturnPaymentInput {
  @Field(() => ID)
  @Identifier()
  paymentId!: string;

  @Field(() => RETURN_KINDS, {
    description: 'After `NSF` the payer is billed what the association charges for it.',
  })
  kind!: ReturnKind;

  @Field(() => DateScalar, {
    description:
      'When its money went back, in the zone of the receiver: not in the future, and not in a closed period.',
  })
  returnedOn!: LocalDate;

  @Field(() => String, { nullable: true, description: 'Made per intent, at most 255 characters.' })
  idempotencyKey?: string | null;
}

@Policy('HOLDER')
@ObjectType({
  simpleResolvers: true,
  description:
    'What it had paid is open again, what that had brought about is undone, and the payer was told.',
})
export class ReturnPaymentSuccess {
  @Field(() => Payment)
  payment!: Payment;

  @Field(() => [Invoice], {
    description: 'Those that it had paid, at most 250, and, last, what the return costs the payer.',
  })
  invoices!: readonly Invoice[];
}

export const ReturnPaymentResult = createUnionType({
  name: 'ReturnPaymentResult',
  types: () =>
    [
      ReturnPaymentSuccess,
      InvalidInput,
      PaymentNotFound,
      PaymentAlreadyReturned,
      IdempotencyKeyReused,
    ] as const,
});

@Resolver()
export class ReturnPaymentResolver {
  @Policy('STAFF', ClientScope.MONEY_WRITE)
  @Mutation(() => ReturnPaymentResult, {
    description:
      'Records that the money of a payment went back, such as that of a cheque without funds. Role ADMIN or FINANCE of its receiver, never for what is one’s own.',
  })
  @AnswerProblems()
  async returnPayment(
    @Ctx() context: Context,
    @Arg('input', () => ReturnPaymentInput) { idempotencyKey, ...input }: ReturnPaymentInput,
  ): Promise<typeof ReturnPaymentResult> {
    const { paymentId, invoiceIds } = await returnPayment(context, {
      ...input,
      idempotencyKey: idempotencyKey ?? undefined,
    });
    return Object.assign(new ReturnPaymentSuccess(), {
      payment: await paymentAfter(context, paymentId),
      invoices: await invoicesAfter(context, invoiceIds),
    });
  }
}
