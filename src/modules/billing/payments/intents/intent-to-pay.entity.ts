import { Check, Entity, ForeignKey, Index } from 'typeorm';
import type { AccountId, AssociationId, IntentToPayId, InvoiceId } from '../../../../kernel/id.ts';
import type { LocalDate } from '../../../../kernel/local-date.ts';
import { CalendarDay, Instant, Key, OneOf, Reference, Text } from '../../../../platform/database/columns.ts';
import { INTENT_ENDS, INTENT_METHODS, type IntentEnd, type IntentMethod } from '../payment-words.ts';

/** Somebody said that an invoice will be paid, how and when. One stands per invoice at a time. */
@Entity('intent_to_pay')
@OneOf('intent_to_pay', 'method', Object.values(INTENT_METHODS))
@OneOf('intent_to_pay', 'ended_why', Object.values(INTENT_ENDS))
@Check('intent_to_pay_ended', '(ended_at is null) = (ended_why is null)')
@Index('intent_to_pay_invoice_id_idx', ['invoiceId', 'statedAt', 'id'])
@Index('intent_to_pay_standing_idx', ['invoiceId'], { unique: true, where: 'ended_at is null' })
@Index('intent_to_pay_overdue_idx', ['issuerId', 'deadlineAt', 'id'], {
  where: `ended_at is null or ended_why = 'EXPIRED'`,
})
export class IntentToPayEntity {
  @Key()
  id!: IntentToPayId;

  @ForeignKey('invoice')
  @Reference()
  invoiceId!: InvoiceId;

  /** Of the invoice. */
  @ForeignKey('association')
  @Reference()
  issuerId!: AssociationId;

  @Text()
  method!: IntentMethod;

  @CalendarDay()
  expectedOn!: LocalDate;

  @Instant()
  statedAt!: Date;

  /** Null where it was stated by a pay link. */
  @ForeignKey('account')
  @Reference({ nullable: true })
  statedBy!: AccountId | null;

  /** Of the association's rule when it was stated. */
  @Instant()
  deadlineAt!: Date;

  @Instant({ nullable: true })
  endedAt!: Date | null;

  @Text({ nullable: true })
  endedWhy!: IntentEnd | null;
}
