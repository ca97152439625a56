import { Check, Entity, Exclusion, ForeignKey, Index } from 'typeorm';
import type { AssociationId, Id, MembershipClassId } from '../../../kernel/id.ts';
import type { LocalDate } from '../../../kernel/local-date.ts';
import { CalendarDay, Flag, Key, OneOf, Reference, Text } from '../../../platform/database/columns.ts';
import { TAX_STATUS_BASES, type TaxStatusBasis } from './tax-rules.ts';

/** Whether the dues of a body, or of one of its classes, are taxed, `[from, to)`, and by which provision. */
@Entity('tax_status')
@OneOf('tax_status', 'basis', Object.values(TAX_STATUS_BASES))
@Check('tax_status_period', 'from_on < to_on')
@Check('tax_status_basis_fits', `taxable = (basis in ('GST23', 'GST24'))`)
@Exclusion(
  'tax_status_one_at_a_time',
  `using gist (association_id with =, (coalesce(class_id, '00000000-0000-0000-0000-000000000000'::uuid)) with =, daterange(from_on, to_on) with &&)`,
)
@Index('tax_status_association_id_idx', ['associationId', 'fromOn'])
export class TaxStatusEntity {
  @Key()
  id!: Id<'TaxStatus'>;

  @ForeignKey('association')
  @Reference()
  associationId!: AssociationId;

  @ForeignKey('membership_class')
  @Reference({ nullable: true })
  classId!: MembershipClassId | null;

  @Flag()
  taxable!: boolean;

  @Text()
  basis!: TaxStatusBasis;

  @CalendarDay()
  fromOn!: LocalDate;

  @CalendarDay({ nullable: true })
  toOn!: LocalDate | null;
}
