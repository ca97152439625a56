import { Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import type { AccountId, InvoiceId } from '../../../kernel/id.ts';
import { Instant, Reference, Text } from '../../../platform/database/columns.ts';

/** To whom an invoice is addressed. The document is of the latest version; the earlier ones are its history. */
@Entity('bill_to')
export class BillToEntity {
  @ForeignKey('invoice')
  @PrimaryColumn('uuid')
  invoiceId!: InvoiceId;

  /** From 1. */
  @PrimaryColumn('integer')
  version!: number;

  @Text()
  name!: string;

  @Text({ nullable: true })
  attention!: string | null;

  @Text({ nullable: true })
  street!: string | null;

  @Text({ nullable: true })
  street2!: string | null;

  @Text({ nullable: true })
  city!: string | null;

  @Text({ nullable: true })
  province!: string | null;

  @Text({ nullable: true })
  postalCode!: string | null;

  @Text({ nullable: true })
  country!: string | null;

  @Instant()
  recordedAt!: Date;

  /** Null where the house wrote it with the invoice. */
  @ForeignKey('account')
  @Reference({ nullable: true })
  recordedBy!: AccountId | null;
}
