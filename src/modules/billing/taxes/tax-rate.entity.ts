import { Check, Column, Entity, Exclusion, PrimaryColumn } from 'typeorm';
import type { LocalDate } from '../../../kernel/local-date.ts';
import type { Province } from '../../../kernel/province.ts';
import { CalendarDay, OneOf, TextKey } from '../../../platform/database/columns.ts';
import { TAXES, type Tax } from '../billing-words.ts';

/** What a tax is in a province, `[from, to)`. The same for every association: rows come with migrations. */
@Entity('tax_rate')
@OneOf('tax_rate', 'tax', Object.values(TAXES))
@Check('tax_rate_per_100000_check', 'per_100000 > 0')
@Check('tax_rate_period', 'from_on < to_on')
@Exclusion(
  'tax_rate_one_at_a_time',
  'using gist (tax with =, province with =, daterange(from_on, to_on) with &&)',
)
export class TaxRateEntity {
  @TextKey()
  tax!: Tax;

  @TextKey()
  province!: Province;

  /** 9.975 % is 9975. */
  @Column('integer', { name: 'per_100000' })
  per100000!: number;

  @PrimaryColumn('date')
  fromOn!: LocalDate;

  @CalendarDay({ nullable: true })
  toOn!: LocalDate | null;
}
