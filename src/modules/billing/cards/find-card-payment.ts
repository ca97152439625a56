import type { Context } from '../../../platform/context.ts';
import { Refusal } from '../../../platform/problem.ts';
import { invoiceById, readerOf } from '../invoices/index.ts';
import { invoiceByPayLink } from '../invoices/pay-links/invoice-by-pay-link.ts';
import { cardPaymentById, type CardPaymentFacts } from './card-payment.rows.ts';
import { CardPayment } from './card-payment.type.ts';

/** A card payment for whoever started it or reads its invoice; absent and not theirs are the same answer. */
export async function findCardPayment(context: Context, id: string): Promise<CardPayment | null> {
  const facts = await context.load(cardPaymentById, id);
  return facts && (await mayRead(context, facts)) ? new CardPayment(facts, context) : null;
}

/** The same for whoever has a pay link of its invoice. */
export async function findCardPaymentByLink(
  context: Context,
  id: string,
  payLinkToken: string,
): Promise<CardPayment | null> {
  const facts = await context.load(cardPaymentById, id);
  const invoice = await invoiceByPayLink(context, payLinkToken).catch((fault: unknown) => {
    if (fault instanceof Refusal) return null;
    throw fault;
  });
  return facts && facts.invoiceId === invoice?.id ? new CardPayment(facts, context) : null;
}

async function mayRead(context: Context, { invoiceId, startedBy }: CardPaymentFacts): Promise<boolean> {
  const invoice = await context.load(invoiceById, invoiceId);
  if (!invoice) return false;
  if ((await readerOf(context, invoice)) !== null) return true;
  return startedBy !== null && startedBy === context.actor?.accountId;
}
