import type { BillToChangeId } from '../../../../kernel/id.ts';
import type { Context } from '../../../../platform/context.ts';
import { forgetLoaded } from '../../../../platform/database/loader.ts';
import { isSomebodyElse, mayAsStaff } from '../../../associations/index.ts';
import { nameOnFile } from '../../../people/index.ts';
import { isOwnInvoice } from '../../own-money.ts';
import { payerIn } from '../../payer.ts';
import type { InvoiceFacts } from '../invoice-facts.ts';
import { invoiceById } from '../invoice.loaders.ts';
import { newInvoice } from '../invoice-in-care.ts';
import { readerOf } from '../invoice-rights.ts';
import { mayLetPay } from '../pay-links/payable-invoice.ts';
import { billToChangeState } from './bill-to-change-state.ts';
import { billToChangeById, type BillToChangeFacts } from './bill-to-change.rows.ts';
import { BillToChange, BillToChangeActions } from './bill-to-change.type.ts';

/** The view of a change for whoever sees to whom its invoice is addressed: ask before. */
export const billToChangeView = (context: Context, facts: BillToChangeFacts): BillToChange =>
  new BillToChange(facts, {
    invoice: () => newInvoice(context, facts.invoiceId),
    askerName: () => askerNameOf(context, facts),
    viewerCan: () => actionsOn(context, facts),
  });

/** Whoever approves sees whose request it is; to whoever owes the invoice the people of the office are not named. */
async function askerNameOf(
  context: Context,
  { issuerId, invoiceId, askedBy }: BillToChangeFacts,
): Promise<string | null> {
  const invoice = await context.load(invoiceById, invoiceId);
  return invoice && (await mayApprove(context, invoice)) ? nameOnFile(context, issuerId, askedBy) : null;
}

async function actionsOn(context: Context, facts: BillToChangeFacts): Promise<BillToChangeActions> {
  const invoice = await context.load(invoiceById, facts.invoiceId);
  if (!invoice || billToChangeState(facts) !== 'AWAITING_APPROVAL')
    return new BillToChangeActions(false, false);
  return new BillToChangeActions(
    isSomebodyElse(facts.askedBy, context.actor?.accountId) && (await mayApprove(context, invoice)),
    await mayLetPay(context, invoice),
  );
}

/** Staff of the issuer, never about an invoice of their own. Whoever asked is judged apart. */
export async function mayApprove(context: Context, invoice: InvoiceFacts): Promise<boolean> {
  const isStaff = await mayAsStaff(context, 'APPROVE_BILL_TO_CHANGES', invoice.issuerId);
  return isStaff && !(await isOwnInvoice(context, { ...invoice, payer: payerIn(invoice) }));
}

/** A change for whoever sees to whom its invoice is addressed; absent and not theirs are the same answer. */
export async function findBillToChange(context: Context, id: string): Promise<BillToChange | null> {
  const facts = await context.load(billToChangeById, id);
  const invoice = facts && (await context.load(invoiceById, facts.invoiceId));
  const reader = invoice && (await readerOf(context, invoice));
  return facts && reader && reader !== 'MEMBER' ? billToChangeView(context, facts) : null;
}

/** A change as it stands after an act on it. */
export async function billToChangeAfter(context: Context, id: BillToChangeId): Promise<BillToChange> {
  forgetLoaded(context);
  const facts = await context.load(billToChangeById, id);
  if (!facts) throw new Error('a change of addressee was lost by an act on it');
  return billToChangeView(context, facts);
}
