import { Check, Entity, Exclusion, ForeignKey, Index } from 'typeorm';
import type { MembershipId, TermId } from '../../kernel/id.ts';
import type { LocalDate } from '../../kernel/local-date.ts';
import { CalendarDay, Instant, Key, OneOf, Reference, Text } from '../../platform/database/columns.ts';
import { TERM_KINDS, type TermKind } from './membership-words.ts';

/** A paid or granted period of a membership, `[from, to)`. */
@Entity('term')
@Check('term_period', 'from_on < to_on')
@Check('term_knowledge', 'known_at <= withdrawn_at')
@OneOf('term', 'kind', Object.values(TERM_KINDS))
@Exclusion(
  'term_one_at_a_time',
  'using gist (membership_id with =, daterange(from_on, to_on) with &&, tstzrange(known_at, withdrawn_at) with &&)',
)
export class TermEntity {
  @Key()
  id!: TermId;

  @Index()
  @ForeignKey('membership')
  @Reference()
  membershipId!: MembershipId;

  @Text()
  kind!: TermKind;

  @CalendarDay()
  fromOn!: LocalDate;

  @CalendarDay()
  toOn!: LocalDate;

  /** Since when the house knows it; null for what was brought along, and is known always. */
  @Instant({ nullable: true })
  knownAt!: Date | null;

  /** Until when it was held to be so. */
  @Instant({ nullable: true })
  withdrawnAt!: Date | null;
}
