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
import { IdempotencyKeyReused } from '../../../../platform/graphql/idempotency-key-reused.ts';
import { InvalidInput } from '../../../../platform/graphql/invalid-input.ts';
import { MoneyView } from '../../../../platform/graphql/money.type.ts';
import { Policy } from '../../../../platform/graphql/policy.ts';
import { Identifier } from '../../../../platform/graphql/validators.ts';
import { InvoiceNotFound } from '../../invoices/invoice.problems.ts';
import { Invoice } from '../../invoices/invoice.type.ts';
import { invoiceAfter } from '../invoices-after.ts';
import { NothingOwed } from '../payment.problems.ts';
import { CreditTooSmall } from './credit.problems.ts';
import { useCredit } from './use-credit.ts';

@InputType()
export class UseCreditInput {
  @Field(() => ID)
  @Identifier()
  invoiceId!: string;

  @Field(() => GraphQLSafeInt, {
    nullable: true,
    description: 'In cents, above zero; if left out, as much as there is and as is owed.',
  })
  amountCents?: number | null;

  @Field(() => String, { nullable: true, description: 'Made per intent, at most 255 characters.' })
  idempotencyKey?: string | null;
}

@Policy('HOLDER')
@ObjectType({ simpleResolvers: true, description: 'The credit paid as much of the invoice as it could.' })
export class UseCreditSuccess {
  @Field(() => Invoice)
  invoice!: Invoice;

  @Field(() => MoneyView, { description: 'What was used.' })
  used!: MoneyView;
}

export const UseCreditResult = createUnionType({
  name: 'UseCreditResult',
  types: () =>
    [
      UseCreditSuccess,
      InvalidInput,
      InvoiceNotFound,
      NothingOwed,
      CreditTooSmall,
      IdempotencyKeyReused,
    ] as const,
});

@Resolver()
export class UseCreditResolver {
  @Policy('SIGNED_IN')
  @Mutation(() => UseCreditResult, {
    description:
      'Pays an invoice with what its issuer holds of its payer’s money (`Invoice.payerCredit`). For whoever owes it, and for staff in their place (role ADMIN or FINANCE).',
  })
  @AnswerProblems()
  async useCredit(
    @Ctx() context: Context,
    @Arg('input', () => UseCreditInput) { invoiceId, amountCents, idempotencyKey }: UseCreditInput,
  ): Promise<typeof UseCreditResult> {
    const used = await useCredit(context, {
      invoiceId,
      amountCents: amountCents ?? null,
      idempotencyKey: idempotencyKey ?? undefined,
    });
    return Object.assign(new UseCreditSuccess(), {
      invoice: await invoiceAfter(context, used.invoiceId),
      used: new MoneyView(BigInt(used.usedCents), context.locale),
    });
  }
}
