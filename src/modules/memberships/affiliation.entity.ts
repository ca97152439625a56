import { Check, Entity, Exclusion, ForeignKey, Index } from 'typeorm';
import type { AffiliationId, MembershipClassId, MembershipId } from '../../kernel/id.ts';
import type { LocalDate } from '../../kernel/local-date.ts';
import { CalendarDay, Instant, Key, OneOf, Reference, Text } from '../../platform/database/columns.ts';
import { AFFILIATION_REASONS, type AffiliationReason } from './membership-words.ts';

/**
 * A membership in a class, `[from, to)`, and why it began. The id is that of the stay: what was known of it before it
 * changed stands in a row of its own, withdrawn.
 */
@Entity('affiliation')
@Check('affiliation_period', 'from_on < to_on')
@Check('affiliation_knowledge', 'known_at <= withdrawn_at')
@OneOf('affiliation', 'reason', Object.values(AFFILIATION_REASONS))
@Exclusion(
  'affiliation_one_at_a_time',
  'using gist (membership_id with =, daterange(from_on, to_on) with &&, tstzrange(known_at, withdrawn_at) with &&)',
)
@Index('affiliation_class_id_idx', ['classId', 'membershipId'])
@Index('affiliation_membership_id_from_on_idx', ['membershipId', 'fromOn'])
export class AffiliationEntity {
  @Key()
  id!: AffiliationId;

  @ForeignKey('membership')
  @Reference()
  membershipId!: MembershipId;

  @ForeignKey('membership_class')
  @Reference()
  classId!: MembershipClassId;

  @CalendarDay()
  fromOn!: LocalDate;

  @CalendarDay({ nullable: true })
  toOn!: LocalDate | null;

  @Text()
  reason!: AffiliationReason;

  /** Since when the house knows it; null for what was brought along, and is known always. */
  @Instant({ nullable: true })
  knownAt!: Date | null;

  /** Until when it was held to be so. */
  @Instant({ nullable: true })
  withdrawnAt!: Date | null;

  /** What was said of it, as by whoever resigns. */
  @Text({ nullable: true })
  note!: string | null;
}
