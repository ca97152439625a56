import { Check, Entity, Exclusion, ForeignKey, Index } from 'typeorm';
import type { MembershipId, TermId } from '../../kernel/id.ts';
import type { LocalDate } from '../../kernel/local-date.ts';
import { CalendarDay, Instant, Key, OneOf, Reference, Text } from '../../platform/database/columns.ts';
import { TERM_KINDS, type TermKind } from './membership-words.ts';

/** A paid or granted period of a membership, `[from, to)`. */
@Entity('term')
@Check('term_period', 'from_on < to_on')
@Check('term_without_end', "to_on is not null or kind = 'LIFETIME'")
@Check('term_knowledge', 'known_at <= withdrawn_at')
@OneOf('term', 'kind', Object.values(TERM_KINDS))
@Exclusion(
  'term_one_at_a_time',
  'using gist (membership_id with =, daterange(from_on, to_on) with &&, tstzrange(known_at, withdrawn_at) with &&)',
)
@Index('term_membership_id_from_on_idx', ['membershipId', 'fromOn'])
@Index('term_carried_from_id_idx', ['carriedFromId'], { where: 'carried_from_id is not null' })
export class TermEntity {
  @Key()
  id!: TermId;

  @ForeignKey('membership')
  @Reference()
  membershipId!: MembershipId;

  @Text()
  kind!: TermKind;

  @CalendarDay()
  fromOn!: LocalDate;

  /** Null of one for life. */
  @CalendarDay({ nullable: true })
  toOn!: LocalDate | null;

  /** The term of another body of which this is the rest that went along: it stands and falls with it. */
  @ForeignKey('term')
  @Reference({ nullable: true })
  carriedFromId!: TermId | null;

  /** Since when the house knows it; null for what was brought along, and is known always. */
  @Instant({ nullable: true })
  knownAt!: Date | null;

  /** Until when it was held to be so. */
  @Instant({ nullable: true })
  withdrawnAt!: Date | null;
}
