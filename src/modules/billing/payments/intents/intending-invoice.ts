import type { Context } from '../../../../platform/context.ts';
import { InputIssues } from '../../../../platform/graphql/input-issues.ts';
import { InputIssueCode } from '../../../../platform/graphql/invalid-input.ts';
import type { InvoiceFacts } from '../../invoices/invoice-facts.ts';
import { invoiceByPayLink } from '../../invoices/pay-links/invoice-by-pay-link.ts';
import { payingInvoiceFor } from '../paying-invoice.ts';

/** By what an invoice is named: one of the two. */
export interface NamedInvoice {
  readonly invoiceId: string | null;
  readonly payLinkToken: string | null;
}

/** The invoice that somebody means to pay: whoever owes it, staff in their place, or whoever has its pay link. */
export async function intendingInvoiceFor(
  context: Context,
  { invoiceId, payLinkToken }: NamedInvoice,
): Promise<InvoiceFacts> {
  const issues = new InputIssues(context.wording);
  if ((invoiceId === null) === (payLinkToken === null))
    issues.add('invoiceId', InputIssueCode.NOT_ALLOWED, 'payments.issue.oneInvoice');
  issues.refuseIfAny();
  return payLinkToken === null
    ? (await payingInvoiceFor(context, invoiceId ?? '')).invoice
    : invoiceByPayLink(context, payLinkToken);
}
