import { Check, Column, Entity, Exclusion, ForeignKey, Index } from 'typeorm';
import type { FeeItemId, Id, MembershipClassId } from '../../../kernel/id.ts';
import type { LocalDate } from '../../../kernel/local-date.ts';
import type { Province } from '../../../kernel/province.ts';
import {
  CalendarDay,
  Cents,
  Count,
  Key,
  OneOf,
  Reference,
  Text,
} from '../../../platform/database/columns.ts';
import { PRORATIONS, type Proration } from './price-rules.ts';

/** What an item costs whom, `[from, to)`; a condition that is null does not ask. */
@Entity('price_rule')
@OneOf('price_rule', 'proration', Object.values(PRORATIONS))
@Check('price_rule_for_months_check', 'for_months > 0')
@Check('price_rule_late_after_days_check', 'late_after_days >= 0')
@Check('price_rule_period', 'from_on < to_on')
@Check('price_rule_amount', 'num_nonnulls(cents, per_100000_of_owing) = 1 and coalesce(cents, 0) >= 0')
@Check('price_rule_month_table', `(proration = 'BY_MONTH') = (month_table is not null)`)
@Check('price_rule_late', 'num_nonnulls(late_after_days, late_after_month_day) <= 1')
@Exclusion(
  'price_rule_one_at_a_time',
  `using gist (fee_item_id with =, (coalesce(class_id, '00000000-0000-0000-0000-000000000000'::uuid)) with =, (coalesce(province, '')) with =, (coalesce(min_age, -1)) with =, (coalesce(max_age, -1)) with =, (coalesce(min_seniority, -1)) with =, (coalesce(max_seniority, -1)) with =, daterange(from_on, to_on) with &&)`,
)
@Index('price_rule_fee_item_id_idx', ['feeItemId', 'fromOn'])
export class PriceRuleEntity {
  @Key()
  id!: Id<'PriceRule'>;

  @ForeignKey('fee_item')
  @Reference()
  feeItemId!: FeeItemId;

  @ForeignKey('membership_class')
  @Reference({ nullable: true })
  classId!: MembershipClassId | null;

  @Text({ nullable: true })
  province!: Province | null;

  @Count({ nullable: true })
  minAge!: number | null;

  @Count({ nullable: true })
  maxAge!: number | null;

  @Count({ nullable: true })
  minSeniority!: number | null;

  @Count({ nullable: true })
  maxSeniority!: number | null;

  @Cents({ nullable: true })
  cents!: bigint | null;

  /** 10 % is 10000. */
  @Column('integer', { name: 'per_100000_of_owing', nullable: true })
  per100000OfOwing!: number | null;

  @Text()
  proration!: Proration;

  @Column('integer', { array: true, nullable: true })
  monthTable!: number[] | null;

  @Count({ nullable: true })
  forMonths!: number | null;

  @Count({ nullable: true })
  lateAfterDays!: number | null;

  /** `03-31`. */
  @Text({ nullable: true })
  lateAfterMonthDay!: string | null;

  @CalendarDay()
  fromOn!: LocalDate;

  @CalendarDay({ nullable: true })
  toOn!: LocalDate | null;
}
