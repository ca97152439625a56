import { fromPublicId } from '../../../kernel/id.ts';
import type { Context } from '../../../platform/context.ts';
import { refuse } from '../../../platform/problem.ts';
import { associationInReach, mayAsStaff } from '../../associations/index.ts';
import type { InvoiceFacts } from '../invoices/invoice-facts.ts';
import { actsForPayer } from '../invoices/invoice-rights.ts';
import { invoiceById } from '../invoices/invoice.loaders.ts';
import { InvoiceNotFound } from '../invoices/invoice.problems.ts';
import { payerIn } from '../payer.ts';
import { isOwnInvoice } from '../own-money.ts';

/**
 * An invoice for an act of whoever owes it, or of the staff of its issuer in their place: absent, another's, and as
 * staff one's own, are the same answer.
 */
export async function payingInvoiceFor(
  context: Context,
  publicId: string,
): Promise<{ readonly invoice: InvoiceFacts; readonly as: 'PAYER' | 'STAFF' }> {
  const id = fromPublicId('Invoice', publicId);
  const invoice = id && (await context.load(invoiceById, id));
  if (!invoice || (await associationInReach(context, invoice.issuerId)) === null)
    refuse(new InvoiceNotFound());
  if (await actsForPayer(context, invoice)) return { invoice, as: 'PAYER' };
  const isStaff = await mayAsStaff(context, 'RECORD_PAYMENTS', invoice.issuerId);
  if (!isStaff || (await isOwnInvoice(context, { ...invoice, payer: payerIn(invoice) })))
    refuse(new InvoiceNotFound());
  return { invoice, as: 'STAFF' };
}
