import { fromPublicId, type InvoiceId } from '../../../kernel/id.ts';
import type { Context } from '../../../platform/context.ts';
import { forgetLoaded } from '../../../platform/database/loader.ts';
import { refuse } from '../../../platform/problem.ts';
import { mayAsStaff, type StaffAction } from '../../associations/index.ts';
import { membershipById } from '../../memberships/index.ts';
import { delegationsOfPersons } from '../../organizations/index.ts';
import { isOwnPerson, personById, personsOfActor } from '../../people/index.ts';
import type { InvoiceFacts } from './invoice-facts.ts';
import { invoiceById } from './invoice.loaders.ts';
import { InvoiceNotFound } from './invoice.problems.ts';
import { findInvoice } from './invoice-view.ts';
import type { Invoice } from './invoice.type.ts';

/** An invoice for an act of its issuer's staff: absent, another's and one's own are the same answer. */
export async function invoiceInCare(
  context: Context,
  publicId: string,
  action: StaffAction,
): Promise<InvoiceFacts> {
  const id = fromPublicId('Invoice', publicId);
  const invoice = id && (await context.load(invoiceById, id));
  if (!invoice || !(await mayAsStaff(context, action, invoice.issuerId))) refuse(new InvoiceNotFound());
  if (await isOwnInvoice(context, invoice)) refuse(new InvoiceNotFound());
  return invoice;
}

/** An invoice as it stands after an act of somebody who reads it. */
export async function invoiceAfter(context: Context, id: InvoiceId): Promise<Invoice> {
  forgetLoaded(context);
  const invoice = await findInvoice(context, id);
  if (!invoice) throw new Error('an invoice was lost by an act on it');
  return invoice;
}

type Subject = Pick<InvoiceFacts, 'membershipId' | 'payerPersonId' | 'payerOrganizationId'>;

/** Whether the signed-in person, their household or an organization that they act for owes it, or it is about them. */
export async function isOwnInvoice(
  context: Context,
  { membershipId, payerPersonId, payerOrganizationId }: Subject,
): Promise<boolean> {
  const membership = membershipId && (await context.load(membershipById, membershipId));
  const persons = [payerPersonId, membership ? membership.personId : null];
  const organizations = [payerOrganizationId, membership ? membership.organizationId : null];
  for (const id of persons) {
    const person = id && (await context.load(personById, id));
    if (person && isOwnPerson(context, person)) return true;
  }
  const own = await personsOfActor(context);
  const held = await Promise.all(own.map(({ id }) => context.load(delegationsOfPersons, id)));
  return held.flat().some(({ organizationId }) => organizations.includes(organizationId));
}
