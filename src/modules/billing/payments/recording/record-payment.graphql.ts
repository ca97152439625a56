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
import type { LocalDate } from '../../../../kernel/local-date.ts';
import type { Context } from '../../../../platform/context.ts';
import { AnswerProblems } from '../../../../platform/graphql/answer-problems.ts';
import { ClientScope } from '../../../../platform/graphql/client-scope.ts';
import { IdempotencyKeyReused } from '../../../../platform/graphql/idempotency-key-reused.ts';
import { InvalidInput } from '../../../../platform/graphql/invalid-input.ts';
import { MoneyView } from '../../../../platform/graphql/money.type.ts';
import { Policy } from '../../../../platform/graphql/policy.ts';
import { DateScalar } from '../../../../platform/graphql/scalars.ts';
import { Identifier, ListSize, OptionalText } from '../../../../platform/graphql/validators.ts';
import { InvoiceNotFound } from '../../invoices/invoice.problems.ts';
import { Invoice } from '../../invoices/invoice.type.ts';
import { invoicesAfter } from '../invoices-after.ts';
import { paymentAfter } from '../payment-view.ts';
import { PAYMENT_METHODS } from '../payment.enums.ts';
import { Payment } from '../payment.type.ts';
import type { PaymentMethod } from '../payment-words.ts';
import { LONGEST_PAYER_NAME, LONGEST_REFERENCE, recordPayment } from './record-payment.ts';

@InputType()
export class RecordPaymentInput {
  @Field(() => ID, { description: 'Who received the money, and issued the invoices.' })
  @Identifier()
  associationId!: string;

  @Field(() => PAYMENT_METHODS, { description: 'Not `CARD`: the gateway tells of those.' })
  method!: PaymentMethod;

  @Field(() => GraphQLSafeInt, { description: 'In cents, above zero.' })
  amountCents!: number;

  @Field(() => DateScalar, {
    description:
      'When it came, in the zone of the association: not in the future, and not in a closed period.',
  })
  receivedOn!: LocalDate;

  @Field(() => [ID], {
    description:
      'What it pays. What is over belongs to the payer; where it is short, the last ones stay open.',
  })
  @ListSize(0, 250)
  invoiceIds!: string[];

  @Field(() => Boolean, {
    nullable: true,
    description: 'Whether they are paid in the order of the list; else whichever is due first comes first.',
  })
  inOrderGiven?: boolean | null;

  @Field(() => ID, {
    nullable: true,
    description:
      'Who paid: a person, an organization such as an employer, or a body. If left out with `payerName`, whoever owes the invoices.',
  })
  payerId?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Who paid, as it stands on the cheque; without `payerId`, somebody who is not on file.',
  })
  @OptionalText(LONGEST_PAYER_NAME)
  payerName?: string | null;

  @Field(() => String, { nullable: true, description: 'Such as the number of the cheque.' })
  @OptionalText(LONGEST_REFERENCE)
  reference?: string | null;

  @Field(() => String, { nullable: true, description: 'Made per intent, at most 255 characters.' })
  idempotencyKey?: string | null;
}

@Policy('HOLDER')
@ObjectType({ simpleResolvers: true, description: 'A receipt is on its way to the payer.' })
export class RecordPaymentSuccess {
  @Field(() => Payment)
  payment!: Payment;

  @Field(() => [Invoice], { description: 'As they stand now, in the order in which they were paid.' })
  invoices!: readonly Invoice[];

  @Field(() => MoneyView, { description: 'What no invoice took: the credit of whoever paid.' })
  left!: MoneyView;
}

export const RecordPaymentResult = createUnionType({
  name: 'RecordPaymentResult',
  types: () => [RecordPaymentSuccess, InvalidInput, InvoiceNotFound, IdempotencyKeyReused] as const,
});

@Resolver()
export class RecordPaymentResolver {
  @Policy('STAFF', ClientScope.MONEY_WRITE)
  @Mutation(() => RecordPaymentResult, {
    description:
      'Records money that came by cheque, transfer or cash. Role ADMIN or FINANCE there, never for what is one’s own.',
  })
  @AnswerProblems()
  async recordPayment(
    @Ctx() context: Context,
    @Arg('input', () => RecordPaymentInput)
    { idempotencyKey, inOrderGiven, payerId, payerName, reference, ...input }: RecordPaymentInput,
  ): Promise<typeof RecordPaymentResult> {
    const { paymentId, invoiceIds, leftCents } = await recordPayment(context, {
      ...input,
      asGiven: inOrderGiven ?? false,
      payerId: payerId ?? null,
      payerName: payerName ?? null,
      reference: reference ?? null,
      idempotencyKey: idempotencyKey ?? undefined,
    });
    return Object.assign(new RecordPaymentSuccess(), {
      payment: await paymentAfter(context, paymentId),
      invoices: await invoicesAfter(context, invoiceIds),
      left: new MoneyView(BigInt(leftCents), context.locale),
    });
  }
}
