import type { Context } from '../../../../platform/context.ts';
import { mayAsStaff } from '../../../associations/index.ts';
import { invoiceById, invoiceView } from '../../invoices/index.ts';
import { parkedReceiptById, type ParkedReceiptFacts } from './parked-receipt.rows.ts';
import { ParkedReceipt } from './parked-receipt.type.ts';

/** The view of a parked receipt for staff of its receiver: ask before. */
export const parkedReceiptView = (context: Context, facts: ParkedReceiptFacts): ParkedReceipt =>
  new ParkedReceipt(facts, context, {
    invoice: async () => {
      const invoice = facts.invoiceId && (await context.load(invoiceById, facts.invoiceId));
      return invoice ? invoiceView(context, invoice, 'STAFF') : null;
    },
  });

/** A parked receipt that the signed-in person reads as staff; absent and elsewhere are the same answer. */
export async function findParkedReceipt(context: Context, id: string): Promise<ParkedReceipt | null> {
  const facts = await context.load(parkedReceiptById, id);
  const isTheirs = facts && (await mayAsStaff(context, 'READ_LEDGER', facts.receiverId));
  return isTheirs ? parkedReceiptView(context, facts) : null;
}
