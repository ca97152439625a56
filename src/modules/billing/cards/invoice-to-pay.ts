import { fromPublicId } from '../../../kernel/id.ts';
import type { Context } from '../../../platform/context.ts';
import { refuse } from '../../../platform/problem.ts';
import { invoiceById, readerOf, type InvoiceFacts } from '../invoices/index.ts';
import { InvoiceNotFound } from '../invoices/invoice.problems.ts';
import { invoiceByPayLink } from '../invoices/pay-links/invoice-by-pay-link.ts';

/** By what an invoice is named: one of the two. */
export interface NamedInvoice {
  readonly invoiceId: string | null;
  readonly payLinkToken: string | null;
}

/** The invoice that somebody may pay: one that they owe or that is about them, or the one of their pay link. */
export const invoiceToPay = (
  context: Context,
  { invoiceId, payLinkToken }: NamedInvoice,
): Promise<InvoiceFacts> =>
  payLinkToken === null ? ownInvoice(context, invoiceId ?? '') : invoiceByPayLink(context, payLinkToken);

/** Staff record what is paid to them; they type nobody's card. */
async function ownInvoice(context: Context, publicId: string): Promise<InvoiceFacts> {
  const id = fromPublicId('Invoice', publicId);
  const facts = id && (await context.load(invoiceById, id));
  const reader = facts && (await readerOf(context, facts));
  if (!facts || reader === null || reader === 'STAFF') return refuse(new InvoiceNotFound());
  return facts;
}
