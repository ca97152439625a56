import { Check, Entity, ForeignKey, Index } from 'typeorm';
import type { AccountId, AssociationId, InvoiceId, PaymentId, RefundId } from '../../../../kernel/id.ts';
import { Cents, Flag, Instant, Key, OneOf, Reference, Text } from '../../../../platform/database/columns.ts';
import { REFUND_WAYS, type RefundWay } from '../payment-words.ts';

/** Money of a payment that goes back to whoever paid it, or becomes credit. */
@Entity('refund')
@OneOf('refund', 'way', Object.values(REFUND_WAYS))
@Check('refund_cents_check', 'cents > 0')
@Check('refund_two_people', 'approved_by <> prepared_by')
@Index('refund_book_id_prepared_at_idx', ['bookId', 'preparedAt', 'id'])
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

  @Cents()
  cents!: bigint;

  @Text()
  way!: RefundWay;

  @Text()
  reason!: string;

  /** Whether what the invoice brought about is kept, whatever is open of it then. */
  @Flag()
  keepsEffects!: boolean;

  @Instant()
  preparedAt!: Date;

  @ForeignKey('account')
  @Reference()
  preparedBy!: AccountId;

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
