import { Check, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import type {
  AccountId,
  AssociationId,
  CreditNoteId,
  Id,
  InvoiceId,
  InvoiceLineId,
} from '../../../kernel/id.ts';
import type { LocalDate } from '../../../kernel/local-date.ts';
import {
  CalendarDay,
  Cents,
  Count,
  Instant,
  Key,
  OneOf,
  Reference,
  Text,
  TextKey,
} from '../../../platform/database/columns.ts';
import { TAXES, type Tax } from '../billing-words.ts';

/** What is taken back of an invoice, as it was sent. */
@Entity('credit_note')
@Unique(['issuerId', 'fiscalYear', 'number'])
@Check('credit_note_number_check', 'number > 0')
export class CreditNoteEntity {
  @Key()
  id!: CreditNoteId;

  @ForeignKey('association')
  @Reference()
  issuerId!: AssociationId;

  @Count()
  fiscalYear!: number;

  @Count()
  number!: number;

  @Index()
  @ForeignKey('invoice')
  @Reference()
  invoiceId!: InvoiceId;

  @Instant()
  issuedAt!: Date;

  @CalendarDay()
  issuedOn!: LocalDate;

  @ForeignKey('letterhead')
  @Reference()
  letterheadId!: Id<'Letterhead'>;

  @Count()
  layout!: number;

  /** The version of the addressee that it was sent to. */
  @Count()
  billToVersion!: number;

  @Text()
  reason!: string;

  @ForeignKey('account')
  @Reference({ nullable: true })
  recordedBy!: AccountId | null;

  @Cents()
  netCents!: bigint;

  @Cents()
  taxCents!: bigint;
}

/** How much of the price of a line. */
@Entity('credit_note_line')
export class CreditNoteLineEntity {
  @ForeignKey('credit_note')
  @PrimaryColumn('uuid')
  creditNoteId!: CreditNoteId;

  @Index()
  @ForeignKey('invoice_line')
  @PrimaryColumn('uuid')
  lineId!: InvoiceLineId;

  @Cents()
  netCents!: bigint;
}

/** How much of a tax of the line. */
@Entity('credit_note_line_tax')
@ForeignKey('credit_note_line', ['creditNoteId', 'lineId'], ['creditNoteId', 'lineId'])
@OneOf('credit_note_line_tax', 'tax', Object.values(TAXES))
export class CreditNoteLineTaxEntity {
  @PrimaryColumn('uuid')
  creditNoteId!: CreditNoteId;

  @PrimaryColumn('uuid')
  lineId!: InvoiceLineId;

  @TextKey()
  tax!: Tax;

  @Cents()
  cents!: bigint;
}
