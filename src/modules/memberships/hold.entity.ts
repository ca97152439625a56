import { Check, Entity, Exclusion, ForeignKey, Index } from 'typeorm';
import type { HoldId, MembershipId } from '../../kernel/id.ts';
import type { LocalDate } from '../../kernel/local-date.ts';
import { CalendarDay, Instant, Key, OneOf, Reference, Text } from '../../platform/database/columns.ts';
import { HOLD_KINDS, type HoldKind } from './membership-words.ts';

/** A leave, a time without practising or a suspension, `[from, to)`. */
@Entity('hold')
@Check('hold_period', 'from_on < to_on')
@Check('hold_knowledge', 'known_at <= withdrawn_at')
@Exclusion(
  'hold_one_of_a_kind_at_a_time',
  'using gist (membership_id with =, kind with =, daterange(from_on, to_on) with &&, tstzrange(known_at, withdrawn_at) with &&)',
)
@OneOf('hold', 'kind', Object.values(HOLD_KINDS))
@Index('hold_membership_id_from_on_idx', ['membershipId', 'fromOn'])
export class HoldEntity {
  @Key()
  id!: HoldId;

  @ForeignKey('membership')
  @Reference()
  membershipId!: MembershipId;

  @Text()
  kind!: HoldKind;

  @CalendarDay()
  fromOn!: LocalDate;

  @CalendarDay({ nullable: true })
  toOn!: LocalDate | null;

  /** Since when the house knows it; null for what was brought along, and is known always. */
  @Instant({ nullable: true })
  knownAt!: Date | null;

  /** Until when it was held to be so. */
  @Instant({ nullable: true })
  withdrawnAt!: Date | null;
}
