import type { LocalDate } from '../../../../kernel/local-date.ts';
import { Check, Entity, ForeignKey, Index, Unique } from 'typeorm';
import type {
  AccountId,
  AssociationId,
  InvoiceId,
  ParkedReceiptId,
  PaymentId,
} from '../../../../kernel/id.ts';
import {
  CalendarDay,
  Cents,
  Instant,
  Key,
  OneOf,
  Reference,
  Text,
} from '../../../../platform/database/columns.ts';
import { PARKED_WHY, SETTLED_HOW, type ParkedWhy, type SettledHow } from '../card-words.ts';

/** Money that came in and that nothing can be paid with until staff have looked at it. */
@Entity('parked_receipt')
@Unique(['gateway', 'gatewayReference'])
@Unique(['receiverId', 'bankTransaction'])
@OneOf('parked_receipt', 'why', Object.values(PARKED_WHY))
@OneOf('parked_receipt', 'settled_how', Object.values(SETTLED_HOW))
@Check('parked_receipt_cents_check', 'cents > 0')
@Check('parked_receipt_settled', '(settled_at is null) = (settled_how is null)')
@Index('parked_receipt_open_idx', ['receiverId', 'parkedAt', 'id'], { where: 'settled_at is null' })
export class ParkedReceiptEntity {
  @Key()
  id!: ParkedReceiptId;

  @ForeignKey('association')
  @Reference()
  receiverId!: AssociationId;

  @Text({ nullable: true })
  gateway!: string | null;

  @Text({ nullable: true })
  gatewayReference!: string | null;

  /** Of `currency`, which need not be ours. */
  @Cents()
  cents!: bigint;

  @Text()
  currency!: string;

  @Text()
  why!: ParkedWhy;

  /** That it was meant for, as far as anybody knows. */
  @ForeignKey('invoice')
  @Reference({ nullable: true })
  invoiceId!: InvoiceId | null;

  @Text({ nullable: true })
  payerName!: string | null;

  @Text({ nullable: true })
  reference!: string | null;

  @Text({ nullable: true })
  bankTransaction!: string | null;

  /** The day that the bank says; null of a card, whose money comes as it is parked. */
  @CalendarDay({ nullable: true })
  receivedOn!: LocalDate | null;

  @Instant()
  parkedAt!: Date;

  @Instant({ nullable: true })
  settledAt!: Date | null;

  @ForeignKey('account')
  @Reference({ nullable: true })
  settledBy!: AccountId | null;

  @Text({ nullable: true })
  settledHow!: SettledHow | null;

  /** That it became. */
  @ForeignKey('payment')
  @Reference({ nullable: true })
  paymentId!: PaymentId | null;

  /** The gateway's, of money that went back to the card. */
  @Text({ nullable: true })
  refundReference!: string | null;
}
