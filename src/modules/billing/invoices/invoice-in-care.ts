import { fromPublicId, type InvoiceId } from '../../../kernel/id.ts';
import type { Context } from '../../../platform/context.ts';
import { forgetLoaded } from '../../../platform/database/loader.ts';
import { refuse } from '../../../platform/problem.ts';
import { mayAsStaff, type StaffAction } from '../../associations/index.ts';
import { isOwnInvoice } from '../own-money.ts';
import { payerIn } from '../payer.ts';
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
  if (await isOwnInvoice(context, { ...invoice, payer: payerIn(invoice) })) refuse(new InvoiceNotFound());
  return invoice;
}

/** An invoice as it stands after an act of somebody who reads it. */
export function invoiceAfter(context: Context, id: InvoiceId): Promise<Invoice> {
  forgetLoaded(context);
  return newInvoice(context, id);
}

/** An invoice that the act has made: nothing of it was loaded before, and who acts is who they were. */
export async function newInvoice(context: Context, id: InvoiceId): Promise<Invoice> {
  const invoice = await findInvoice(context, id);
  if (!invoice) throw new Error('an invoice was lost by an act on it');
  return invoice;
}
