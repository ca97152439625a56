import { Check, Entity, Exclusion, ForeignKey } from 'typeorm';
import type { AssociationId, Id } from '../../../kernel/id.ts';
import type { LocalDate } from '../../../kernel/local-date.ts';
import { CalendarDay, Key, Reference } from '../../../platform/database/columns.ts';

/** A supplier and whoever bills for it elected that the issuer accounts for the taxes, on invoices of these days. */
@Entity('tax_accounting_election')
@Check('tax_accounting_election_period', 'from_on < to_on')
@Exclusion(
  'tax_accounting_election_one_at_a_time',
  'using gist (supplier_id with =, issuer_id with =, daterange(from_on, to_on) with &&)',
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

  @CalendarDay()
  fromOn!: LocalDate;

  @CalendarDay({ nullable: true })
  toOn!: LocalDate | null;
}
