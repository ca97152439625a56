import { Entity, ForeignKey } from 'typeorm';
import type { AccountId, InvoiceId, PaymentId } from '../../../../kernel/id.ts';
import type { LocalDate } from '../../../../kernel/local-date.ts';
import { CalendarDay, Instant, Key, OneOf, Reference, Text } from '../../../../platform/database/columns.ts';
import { RETURN_KINDS, type ReturnKind } from '../payment-words.ts';

/** A payment whose money went back to where it came from, once. */
@Entity('payment_return')
@OneOf('payment_return', 'kind', Object.values(RETURN_KINDS))
export class PaymentReturnEntity {
  @ForeignKey('payment')
  @Key()
  paymentId!: PaymentId;

  @Text()
  kind!: ReturnKind;

  @Instant()
  returnedAt!: Date;

  @CalendarDay()
  returnedOn!: LocalDate;

  @ForeignKey('invoice')
  @Reference({ nullable: true })
  feeInvoiceId!: InvoiceId | null;

  @ForeignKey('account')
  @Reference({ nullable: true })
  recordedBy!: AccountId | null;
}
