import { Check, Entity, Exclusion, ForeignKey } from 'typeorm';
import type { AssociationId, Id } from '../../../kernel/id.ts';
import type { LocalDate } from '../../../kernel/local-date.ts';
import { CalendarDay, Key, OneOf, Reference, Text } from '../../../platform/database/columns.ts';
import { TAX_REGISTRATION_KINDS, type TaxRegistrationKind } from './tax-rules.ts';

/** The number under which a body collects a tax, `[from, to)`: it stands beside the tax on every invoice. */
@Entity('tax_registration')
@OneOf('tax_registration', 'kind', Object.values(TAX_REGISTRATION_KINDS))
@Check('tax_registration_period', 'from_on < to_on')
@Exclusion(
  'tax_registration_one_at_a_time',
  'using gist (association_id with =, kind with =, daterange(from_on, to_on) with &&)',
)
export class TaxRegistrationEntity {
  @Key()
  id!: Id<'TaxRegistration'>;

  @ForeignKey('association')
  @Reference()
  associationId!: AssociationId;

  @Text()
  kind!: TaxRegistrationKind;

  @Text()
  number!: string;

  @CalendarDay()
  fromOn!: LocalDate;

  @CalendarDay({ nullable: true })
  toOn!: LocalDate | null;
}
