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
import { IdempotencyKeyReused } from '../../../../platform/graphql/idempotency-key-reused.ts';
import { InvalidInput } from '../../../../platform/graphql/invalid-input.ts';
import { Policy } from '../../../../platform/graphql/policy.ts';
import { TooManyAttempts } from '../../../../platform/graphql/too-many-attempts.ts';
import { DateScalar, DateTimeScalar } from '../../../../platform/graphql/scalars.ts';
import { Identifier, Secret } from '../../../../platform/graphql/validators.ts';
import { InvoiceNotFound } from '../../invoices/invoice.problems.ts';
import { PayLinkUnknown } from '../../invoices/pay-links/pay-link.problems.ts';
import { Invoice } from '../../invoices/invoice.type.ts';
import { invoiceAfter } from '../invoices-after.ts';
import { INTENT_METHODS } from '../payment.enums.ts';
import { NothingOwed } from '../payment.problems.ts';
import type { IntentMethod } from '../payment-words.ts';
import { declareIntentToPay } from './declare-intent-to-pay.ts';
import { IntentAlreadyStated } from './intent.problems.ts';

@InputType()
export class DeclareIntentToPayInput {
  @Field(() => ID, {
    nullable: true,
    description: 'An invoice that the person owes. Either this or `payLinkToken`.',
  })
  @Identifier()
  invoiceId?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Of a pay link: whoever has it says so without signing in.',
  })
  @Secret(200, { optional: true })
  payLinkToken?: string | null;

  @Field(() => INTENT_METHODS)
  method!: IntentMethod;

  @Field(() => DateScalar, {
    description:
      'When the money will be there, in the zone of the issuer: from today on, and within its days for that.',
  })
  expectedOn!: LocalDate;

  @Field(() => String, { nullable: true, description: 'Made per intent, at most 255 characters.' })
  idempotencyKey?: string | null;
}

@Policy('HOLDER')
@ObjectType({
  simpleResolvers: true,
  description: 'It is on record, and confirmed by mail to whoever owes the invoice.',
})
export class DeclareIntentToPaySuccess {
  @Field(() => Invoice, { nullable: true, description: 'Null by a pay link: see `invoiceByPayLink`.' })
  invoice!: Invoice | null;

  @Field(() => DateTimeScalar, { description: 'Unless it is paid by then, what this unlocks is undone.' })
  deadlineAt!: Date;
}

export const DeclareIntentToPayResult = createUnionType({
  name: 'DeclareIntentToPayResult',
  types: () =>
    [
      DeclareIntentToPaySuccess,
      InvalidInput,
      InvoiceNotFound,
      PayLinkUnknown,
      NothingOwed,
      IntentAlreadyStated,
      TooManyAttempts,
      IdempotencyKeyReused,
    ] as const,
});

@Resolver()
export class DeclareIntentToPayResolver {
  @Policy('CLIENT')
  @Mutation(() => DeclareIntentToPayResult, {
    description:
      'Says how and when an invoice will be paid. By the day on which it is due, that unlocks the lines whose `settlement` is `ON_INTENT`. For whoever owes it or has a pay link of it, and for staff in their place (role ADMIN or FINANCE).',
  })
  @AnswerProblems()
  async declareIntentToPay(
    @Ctx() context: Context,
    @Arg('input', () => DeclareIntentToPayInput) { idempotencyKey, ...input }: DeclareIntentToPayInput,
  ): Promise<typeof DeclareIntentToPayResult> {
    const { invoiceId, deadlineAt } = await declareIntentToPay(context, {
      method: input.method,
      expectedOn: input.expectedOn,
      invoiceId: input.invoiceId ?? null,
      payLinkToken: input.payLinkToken ?? null,
      idempotencyKey: idempotencyKey ?? undefined,
    });
    return Object.assign(new DeclareIntentToPaySuccess(), {
      invoice: input.payLinkToken == null ? await invoiceAfter(context, invoiceId) : null,
      deadlineAt: new Date(deadlineAt),
    });
  }
}
