import { Check, Entity, Exclusion, ForeignKey, Index } from 'typeorm';
import type { AffiliationId, MembershipClassId, MembershipId } from '../../kernel/id.ts';
import type { LocalDate } from '../../kernel/local-date.ts';
import { CalendarDay, Key, OneOf, Reference, Text } from '../../platform/database/columns.ts';
import { AFFILIATION_REASONS, type AffiliationReason } from './membership-words.ts';

/** A membership in a class, `[from, to)`, and why it began. History is rows, never edits. */
@Entity('affiliation')
@Check('affiliation_period', 'from_on < to_on')
@OneOf('affiliation', 'reason', Object.values(AFFILIATION_REASONS))
@Exclusion(
  'affiliation_one_at_a_time',
  'using gist (membership_id with =, daterange(from_on, to_on) with &&)',
)
@Index('affiliation_class_id_idx', ['classId', 'membershipId'])
export class AffiliationEntity {
  @Key()
  id!: AffiliationId;

  @Index()
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
}
