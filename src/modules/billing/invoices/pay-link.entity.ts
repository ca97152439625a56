import { Entity, ForeignKey, Index, Unique } from 'typeorm';
import type { AccountId, InvoiceId, PayLinkId } from '../../../kernel/id.ts';
import { Bytes, Instant, Key, Reference } from '../../../platform/database/columns.ts';

/** An address that opens one invoice for whoever pays. Of its secret the digest alone is kept. */
@Entity('pay_link')
@Unique(['digest'])
export class PayLinkEntity {
  @Key()
  id!: PayLinkId;

  @Index()
  @ForeignKey('invoice')
  @Reference()
  invoiceId!: InvoiceId;

  @Bytes()
  digest!: Buffer;

  @Instant()
  createdAt!: Date;

  @ForeignKey('account')
  @Reference({ nullable: true })
  createdBy!: AccountId | null;

  @Instant()
  expiresAt!: Date;

  @Instant({ nullable: true })
  revokedAt!: Date | null;
}
