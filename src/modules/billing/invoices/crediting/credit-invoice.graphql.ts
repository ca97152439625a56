import { GraphQLSafeInt } from 'graphql-scalars';
import {
  Arg,
  createUnionType,
  Ctx,
  Field,
  FieldResolver,
  ID,
  InputType,
  Mutation,
  ObjectType,
  Resolver,
  Root,
} from 'type-graphql';
import type { Context } from '../../../../platform/context.ts';
import { AnswerProblems } from '../../../../platform/graphql/answer-problems.ts';
import { ClientScope } from '../../../../platform/graphql/client-scope.ts';
import { IdempotencyKeyReused } from '../../../../platform/graphql/idempotency-key-reused.ts';
import { InvalidInput } from '../../../../platform/graphql/invalid-input.ts';
import { nodeSource, type NodeSources } from '../../../../platform/graphql/node.ts';
import { Policy } from '../../../../platform/graphql/policy.ts';
import { Identifier, OptionalListSize, PlainText } from '../../../../platform/graphql/validators.ts';
import { invoiceAfter } from '../invoice-in-care.ts';
import { InvoiceNotFound } from '../invoice.problems.ts';
import { readerOf } from '../invoice-rights.ts';
import { invoiceById } from '../invoice.loaders.ts';
import { Invoice } from '../invoice.type.ts';
import { creditInvoice, LONGEST_REASON } from './credit-invoice.ts';
import { creditNoteById, creditNotesOfInvoice } from './credit-note.rows.ts';
import { CreditNote } from './credit-note.type.ts';
import { CreditAboveRemaining } from './credit.problems.ts';

@InputType({ description: 'What to take back of a line.' })
export class CreditLineInput {
  @Field(() => ID)
  @Identifier()
  lineId!: string;

  @Field(() => GraphQLSafeInt, {
    nullable: true,
    description: 'In cents of its price, before taxes, above zero; all that remains of it if left out.',
  })
  amountCents?: number | null;
}

@InputType()
export class CreditInvoiceInput {
  @Field(() => ID)
  @Identifier()
  invoiceId!: string;

  @Field(() => String, { description: 'As it is printed.' })
  @PlainText(LONGEST_REASON)
  reason!: string;

  @Field(() => [CreditLineInput], {
    nullable: true,
    description: 'All that remains of the invoice if left out.',
  })
  @OptionalListSize(1, 100)
  lines?: CreditLineInput[] | null;

  @Field(() => String, { nullable: true, description: 'Made per intent, at most 255 characters.' })
  idempotencyKey?: string | null;
}

@Policy('HOLDER')
@ObjectType({
  simpleResolvers: true,
  description: 'What was paid beyond what is left is the credit of the payer now.',
})
export class CreditInvoiceSuccess {
  @Field(() => CreditNote)
  creditNote!: CreditNote;

  @Field(() => Invoice)
  invoice!: Invoice;
}

export const CreditInvoiceResult = createUnionType({
  name: 'CreditInvoiceResult',
  types: () =>
    [
      CreditInvoiceSuccess,
      InvalidInput,
      InvoiceNotFound,
      CreditAboveRemaining,
      IdempotencyKeyReused,
    ] as const,
});

@Resolver(() => Invoice)
export class CreditInvoiceResolver {
  @Policy('STAFF', ClientScope.MONEY_WRITE)
  @Mutation(() => CreditInvoiceResult, {
    description:
      'Takes back an invoice, or a part of it, by a credit note with its own number; each tax comes back with its price. Role ADMIN or FINANCE there, never for one’s own.',
  })
  @AnswerProblems()
  async creditInvoice(
    @Ctx() context: Context,
    @Arg('input', () => CreditInvoiceInput) { lines, idempotencyKey, ...input }: CreditInvoiceInput,
  ): Promise<typeof CreditInvoiceResult> {
    const { creditNoteId, invoiceId } = await creditInvoice(context, {
      ...input,
      lines: lines?.map(({ lineId, amountCents }) => ({ lineId, amountCents: amountCents ?? null })) ?? null,
      idempotencyKey: idempotencyKey ?? undefined,
    });
    const invoice = await invoiceAfter(context, invoiceId);
    const facts = await context.load(creditNoteById, creditNoteId);
    if (!facts) throw new Error('a credit note was lost as it was written');
    return Object.assign(new CreditInvoiceSuccess(), { creditNote: new CreditNote(facts, context), invoice });
  }

  @FieldResolver(() => [CreditNote], {
    description:
      'The first one first: each takes a part of what is left of the lines. Empty for whoever does not see `billTo`.',
  })
  async creditNotes(@Root() { facts }: Invoice, @Ctx() context: Context): Promise<readonly CreditNote[]> {
    if ((await readerOf(context, facts)) === 'MEMBER') return [];
    const notes = await context.load(creditNotesOfInvoice, facts.id);
    return notes.map(note => new CreditNote(note, context));
  }
}

async function findCreditNote(context: Context, id: string): Promise<CreditNote | null> {
  const note = await context.load(creditNoteById, id);
  const invoice = note && (await context.load(invoiceById, note.invoiceId));
  const reader = invoice && (await readerOf(context, invoice));
  return note && (reader === 'PAYER' || reader === 'STAFF') ? new CreditNote(note, context) : null;
}

export const creditNoteNodes: NodeSources = [nodeSource('CreditNote', findCreditNote)];
