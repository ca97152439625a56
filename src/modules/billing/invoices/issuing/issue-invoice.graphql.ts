import { GraphQLSafeInt } from 'graphql-scalars';
import {
  Arg,
  createUnionType,
  Ctx,
  Field,
  ID,
  InputType,
  Int,
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
import { ApiLocale, localeOf } from '../../../../platform/graphql/locale-enum.ts';
import { Policy } from '../../../../platform/graphql/policy.ts';
import { DateScalar } from '../../../../platform/graphql/scalars.ts';
import { Identifier, ListSize, PlainText } from '../../../../platform/graphql/validators.ts';
import type { LineKind } from '../../billing-words.ts';
import { TAX_TREATMENTS, type TaxTreatment } from '../../taxes/index.ts';
import { BillToInput, billToOf } from '../addressing/bill-to-input.ts';
import { INVOICE_KINDS, LINE_KINDS } from '../invoice.enums.ts';
import { newInvoice } from '../invoice-in-care.ts';
import { Invoice } from '../invoice.type.ts';
import type { InvoiceKind } from '../new-invoice.ts';
import { issueInvoice } from './issue-invoice.ts';
import { LONGEST_DESCRIPTION, MOST_LINES, MOST_OF_ONE } from './read-issued-lines.ts';

@InputType()
export class IssueLineInput {
  @Field(() => ID, {
    nullable: true,
    description: 'The body whose money it is, at, above or below the issuer; the issuer if left out.',
  })
  supplierId?: string | null;

  @Field(() => LINE_KINDS)
  kind!: LineKind;

  @Field(() => String)
  @PlainText(LONGEST_DESCRIPTION)
  descriptionFr!: string;

  @Field(() => String)
  @PlainText(LONGEST_DESCRIPTION)
  descriptionEn!: string;

  @Field(() => Int, { description: `From 1 to ${String(MOST_OF_ONE)}.` })
  quantity!: number;

  @Field(() => GraphQLSafeInt, { description: 'In cents, of one, before taxes.' })
  unitCents!: number;

  @Field(() => TAX_TREATMENTS, {
    description:
      '`PREMIUM` for insurance, and for nothing else. The taxes themselves follow from the place, the day and the supplier.',
  })
  taxTreatment!: TaxTreatment;
}

@InputType()
export class IssueInvoiceInput {
  @Field(() => ID, { description: 'Who bills.' })
  @Identifier()
  associationId!: string;

  @Field(() => INVOICE_KINDS, { description: 'Not `DUES`: those follow from the rules of prices.' })
  kind!: InvoiceKind;

  @Field(() => ID, { description: 'Who owes it: a person, an organization or a body.' })
  @Identifier()
  payerId!: string;

  @Field(() => ID, { nullable: true, description: 'Whose membership it is about, if any.' })
  membershipId?: string | null;

  @Field(() => BillToInput, { nullable: true, description: 'What is on file of the payer if left out.' })
  billTo?: BillToInput | null;

  @Field(() => DateScalar, { description: 'Today or later, in the zone of the association.' })
  dueOn!: LocalDate;

  @Field(() => ApiLocale, {
    nullable: true,
    description: 'The payer’s own choice if left out; French where the association’s policy is French alone.',
  })
  locale?: ApiLocale | null;

  @Field(() => [IssueLineInput])
  @ListSize(1, MOST_LINES)
  lines!: IssueLineInput[];

  @Field(() => String, { nullable: true, description: 'Made per intent, at most 255 characters.' })
  idempotencyKey?: string | null;
}

@Policy('HOLDER')
@ObjectType({ simpleResolvers: true, description: 'The invoice stands under its number.' })
export class IssueInvoiceSuccess {
  @Field(() => Invoice)
  invoice!: Invoice;
}

export const IssueInvoiceResult = createUnionType({
  name: 'IssueInvoiceResult',
  types: () => [IssueInvoiceSuccess, InvalidInput, IdempotencyKeyReused] as const,
});

@Resolver()
export class IssueInvoiceResolver {
  @Policy('STAFF', ClientScope.MONEY_WRITE)
  @Mutation(() => IssueInvoiceResult, {
    description:
      'Bills somebody for an event or something else, with the taxes of the place and the day. Role ADMIN or FINANCE there, never for one’s own.',
  })
  @AnswerProblems()
  async issueInvoice(
    @Ctx() context: Context,
    @Arg('input', () => IssueInvoiceInput)
    { billTo, lines, locale, membershipId, idempotencyKey, ...input }: IssueInvoiceInput,
  ): Promise<typeof IssueInvoiceResult> {
    const { invoiceId } = await issueInvoice(context, {
      ...input,
      membershipId: membershipId ?? null,
      billTo: billTo ? billToOf(billTo) : null,
      locale: locale ? localeOf(locale) : null,
      lines: lines.map(line => ({
        supplierId: line.supplierId ?? null,
        kind: line.kind,
        descriptionFr: line.descriptionFr,
        descriptionEn: line.descriptionEn,
        quantity: line.quantity,
        unitCents: line.unitCents,
        taxTreatment: line.taxTreatment,
      })),
      idempotencyKey: idempotencyKey ?? undefined,
    });
    return Object.assign(new IssueInvoiceSuccess(), { invoice: await newInvoice(context, invoiceId) });
  }
}
