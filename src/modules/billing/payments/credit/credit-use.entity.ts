import { Check, Entity, ForeignKey, Index } from 'typeorm';
import type { AccountId, Id, InvoiceId } from '../../../../kernel/id.ts';
import { Cents, Instant, Key, Reference } from '../../../../platform/database/columns.ts';

/** A payer's credit that paid an invoice of theirs. */
@Entity('credit_use')
@Check('credit_use_cents_check', 'cents > 0')
@Index('credit_use_invoice_id_idx', ['invoiceId', 'usedAt', 'id'])
export class CreditUseEntity {
  @Key()
  id!: Id<'CreditUse'>;

  @ForeignKey('invoice')
  @Reference()
  invoiceId!: InvoiceId;

  @Cents()
  cents!: bigint;

  @Instant()
  usedAt!: Date;

  @ForeignKey('account')
  @Reference({ nullable: true })
  usedBy!: AccountId | null;
}
