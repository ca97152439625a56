import { Check, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { AssociationId, Id, MembershipId, PersonId, UploadId } from '../../../kernel/id.ts';
import type { LocalDate } from '../../../kernel/local-date.ts';
import { CalendarDay, Instant, Key, Reference, Text } from '../../../platform/database/columns.ts';

/** The API names a record by its person. */
export type DeathRecordId = Id<'DeathRecord'>;

/** That somebody has died, as an office put it on record. Of one person and body at most one stands. */
@Entity('death_record')
@Check('death_record_withdrawal', '(withdrawn_at is null) = (withdrawal_reason is null)')
@Index('death_record_standing_idx', ['personId', 'associationId'], {
  unique: true,
  where: 'withdrawn_at is null',
})
@Index('death_record_person_id_idx', ['personId', 'recordedAt', 'id'])
export class DeathRecordEntity {
  @Key()
  id!: DeathRecordId;

  @ForeignKey('person')
  @Reference()
  personId!: PersonId;

  /** Whose office recorded it, and may correct it. */
  @ForeignKey('association')
  @Reference()
  associationId!: AssociationId;

  @CalendarDay()
  diedOn!: LocalDate;

  @ForeignKey('upload')
  @Reference({ nullable: true })
  uploadId!: UploadId | null;

  @Instant()
  recordedAt!: Date;

  @Instant({ nullable: true })
  withdrawnAt!: Date | null;

  @Text({ nullable: true })
  withdrawalReason!: string | null;
}

/** A membership that a death record closed: it stands again when the record is withdrawn. */
@Entity('death_closing')
export class DeathClosingEntity {
  @ForeignKey('death_record')
  @PrimaryColumn('uuid')
  deathRecordId!: DeathRecordId;

  @Index()
  @ForeignKey('membership')
  @PrimaryColumn('uuid')
  membershipId!: MembershipId;
}
