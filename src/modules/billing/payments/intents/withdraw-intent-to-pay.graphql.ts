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
import { IdempotencyKeyReused } from '../../../../platform/graphql/idempotency-key-reused.ts';
import { InvalidInput } from '../../../../platform/graphql/invalid-input.ts';
import { Policy } from '../../../../platform/graphql/policy.ts';
import { Identifier } from '../../../../platform/graphql/validators.ts';
import { InvoiceNotFound } from '../../invoices/invoice.problems.ts';
import { Invoice } from '../../invoices/invoice.type.ts';
import { invoiceAfter } from '../invoices-after.ts';
import { NoIntentStands } from './intent.problems.ts';
import { withdrawIntentToPay } from './withdraw-intent-to-pay.ts';

@InputType()
export class WithdrawIntentToPayInput {
  @Field(() => ID)
  @Identifier()
  invoiceId!: string;

  @Field(() => String, { nullable: true, description: 'Made per intent, at most 255 characters.' })
  idempotencyKey?: string | null;
}

@Policy('HOLDER')
@ObjectType({ simpleResolvers: true, description: 'What it had unlocked is undone.' })
export class WithdrawIntentToPaySuccess {
  @Field(() => Invoice)
  invoice!: Invoice;
}

export const WithdrawIntentToPayResult = createUnionType({
  name: 'WithdrawIntentToPayResult',
  types: () =>
    [
      WithdrawIntentToPaySuccess,
      InvalidInput,
      InvoiceNotFound,
      NoIntentStands,
      IdempotencyKeyReused,
    ] as const,
});

@Resolver()
export class WithdrawIntentToPayResolver {
  @Policy('SIGNED_IN')
  @Mutation(() => WithdrawIntentToPayResult, {
    description:
      'Takes back the intent to pay that stands on an invoice. For whoever owes it, and for staff in their place (role ADMIN or FINANCE).',
  })
  @AnswerProblems()
  async withdrawIntentToPay(
    @Ctx() context: Context,
    @Arg('input', () => WithdrawIntentToPayInput) { idempotencyKey, ...input }: WithdrawIntentToPayInput,
  ): Promise<typeof WithdrawIntentToPayResult> {
    const { invoiceId } = await withdrawIntentToPay(context, {
      ...input,
      idempotencyKey: idempotencyKey ?? undefined,
    });
    return Object.assign(new WithdrawIntentToPaySuccess(), {
      invoice: await invoiceAfter(context, invoiceId),
    });
  }
}
