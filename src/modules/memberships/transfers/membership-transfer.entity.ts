import { Check, Entity, ForeignKey, Index } from 'typeorm';
import type {
  AssociationId,
  MembershipClassId,
  MembershipId,
  MembershipTransferId,
} from '../../../kernel/id.ts';
import type { LocalDate } from '../../../kernel/local-date.ts';
import {
  CalendarDay,
  Cents,
  Instant,
  Key,
  OneOf,
  Reference,
  Text,
} from '../../../platform/database/columns.ts';
import {
  TRANSFER_ASKERS,
  TRANSFER_ENDS,
  TRANSFER_STANDINGS,
  type TransferAsker,
  type TransferEnd,
  type TransferStanding,
} from './transfer-words.ts';

/** Somebody asks to pass from one body of the tree to another. Of one membership at most one request waits. */
@Entity('membership_transfer')
@OneOf('membership_transfer', 'asked_by', Object.values(TRANSFER_ASKERS))
@OneOf('membership_transfer', 'standing', Object.values(TRANSFER_STANDINGS))
@OneOf('membership_transfer', 'ended_why', TRANSFER_ENDS)
@Check('membership_transfer_between_two', 'sending_id <> receiving_id')
@Check('membership_transfer_standing_dated', '(standing is null) = (standing_at is null)')
@Check('membership_transfer_end', '(ended_at is null) = (ended_why is null)')
@Check(
  'membership_transfer_accepted',
  `(coalesce(ended_why, '') like 'ACCEPTED%') = (effective_on is not null)
          and (effective_on is null) = (new_membership_id is null)`,
)
@Index('membership_transfer_open_idx', ['membershipId'], { unique: true, where: 'ended_at is null' })
@Index('membership_transfer_sending_idx', ['sendingId', 'askedAt', 'id'])
@Index('membership_transfer_receiving_idx', ['receivingId', 'askedAt', 'id'])
@Index('membership_transfer_membership_idx', ['membershipId', 'askedAt', 'id'])
@Index('membership_transfer_new_membership_idx', ['newMembershipId'], {
  where: 'new_membership_id is not null',
})
export class MembershipTransferEntity {
  @Key()
  id!: MembershipTransferId;

  /** At the body that is left. */
  @ForeignKey('membership')
  @Reference()
  membershipId!: MembershipId;

  @ForeignKey('association')
  @Reference()
  sendingId!: AssociationId;

  @ForeignKey('association')
  @Reference()
  receivingId!: AssociationId;

  @ForeignKey('membership_class')
  @Reference()
  classId!: MembershipClassId;

  @CalendarDay()
  wantedOn!: LocalDate;

  @Text()
  askedBy!: TransferAsker;

  @Instant()
  askedAt!: Date;

  /** What it would cost or give back, as whoever asked saw it: silence accepts nothing else. */
  @Cents()
  shownCents!: bigint;

  @Instant()
  answerBy!: Date;

  @Instant()
  expiresAt!: Date;

  /** When the offices that had not answered were written to. */
  @Instant({ nullable: true })
  remindedAt!: Date | null;

  @Text({ nullable: true })
  standing!: TransferStanding | null;

  @Text({ nullable: true })
  standingNote!: string | null;

  @Instant({ nullable: true })
  standingAt!: Date | null;

  @Instant({ nullable: true })
  endedAt!: Date | null;

  @Text({ nullable: true })
  endedWhy!: TransferEnd | null;

  /** What the member was told with a refusal. */
  @Text({ nullable: true })
  reason!: string | null;

  @CalendarDay({ nullable: true })
  effectiveOn!: LocalDate | null;

  /** At the body that receives, once it is accepted. */
  @ForeignKey('membership')
  @Reference({ nullable: true })
  newMembershipId!: MembershipId | null;
}
