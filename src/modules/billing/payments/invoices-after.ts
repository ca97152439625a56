import type { InvoiceId } from '../../../kernel/id.ts';
import type { Context } from '../../../platform/context.ts';
import { forgetLoaded } from '../../../platform/database/loader.ts';
import { findInvoice } from '../invoices/invoice-view.ts';
import type { Invoice } from '../invoices/invoice.type.ts';

/** Invoices as they stand after an act of somebody who reads them. */
export async function invoicesAfter(context: Context, ids: readonly InvoiceId[]): Promise<Invoice[]> {
  forgetLoaded(context);
  const found = await Promise.all(ids.map(id => findInvoice(context, id)));
  return found.filter(invoice => invoice !== null);
}

export async function invoiceAfter(context: Context, id: InvoiceId): Promise<Invoice> {
  const [invoice] = await invoicesAfter(context, [id]);
  if (!invoice) throw new Error('an invoice was lost by an act on it');
  return invoice;
}
