import type { AssociationId, MembershipId, OrganizationId, PersonId } from '../../../kernel/id.ts';
import type { LocalDate } from '../../../kernel/local-date.ts';
import type { Locale } from '../../../kernel/locale.ts';
import type { Context } from '../../../platform/context.ts';
import { statement } from '../../../platform/database/statement.ts';
import { associationById } from '../../associations/index.ts';
import type { BillTo } from '../invoices/index.ts';
import { payerIn, type Payer } from '../payer.ts';
import { billedMember } from '../prices/index.ts';

/** Who is charged for a change, and where the invoice goes. */
export interface ChangePayer {
  /** How many days they have to pay. */
  readonly dueDays: number;
  readonly payer: Payer;
  readonly billTo: BillTo;
  readonly locale: Locale;
}

interface Row extends BillTo {
  readonly payerPersonId: PersonId | null;
  readonly payerOrganizationId: OrganizationId | null;
  readonly payerAssociationId: AssociationId | null;
  readonly locale: Locale;
}

// The latest invoice of the term that has the day, one that stands before one that was taken back; addressed as it is now.
const payerOfTerm = statement<Row>(
  'payer-of-term',
  `select i.payer_person_id as "payerPersonId", i.payer_organization_id as "payerOrganizationId",
     i.payer_association_id as "payerAssociationId", i.locale, b.name, b.attention, b.street, b.street2, b.city,
     b.province, b.postal_code as "postalCode", b.country
   from invoice_line l join invoice i on i.id = l.invoice_id
   join bill_to b on b.invoice_id = i.id and b.version = (select max(version) from bill_to where invoice_id = i.id)
   where l.membership_id = $1 and l.effect = 'EXTEND_TERM'
     and l.period_from <= $2 and (l.period_to is null or l.period_to > $2)
   order by l.released_at is not null, i.issued_at desc, i.id limit 1`,
);

/**
 * The holder; or, where the body has chosen so, whoever was billed for the term that the change falls into, such as an
 * employer.
 */
export async function payerOfChange(
  context: Context,
  membershipId: MembershipId,
  on: LocalDate,
): Promise<ChangePayer> {
  const { payer, billTo, locale, associationId } = await billedMember(context, membershipId);
  const body = await context.load(associationById, associationId);
  if (body === null) throw new Error('a membership has an association');
  const { changesBilledTo, changeDueDays: dueDays } = body;
  const holder: ChangePayer = { payer, billTo, locale, dueDays };
  if (changesBilledTo === 'HOLDER') return holder;

  const [row] = await context.db.read(payerOfTerm, [membershipId, on]);
  if (row === undefined) return holder;
  const { payerPersonId, payerOrganizationId, payerAssociationId, locale: ofInvoice, ...address } = row;
  const billed = payerIn({ payerPersonId, payerOrganizationId, payerAssociationId });
  return billed === null ? holder : { payer: billed, billTo: address, locale: ofInvoice, dueDays };
}
