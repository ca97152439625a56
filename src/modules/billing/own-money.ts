import type { InvoiceId, MembershipId } from '../../kernel/id.ts';
import type { Context } from '../../platform/context.ts';
import { defineLoader, type Loader } from '../../platform/database/loader.ts';
import { statement } from '../../platform/database/statement.ts';
import { membershipById, type MembershipFacts } from '../memberships/index.ts';
import { delegationsOfPersons } from '../organizations/index.ts';
import { isOwnPerson, personById, personsOfActor } from '../people/index.ts';
import { payerIn, type Payer } from './payer.ts';

/** Whether the signed-in person would act as staff on their own: themselves, their household, or whom they act for. */
export async function isOwnPayer(context: Context, payer: Payer): Promise<boolean> {
  if ('associationId' in payer) return false;
  if ('personId' in payer) {
    const person = await context.load(personById, payer.personId);
    return person !== null && isOwnPerson(context, person);
  }
  const persons = await personsOfActor(context);
  const held = await Promise.all(persons.map(({ id }) => context.load(delegationsOfPersons, id)));
  return held.flat().some(({ organizationId }) => organizationId === payer.organizationId);
}

/** Whether it would be theirs to pay, or about a membership of theirs, whoever pays it. */
export async function isOwnBill(
  context: Context,
  { membershipId, payer }: { readonly membershipId: MembershipId | null; readonly payer: Payer },
): Promise<boolean> {
  const membership = membershipId && (await context.load(membershipById, membershipId));
  return concerns(context, [payer, membership && holderOf(membership)]);
}

/** The same of one that was issued: about the membership of any of its lines, as of an employer's over its staff. */
export async function isOwnInvoice(
  context: Context,
  { id, payer }: { readonly id: InvoiceId; readonly payer: Payer | null },
): Promise<boolean> {
  return concerns(context, [payer, ...(await context.load(holdersOfInvoice, id))]);
}

const readHolders = statement<Holder & { readonly invoiceId: InvoiceId }>(
  'invoices-holders',
  `select distinct t.invoice_id as "invoiceId", m.person_id as "personId", m.organization_id as "organizationId"
   from (select id as invoice_id, membership_id from invoice where id = any ($1::uuid[])
     union select invoice_id, membership_id from invoice_line where invoice_id = any ($1::uuid[])) t
   join membership named on named.id = t.membership_id
   join membership m on m.id = coalesce(named.merged_into_id, named.id)`,
);

/** Whose memberships an invoice and its lines are about. */
const holdersOfInvoice: Loader<string, readonly (Payer | null)[]> = defineLoader(
  async ({ db }, ids: readonly string[]) => {
    const rows = await db.read(readHolders, [ids]);
    return ids.map(id => rows.filter(({ invoiceId }) => invoiceId === id).map(holderOf));
  },
);

type Holder = Pick<MembershipFacts, 'personId' | 'organizationId'>;

const holderOf = ({ personId, organizationId }: Holder): Payer | null =>
  payerIn({ payerPersonId: personId, payerOrganizationId: organizationId, payerAssociationId: null });

async function concerns(context: Context, payers: readonly (Payer | null)[]): Promise<boolean> {
  const concerned = payers.filter(one => one !== null);
  return (await Promise.all(concerned.map(one => isOwnPayer(context, one)))).includes(true);
}
