import { Ctx, Field, FieldResolver, ID, ObjectType, Resolver, Root } from 'type-graphql';
import {
  toPublicId,
  type Id,
  type IdKind,
  type InvoiceId,
  type InvoiceLineId,
} from '../../../../kernel/id.ts';
import type { LocalDate } from '../../../../kernel/local-date.ts';
import type { Locale } from '../../../../kernel/locale.ts';
import type { Context } from '../../../../platform/context.ts';
import { connectionOf } from '../../../../platform/graphql/connection.ts';
import { MoneyView } from '../../../../platform/graphql/money.type.ts';
import { Policy } from '../../../../platform/graphql/policy.ts';
import { DateScalar, DateTimeScalar } from '../../../../platform/graphql/scalars.ts';
import { Association, associationById, associationView, inLanguage } from '../../../associations/index.ts';
import { TAXES, type Tax } from '../../billing-words.ts';
import { invoiceNumber } from '../../invoices/printed-number.ts';
import { JOURNAL_KINDS, LEDGER_ACCOUNTS, type JournalKind, type LedgerAccount } from '../ledger-words.ts';
import type { LedgerEntryRow } from './ledger-entry.rows.ts';

/** What the journals of a kind record; null where it has no id of its own. */
const CAUSES: Readonly<Record<JournalKind, IdKind | null>> = {
  PAYMENT: 'Payment',
  CREDIT_USED: null,
  PAYMENT_RETURNED: 'Payment',
  REFUND: 'Refund',
  REFUND_FAILED: 'Refund',
  CREDIT_NOTE: 'CreditNote',
  REMITTANCE: 'RemittanceBatch',
  REMITTANCE_REVERSED: 'RemittanceBatch',
  CLAIM: 'RemittanceBatch',
  CLAIM_PAID: 'RemittanceBatch',
};

@Policy('HOLDER')
@ObjectType({
  simpleResolvers: true,
  description: 'The line of an invoice that received cents, or gave them back.',
})
export class LedgerEntryLine {
  @Field(() => ID, { description: 'Of the `InvoiceLine`.' })
  readonly lineId: string;

  @Field(() => ID)
  readonly invoiceId: string;

  @Field(() => String, { description: 'As it is printed.' })
  readonly invoiceNumber: string;

  @Field(() => String, { description: 'In the language of the request.' })
  readonly description: string;

  constructor(row: LedgerEntryRow, ids: { line: InvoiceLineId; invoice: InvoiceId }, locale: Locale) {
    this.lineId = toPublicId('InvoiceLine', ids.line);
    this.invoiceId = toPublicId('Invoice', ids.invoice);
    this.invoiceNumber = invoiceNumber(row.issuerCode ?? '', {
      fiscalYear: row.fiscalYear ?? 0,
      number: row.number ?? 0,
    });
    this.description = inLanguage(locale, row.descriptionFr ?? '', row.descriptionEn ?? '');
  }
}

@Policy('HOLDER')
@ObjectType({
  simpleResolvers: true,
  description:
    'Cents on one account. Those of one cause and instant are a journal, which adds up to nothing. Entries are never changed: what was wrong is taken back by a later one.',
})
export class LedgerEntry {
  @Field(() => JOURNAL_KINDS)
  readonly kind: JournalKind;

  @Field(() => ID, {
    nullable: true,
    description:
      'The `Payment`, `Refund`, `CreditNote` or `RemittanceBatch` behind it; null for a credit that was used.',
  })
  readonly causeId: string | null;

  @Field(() => LEDGER_ACCOUNTS)
  readonly account: LedgerAccount;

  @Field(() => TAXES, { nullable: true, description: 'Which tax, on `TAX`; null elsewhere.' })
  readonly tax: Tax | null;

  @Field(() => MoneyView, { description: 'A debit is above zero, a credit below it.' })
  readonly amount: MoneyView;

  @Field(() => DateTimeScalar)
  readonly occurredAt: Date;

  @Field(() => DateScalar, { description: 'The day on which it happened.' })
  readonly occurredOn: LocalDate;

  @Field(() => DateScalar, {
    description:
      'The day on which it stands in the book: later than `occurredOn` where that day was closed when it was recorded.',
  })
  readonly postedOn: LocalDate;

  @Field(() => LedgerEntryLine, { nullable: true, description: 'Null where it concerns no line.' })
  readonly line: LedgerEntryLine | null;

  constructor(
    readonly row: LedgerEntryRow,
    locale: Locale,
  ) {
    this.kind = row.kind;
    this.causeId = causeOf(row);
    this.account = row.account;
    this.tax = row.tax;
    this.amount = new MoneyView(BigInt(row.cents), locale);
    this.occurredAt = row.occurredAt;
    this.occurredOn = row.occurredOn;
    this.postedOn = row.postedOn;
    const { lineId: line, invoiceId: invoice } = row;
    this.line =
      line !== null && invoice !== null ? new LedgerEntryLine(row, { line, invoice }, locale) : null;
  }
}

function causeOf({ kind, causeId }: LedgerEntryRow): string | null {
  const cause = CAUSES[kind];
  return cause && toPublicId(cause, causeId as Id<typeof cause>);
}

export const LedgerEntryConnection = connectionOf<LedgerEntry>('LedgerEntry', () => LedgerEntry);

@Resolver(() => LedgerEntry)
export class LedgerEntryResolver {
  @FieldResolver(() => Association, {
    nullable: true,
    description: 'To whom it is owed, or from whom it is claimed; null on accounts of no body.',
  })
  async body(@Root() { row }: LedgerEntry, @Ctx() context: Context): Promise<Association | null> {
    const body = row.bodyId && (await context.load(associationById, row.bodyId));
    return body && associationView(body);
  }
}
