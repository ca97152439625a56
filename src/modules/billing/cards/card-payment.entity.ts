import { Check, Entity, ForeignKey, Index, Unique } from 'typeorm';
import type { AccountId, CardPaymentId, InvoiceId, PaymentId } from '../../../kernel/id.ts';
import { LOCALES, type Locale } from '../../../kernel/locale.ts';
import { Cents, Count, Instant, Key, OneOf, Reference, Text } from '../../../platform/database/columns.ts';
import type { DeclineReason } from '../payment-gateway.ts';
import {
  CARD_OUTCOMES,
  DISPUTES,
  PAID_AS,
  type CardOutcome,
  type Dispute,
  type PaidAs,
} from './card-words.ts';

/** Somebody's attempt to pay an invoice by card. One stands at a time; of the card itself nothing is known. */
@Entity('card_payment')
@Unique(['gateway', 'gatewayReference'])
@OneOf('card_payment', 'outcome', Object.values(CARD_OUTCOMES))
@OneOf('card_payment', 'dispute', Object.values(DISPUTES))
@OneOf('card_payment', 'paid_as', Object.values(PAID_AS))
@OneOf('card_payment', 'locale', LOCALES)
@Check('card_payment_cents_check', 'cents > 0')
@Check('card_payment_ended', '(ended_at is null) = (outcome is null)')
@Index('card_payment_invoice_id_idx', ['invoiceId', 'startedAt', 'id'])
@Index('card_payment_standing_idx', ['invoiceId'], { unique: true, where: 'ended_at is null' })
export class CardPaymentEntity {
  @Key()
  id!: CardPaymentId;

  @ForeignKey('invoice')
  @Reference()
  invoiceId!: InvoiceId;

  @Text()
  gateway!: string;

  /** Null until the gateway has answered. */
  @Text({ nullable: true })
  gatewayReference!: string | null;

  /** Ordered, in Canadian cents. */
  @Cents()
  cents!: bigint;

  @Text()
  returnUrl!: string;

  @Text()
  locale!: Locale;

  @Instant()
  startedAt!: Date;

  /** Null where a pay link was used by somebody who is not signed in. */
  @ForeignKey('account')
  @Reference({ nullable: true })
  startedBy!: AccountId | null;

  /** Null where nobody knows who pays: by a pay link, or where several people were led to it. */
  @Text({ nullable: true })
  paidAs!: PaidAs | null;

  /** Since when the gateway waits for a bank. */
  @Instant({ nullable: true })
  processingAt!: Date | null;

  /** Of the last card that was tried, where it was declined. */
  @Text({ nullable: true })
  declineReason!: DeclineReason | null;

  @Text({ nullable: true })
  dispute!: Dispute | null;

  /** Counted on by every change, so that what a gateway said before one is not written after it. */
  @Count()
  version!: number;

  @Instant({ nullable: true })
  endedAt!: Date | null;

  @Text({ nullable: true })
  outcome!: CardOutcome | null;

  @ForeignKey('payment')
  @Reference({ nullable: true })
  paymentId!: PaymentId | null;
}
