import { Check, Entity, Exclusion, ForeignKey } from 'typeorm';
import type { Id, MembershipClassId } from '../../kernel/id.ts';
import type { LocalDate } from '../../kernel/local-date.ts';
import { CalendarDay, Count, Key, OneOf, Reference, Text } from '../../platform/database/columns.ts';
import { TERM_KINDS, type TermKind } from './membership-words.ts';

/** How long the terms of a class last, for those that begin on `[from, to)`. */
@Entity('term_rule')
@OneOf('term_rule', 'kind', Object.values(TERM_KINDS))
@Check('term_rule_period', 'from_on < to_on')
@Check('term_rule_months', "(kind = 'ODD_LENGTH') = (months is not null) and coalesce(months, 1) > 0")
@Check('term_rule_rollover', "rollover_on is null or kind in ('CALENDAR_YEAR', 'ASSOCIATION_YEAR')")
@Exclusion('term_rule_one_at_a_time', 'using gist (class_id with =, daterange(from_on, to_on) with &&)')
export class TermRuleEntity {
  @Key()
  id!: Id<'TermRule'>;

  @ForeignKey('membership_class')
  @Reference()
  classId!: MembershipClassId;

  @Text()
  kind!: TermKind;

  /** Of an odd length. */
  @Count({ nullable: true })
  months!: number | null;

  /** `10-01`: whoever joins from that day on gets the following year too; null where nobody does. */
  @Text({ nullable: true })
  rolloverOn!: string | null;

  @CalendarDay()
  fromOn!: LocalDate;

  @CalendarDay({ nullable: true })
  toOn!: LocalDate | null;
}
