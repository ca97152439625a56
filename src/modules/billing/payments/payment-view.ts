import type { InvoiceId, PaymentId } from '../../../kernel/id.ts';
import type { Context } from '../../../platform/context.ts';
import { forgetLoaded } from '../../../platform/database/loader.ts';
import { associationById, associationView, mayAsStaff } from '../../associations/index.ts';
import { invoiceView } from '../invoices/invoice-view.ts';
import { invoiceById } from '../invoices/invoice.loaders.ts';
import type { Invoice } from '../invoices/invoice.type.ts';
import type { PaymentFacts } from './payment-facts.ts';
import { paymentById } from './payment.loaders.ts';
import { Payment, PaymentReturn } from './payment.type.ts';

/** The view of a payment for staff of its receiver: ask before. */
export const paymentView = (context: Context, facts: PaymentFacts): Payment =>
  new Payment(facts, context, {
    receiver: async () => {
      const row = await context.load(associationById, facts.receiverId);
      if (!row) throw new Error('a payment names a body that is gone');
      return associationView(row);
    },
    returned: returnIn(context, facts),
  });

function returnIn(
  context: Context,
  { returnKind, returnedOn, feeInvoiceId }: PaymentFacts,
): PaymentReturn | null {
  if (returnKind === null || returnedOn === null) return null;
  return new PaymentReturn(returnKind, returnedOn, () =>
    feeInvoiceId === null ? null : staffInvoice(context, feeInvoiceId),
  );
}

/** An invoice of the receiver, whose staff see it as they see the payment. */
export async function staffInvoice(context: Context, id: InvoiceId): Promise<Invoice> {
  const invoice = await context.load(invoiceById, id);
  if (!invoice) throw new Error('a payment names an invoice that is gone');
  return invoiceView(context, invoice, 'STAFF');
}

/** A payment that the signed-in person reads as staff; absent and elsewhere are the same answer. */
export async function findPayment(context: Context, id: string): Promise<Payment | null> {
  const facts = await context.load(paymentById, id);
  const isTheirs = facts && (await mayAsStaff(context, 'READ_LEDGER', facts.receiverId));
  return isTheirs ? paymentView(context, facts) : null;
}

/** A payment as it stands after an act of staff on it. */
export async function paymentAfter(context: Context, id: PaymentId): Promise<Payment> {
  forgetLoaded(context);
  const facts = await context.load(paymentById, id);
  if (!facts) throw new Error('a payment was lost by an act on it');
  return paymentView(context, facts);
}
