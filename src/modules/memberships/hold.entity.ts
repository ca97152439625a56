import { Check, Entity, ForeignKey, Index } from 'typeorm';
import type { MembershipId } from '../../kernel/id.ts';
import type { LocalDate } from '../../kernel/local-date.ts';
import { CalendarDay, Key, OneOf, Reference, Text } from '../../platform/database/columns.ts';
import { HOLD_KINDS, type HoldKind } from './membership-words.ts';

/** A leave, a time without practising or a suspension, `[from, to)`. */
@Entity('hold')
@Check('hold_period', 'from_on < to_on')
@OneOf('hold', 'kind', Object.values(HOLD_KINDS))
export class HoldEntity {
  @Key()
  id!: string;

  @Index()
  @ForeignKey('membership')
  @Reference()
  membershipId!: MembershipId;

  @Text()
  kind!: HoldKind;

  @CalendarDay()
  fromOn!: LocalDate;

  @CalendarDay({ nullable: true })
  toOn!: LocalDate | null;
}
