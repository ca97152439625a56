import { Check, Entity, ForeignKey, Index, Unique } from 'typeorm';
import type {
  AssociationId,
  Id,
  InvoiceId,
  MembershipId,
  OrganizationId,
  PersonId,
} from '../../../kernel/id.ts';
import type { LocalDate } from '../../../kernel/local-date.ts';
import { LOCALES, type Locale } from '../../../kernel/locale.ts';
import type { Province } from '../../../kernel/province.ts';
import {
  CalendarDay,
  Cents,
  Count,
  Instant,
  Key,
  OneOf,
  Reference,
  Text,
} from '../../../platform/database/columns.ts';
import { INVOICE_KINDS, type InvoiceKind } from './new-invoice.ts';

/** An invoice as it was issued. Only what was paid and credited of it is ever counted on. */
@Entity('invoice')
@Unique(['issuerId', 'fiscalYear', 'number'])
@OneOf('invoice', 'kind', Object.values(INVOICE_KINDS))
@OneOf('invoice', 'locale', LOCALES)
@Check('invoice_number_check', 'number > 0')
@Check('invoice_one_payer', 'num_nonnulls(payer_person_id, payer_organization_id, payer_association_id) = 1')
@Check('invoice_total', 'net_cents >= 0 and tax_cents >= 0 and total_cents = net_cents + tax_cents')
@Check(
  'invoice_never_overpaid',
  'paid_cents >= 0 and credited_cents >= 0 and paid_cents + credited_cents <= total_cents',
)
@Index('invoice_issuer_id_issued_at_idx', ['issuerId', 'issuedAt', 'id'])
@Index('invoice_open_idx', ['issuerId', 'issuedAt', 'id'], {
  where: 'paid_cents + credited_cents < total_cents',
})
@Index('invoice_payer_person_id_idx', ['payerPersonId', 'issuedAt', 'id'])
@Index('invoice_payer_organization_id_idx', ['payerOrganizationId', 'issuedAt', 'id'])
@Index('invoice_payer_association_id_idx', ['payerAssociationId', 'issuedAt', 'id'])
@Index('invoice_membership_id_idx', ['membershipId', 'issuedAt', 'id'])
export class InvoiceEntity {
  @Key()
  id!: InvoiceId;

  @ForeignKey('association')
  @Reference()
  issuerId!: AssociationId;

  @Count()
  fiscalYear!: number;

  @Count()
  number!: number;

  @Text()
  kind!: InvoiceKind;

  @Instant()
  issuedAt!: Date;

  /** In the zone of the issuer. */
  @CalendarDay()
  issuedOn!: LocalDate;

  @CalendarDay()
  dueOn!: LocalDate;

  @Text()
  locale!: Locale;

  @ForeignKey('letterhead')
  @Reference()
  letterheadId!: Id<'Letterhead'>;

  /** How its document is laid out: a later layout leaves it as it is. */
  @Count()
  layout!: number;

  @ForeignKey('person')
  @Reference({ nullable: true })
  payerPersonId!: PersonId | null;

  @ForeignKey('organization')
  @Reference({ nullable: true })
  payerOrganizationId!: OrganizationId | null;

  @ForeignKey('association')
  @Reference({ nullable: true })
  payerAssociationId!: AssociationId | null;

  @ForeignKey('membership')
  @Reference({ nullable: true })
  membershipId!: MembershipId | null;

  /** The member as the document names them. */
  @Text({ nullable: true })
  memberName!: string | null;

  @Text({ nullable: true })
  memberNumber!: string | null;

  @Text({ nullable: true })
  placeOfSupply!: Province | null;

  @Cents()
  netCents!: bigint;

  @Cents()
  taxCents!: bigint;

  @Cents()
  totalCents!: bigint;

  @Cents()
  paidCents!: bigint;

  @Cents()
  creditedCents!: bigint;
}
