import { Check, Entity, ForeignKey, Index } from 'typeorm';
import type { AccountId, AssociationId, BillToChangeId, InvoiceId } from '../../../../kernel/id.ts';
import { Instant, Key, Reference, Text } from '../../../../platform/database/columns.ts';

/** A change of addressee that somebody asked for and somebody else decides about, with the addressee that it asks for. */
@Entity('bill_to_change')
@Check('bill_to_change_two_people', 'approved_by <> asked_by')
@Check('bill_to_change_decided_once', 'num_nonnulls(approved_at, declined_at) <= 1')
@Check('bill_to_change_approved', '(approved_at is null) = (approved_by is null)')
@Check('bill_to_change_declined', '(declined_at is null) = (declined_by is null)')
@Index('bill_to_change_waiting_idx', ['invoiceId'], {
  unique: true,
  where: 'approved_at is null and declined_at is null',
})
@Index('bill_to_change_issuer_id_asked_at_idx', ['issuerId', 'askedAt', 'id'])
export class BillToChangeEntity {
  @Key()
  id!: BillToChangeId;

  /** Whose staff decides. */
  @ForeignKey('association')
  @Reference()
  issuerId!: AssociationId;

  @ForeignKey('invoice')
  @Reference()
  invoiceId!: InvoiceId;

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
  askedAt!: Date;

  @ForeignKey('account')
  @Reference()
  askedBy!: AccountId;

  @Instant({ nullable: true })
  approvedAt!: Date | null;

  @ForeignKey('account')
  @Reference({ nullable: true })
  approvedBy!: AccountId | null;

  @Instant({ nullable: true })
  declinedAt!: Date | null;

  @ForeignKey('account')
  @Reference({ nullable: true })
  declinedBy!: AccountId | null;
}
