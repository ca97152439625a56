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
import { invoiceAfter } from '../invoice-in-care.ts';
import { InvoiceNotFound } from '../invoice.problems.ts';
import { Invoice } from '../invoice.type.ts';
import { billToChangeAfter } from './bill-to-change-view.ts';
import { BillToChangeWaits } from './bill-to-change.problems.ts';
import { BillToChange } from './bill-to-change.type.ts';
import { BillToInput, billToOf } from './bill-to-input.ts';
import { changeBillTo } from './change-bill-to.ts';

@InputType()
export class ChangeBillToInput {
  @Field(() => ID)
  @Identifier()
  invoiceId!: string;

  @Field(() => BillToInput, { description: 'As a whole: what is left out is not on the document.' })
  billTo!: BillToInput;

  @Field(() => String, { nullable: true, description: 'Made per intent, at most 255 characters.' })
  idempotencyKey?: string | null;
}

@Policy('HOLDER')
@ObjectType({
  simpleResolvers: true,
  description: 'The document is another version now, or `change` waits and the document is as it was.',
})
export class ChangeBillToSuccess {
  @Field(() => Invoice)
  invoice!: Invoice;

  @Field(() => BillToChange, {
    nullable: true,
    description: 'What waits for somebody else’s approval; null where nothing does.',
  })
  change!: BillToChange | null;
}

export const ChangeBillToResult = createUnionType({
  name: 'ChangeBillToResult',
  types: () =>
    [ChangeBillToSuccess, InvalidInput, InvoiceNotFound, BillToChangeWaits, IdempotencyKeyReused] as const,
});

@Resolver()
export class ChangeBillToResolver {
  @Policy('SIGNED_IN')
  @Mutation(() => ChangeBillToResult, {
    description:
      'Addresses an invoice to somebody else, such as an employer; who owes it stays, and so do the earlier versions. For whoever owes it, and for staff (role ADMIN or FINANCE). Where the invoice comes to more than the association’s limit, somebody else on the staff approves it.',
  })
  @AnswerProblems()
  async changeBillTo(
    @Ctx() context: Context,
    @Arg('input', () => ChangeBillToInput) { invoiceId, billTo, idempotencyKey }: ChangeBillToInput,
  ): Promise<typeof ChangeBillToResult> {
    const { changeId, ...changed } = await changeBillTo(context, {
      invoiceId,
      billTo: billToOf(billTo),
      idempotencyKey: idempotencyKey ?? undefined,
    });
    return Object.assign(new ChangeBillToSuccess(), {
      invoice: await invoiceAfter(context, changed.invoiceId),
      change: changeId && (await billToChangeAfter(context, changeId)),
    });
  }
}
