import { Check, Entity, ForeignKey, Index } from 'typeorm';
import type { AccountId, AssociationId, Id, RemittanceBatchId } from '../../../../kernel/id.ts';
import type { LocalDate } from '../../../../kernel/local-date.ts';
import {
  CalendarDay,
  Cents,
  Count,
  Instant,
  Key,
  OneOf,
  Reference,
  Text,
} from '../../../../platform/database/columns.ts';
import { REMITTANCE_KINDS, type RemittanceKind } from '../ledger-words.ts';

/** What a book hands on to a body, or claims back from it, up to the end of a period. */
@Entity('remittance_batch')
@OneOf('remittance_batch', 'kind', Object.values(REMITTANCE_KINDS))
@Check('remittance_batch_cents_check', 'cents > 0')
@Check('remittance_batch_period', 'period_from < period_to')
@Check('remittance_batch_apart', 'book_id <> body_id')
@Check('remittance_batch_two_people', 'approved_by <> prepared_by')
@Check('remittance_batch_approved_first', 'paid_at is null or approved_at is not null')
@Index('remittance_batch_book_id_idx', ['bookId', 'preparedAt', 'id'])
@Index('remittance_batch_body_id_idx', ['bodyId', 'preparedAt', 'id'])
export class RemittanceBatchEntity {
  @Key()
  id!: RemittanceBatchId;

  @ForeignKey('association')
  @Reference()
  bookId!: AssociationId;

  @ForeignKey('association')
  @Reference()
  bodyId!: AssociationId;

  @Text()
  kind!: RemittanceKind;

  @CalendarDay()
  periodFrom!: LocalDate;

  /** The day after the last. */
  @CalendarDay()
  periodTo!: LocalDate;

  @Cents()
  cents!: bigint;

  @Instant()
  preparedAt!: Date;

  @ForeignKey('account')
  @Reference()
  preparedBy!: AccountId;

  @Instant({ nullable: true })
  approvedAt!: Date | null;

  @ForeignKey('account')
  @Reference({ nullable: true })
  approvedBy!: AccountId | null;

  @Instant({ nullable: true })
  paidAt!: Date | null;

  /** The day on which the money moved, as whoever recorded it said. */
  @CalendarDay({ nullable: true })
  paidOn!: LocalDate | null;

  @ForeignKey('account')
  @Reference({ nullable: true })
  paidBy!: AccountId | null;

  @Text({ nullable: true })
  paymentReference!: string | null;

  @Instant({ nullable: true })
  reversedAt!: Date | null;

  @ForeignKey('account')
  @Reference({ nullable: true })
  reversedBy!: AccountId | null;

  @Text({ nullable: true })
  reversalReason!: string | null;

  /** How its statement names both sides, as they were when it was prepared. */
  @ForeignKey('letterhead')
  @Reference()
  bookLetterheadId!: Id<'Letterhead'>;

  @ForeignKey('letterhead')
  @Reference()
  bodyLetterheadId!: Id<'Letterhead'>;

  /** How its statement is laid out: a later layout leaves it as it is. */
  @Count()
  layout!: number;
}
