import { Check, Entity, Exclusion, ForeignKey, Index } from 'typeorm';
import type { AssociationId, Id } from '../../../kernel/id.ts';
import type { LocalDate } from '../../../kernel/local-date.ts';
import { CalendarDay, Key, OneOf, Reference, Text } from '../../../platform/database/columns.ts';
import { TAX_REGISTRATION_KINDS, type TaxRegistrationKind } from './tax-rules.ts';

/**
 * A supplier and whoever bills for it elected that the issuer accounts for a tax, on invoices of these days,
 * `[from, to)`. A tax on premiums is never elected away from whoever insures.
 */
@Entity('tax_accounting_election')
@Index('tax_accounting_election_issuer_id_idx', ['issuerId', 'fromOn', 'id'])
@OneOf('tax_accounting_election', 'kind', Object.values(TAX_REGISTRATION_KINDS))
@Check('tax_accounting_election_period', 'from_on < to_on')
@Check('tax_accounting_election_end', 'elected_to_on is null or to_on <= elected_to_on and to_on is not null')
@Exclusion(
  'tax_accounting_election_one_at_a_time',
  'using gist (supplier_id with =, issuer_id with =, kind with =, daterange(from_on, to_on) with &&)',
)
export class TaxAccountingElectionEntity {
  @Key()
  id!: Id<'TaxAccountingElection'>;

  @ForeignKey('association')
  @Reference()
  supplierId!: AssociationId;

  @ForeignKey('association')
  @Reference()
  issuerId!: AssociationId;

  @Text()
  kind!: TaxRegistrationKind;

  @CalendarDay()
  fromOn!: LocalDate;

  @CalendarDay({ nullable: true })
  toOn!: LocalDate | null;

  /** Before a later election of the two cut it short. */
  @CalendarDay({ nullable: true })
  electedToOn!: LocalDate | null;
}
