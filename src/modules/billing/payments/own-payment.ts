import type { Context } from '../../../platform/context.ts';
import { invoiceById } from '../invoices/invoice.loaders.ts';
import { isOwnInvoice, isOwnPayer } from '../own-money.ts';
import { payerIn } from '../payer.ts';
import type { PaymentFacts } from './payment-facts.ts';
import { invoicesOfPayment } from './payment.loaders.ts';

/** Whether the signed-in person paid it, or it paid what is theirs to pay or about a membership of theirs. */
export async function isOwnPayment(context: Context, payment: PaymentFacts): Promise<boolean> {
  const payer = payerIn(payment);
  if (payer && (await isOwnPayer(context, payer))) return true;
  const ids = await context.load(invoicesOfPayment, payment.id);
  const areOwn = await Promise.all(
    ids.map(async id => {
      const invoice = await context.load(invoiceById, id);
      return invoice !== null && (await isOwnInvoice(context, { ...invoice, payer: payerIn(invoice) }));
    }),
  );
  return areOwn.includes(true);
}
