import { Check, Entity, ForeignKey, Index, Unique } from 'typeorm';
import type { AccountId, AssociationId, InvoiceId, PaymentId, RefundId } from '../../../../kernel/id.ts';
import { Cents, Flag, Instant, Key, OneOf, Reference, Text } from '../../../../platform/database/columns.ts';
import { REFUND_WAYS, type RefundWay } from '../payment-words.ts';

/** Money of a payment that goes back to whoever paid it, or becomes credit. */
@Entity('refund')
@OneOf('refund', 'way', Object.values(REFUND_WAYS))
@Check('refund_cents_check', 'cents > 0')
@Check('refund_two_people', 'approved_by <> prepared_by')
@Check(
  'refund_asked_for_here_or_made_there',
  '(prepared_by is null) = (reason is null) and (prepared_by is not null or gateway_reference is not null)',
)
@Unique(['paymentId', 'gatewayReference'])
@Index('refund_book_id_prepared_at_idx', ['bookId', 'preparedAt', 'id'])
@Index('refund_from_invoice_id_idx', ['fromInvoiceId'], { where: 'from_invoice_id is not null' })
export class RefundEntity {
  @Key()
  id!: RefundId;

  /** The body that received the payment. */
  @ForeignKey('association')
  @Reference()
  bookId!: AssociationId;

  @Index('refund_payment_id_idx')
  @ForeignKey('payment')
  @Reference()
  paymentId!: PaymentId;

  /** Whose lines give it back; null where it is the payer's credit. */
  @ForeignKey('invoice')
  @Reference({ nullable: true })
  invoiceId!: InvoiceId | null;

  /** Whose payer's credit gives it, where it is not the credit of whoever paid; null where lines give it. */
  @ForeignKey('invoice')
  @Reference({ nullable: true })
  fromInvoiceId!: InvoiceId | null;

  @Cents()
  cents!: bigint;

  @Text()
  way!: RefundWay;

  /** Null where nobody here asked for it: it was made at the gateway itself. */
  @Text({ nullable: true })
  reason!: string | null;

  /** Whether what the invoice brought about is kept, whatever is open of it then. */
  @Flag()
  keepsEffects!: boolean;

  @Instant()
  preparedAt!: Date;

  @ForeignKey('account')
  @Reference({ nullable: true })
  preparedBy!: AccountId | null;

  @Instant({ nullable: true })
  approvedAt!: Date | null;

  /** Null where it needed nobody else. */
  @ForeignKey('account')
  @Reference({ nullable: true })
  approvedBy!: AccountId | null;

  @Instant({ nullable: true })
  withdrawnAt!: Date | null;

  /** When the gateway was asked. */
  @Instant({ nullable: true })
  sentAt!: Date | null;

  @Instant({ nullable: true })
  doneAt!: Date | null;

  @Instant({ nullable: true })
  failedAt!: Date | null;

  @Text({ nullable: true })
  gatewayReference!: string | null;
}
