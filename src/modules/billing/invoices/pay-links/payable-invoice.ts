import type { Context } from '../../../../platform/context.ts';
import { fromPublicId } from '../../../../kernel/id.ts';
import { refuse } from '../../../../platform/problem.ts';
import { mayAsStaff } from '../../../associations/index.ts';
import { isOwnInvoice } from '../../own-money.ts';
import { payerIn } from '../../payer.ts';
import type { InvoiceFacts } from '../invoice-facts.ts';
import { InvoiceNotFound } from '../invoice.problems.ts';
import { actsForPayer, readerOf } from '../invoice-rights.ts';
import { invoiceById } from '../invoice.loaders.ts';

/** Whoever owes an invoice lets somebody else pay it, and so do staff who bill. */
export async function mayLetPay(context: Context, invoice: InvoiceFacts): Promise<boolean> {
  if ((await readerOf(context, invoice)) === null) return false;
  if (await actsForPayer(context, invoice)) return true;
  const mayBill = await mayAsStaff(context, 'ISSUE_INVOICES', invoice.issuerId);
  return mayBill && !(await isOwnInvoice(context, { ...invoice, payer: payerIn(invoice) }));
}

export async function invoiceToLetPay(context: Context, publicId: string): Promise<InvoiceFacts> {
  const id = fromPublicId('Invoice', publicId);
  const invoice = id && (await context.load(invoiceById, id));
  if (!invoice || !(await mayLetPay(context, invoice))) refuse(new InvoiceNotFound());
  return invoice;
}
