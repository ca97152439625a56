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
import { forgetLoaded } from '../../../../platform/database/loader.ts';
import { AnswerProblems } from '../../../../platform/graphql/answer-problems.ts';
import { ClientScope } from '../../../../platform/graphql/client-scope.ts';
import { IdempotencyKeyReused } from '../../../../platform/graphql/idempotency-key-reused.ts';
import { InvalidInput } from '../../../../platform/graphql/invalid-input.ts';
import { Policy } from '../../../../platform/graphql/policy.ts';
import { Identifier, OptionalListSize } from '../../../../platform/graphql/validators.ts';
import { InvoiceNotFound } from '../../invoices/invoice.problems.ts';
import { PaymentAlreadyReceived } from '../../payments/index.ts';
import { SETTLE_WAYS, type SettleWay } from '../cards.enums.ts';
import { ParkedReceiptNotFound, ParkedReceiptSettled } from '../cards.problems.ts';
import { parkedReceiptById } from './parked-receipt.rows.ts';
import { parkedReceiptView } from './parked-receipt-view.ts';
import { ParkedReceipt } from './parked-receipt.type.ts';
import { settleParkedReceipt } from './settle-parked-receipt.ts';

@InputType()
export class SettleParkedReceiptInput {
  @Field(() => ID, { description: 'From `parkedReceipts`.' })
  @Identifier()
  parkedReceiptId!: string;

  @Field(() => SETTLE_WAYS)
  way!: SettleWay;

  @Field(() => [ID], {
    nullable: true,
    description:
      'With `ALLOCATE`: invoices of the association, paid one after the other; the one it was meant for when left out.',
  })
  @OptionalListSize(1, 50)
  invoiceIds?: string[] | null;

  @Field(() => ID, {
    nullable: true,
    description:
      'Whose credit it is, or what is left of it: a person, an organization or a body; when left out whoever paid by card, or else owes the invoice.',
  })
  payerId?: string | null;

  @Field(() => String, { nullable: true, description: 'Made per intent, at most 255 characters.' })
  idempotencyKey?: string | null;
}

@Policy('HOLDER')
@ObjectType({
  simpleResolvers: true,
  description:
    'Settled. What is sent back is on its way; should the gateway refuse it, the receipt waits again.',
})
export class SettleParkedReceiptSuccess {
  @Field(() => ParkedReceipt)
  parkedReceipt!: ParkedReceipt;
}

export const SettleParkedReceiptResult = createUnionType({
  name: 'SettleParkedReceiptResult',
  types: () =>
    [
      SettleParkedReceiptSuccess,
      InvalidInput,
      ParkedReceiptNotFound,
      ParkedReceiptSettled,
      InvoiceNotFound,
      PaymentAlreadyReceived,
      IdempotencyKeyReused,
    ] as const,
});

@Resolver()
export class SettleParkedReceiptResolver {
  @Policy('STAFF', ClientScope.MONEY_WRITE)
  @Mutation(() => SettleParkedReceiptResult, {
    description:
      'Decides what becomes of a parked receipt, once. Role ADMIN or FINANCE there, never for what is one’s own.',
  })
  @AnswerProblems()
  async settleParkedReceipt(
    @Ctx() context: Context,
    @Arg('input', () => SettleParkedReceiptInput)
    { parkedReceiptId, way, invoiceIds, payerId, idempotencyKey }: SettleParkedReceiptInput,
  ): Promise<typeof SettleParkedReceiptResult> {
    const { id } = await settleParkedReceipt(context, {
      ...{ parkedReceiptId, way },
      invoiceIds: invoiceIds ?? [],
      payerId: payerId ?? null,
      idempotencyKey: idempotencyKey ?? undefined,
    });
    forgetLoaded(context);
    const facts = await context.load(parkedReceiptById, id);
    if (!facts) throw new Error('a parked receipt was lost by an act on it');
    return Object.assign(new SettleParkedReceiptSuccess(), {
      parkedReceipt: parkedReceiptView(context, facts),
    });
  }
}
