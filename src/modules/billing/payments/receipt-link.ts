import { toPublicId, type PaymentId } from '../../../kernel/id.ts';
import type { Context } from '../../../platform/context.ts';
import { linkToPrint, type DocumentLink } from '../../documents/index.ts';
import { mayReadReceipt } from '../invoices/documents/receipt-reader.ts';
import { paymentById } from './payment.loaders.ts';

/** Where those who may read it fetch the receipt; null for anybody else. */
export async function receiptLink(context: Context, id: PaymentId): Promise<DocumentLink | null> {
  const payment = await context.load(paymentById, id);
  if (!payment) return null;
  const isTheirs = await mayReadReceipt(context, payment);
  return isTheirs ? linkToPrint(context, toPublicId('Payment', id), null) : null;
}
