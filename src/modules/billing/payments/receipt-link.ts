import { toPublicId, type PaymentId } from '../../../kernel/id.ts';
import type { Context } from '../../../platform/context.ts';
import { mayAsStaff } from '../../associations/index.ts';
import { linkToPrint, type DocumentLink } from '../../documents/index.ts';
import { isPayer } from '../invoices/invoice-rights.ts';
import { paymentById } from './payment.loaders.ts';

/** Where whoever paid, and staff of the body that received it, fetch the receipt; null for anybody else. */
export async function receiptLink(context: Context, id: PaymentId): Promise<DocumentLink | null> {
  const payment = await context.load(paymentById, id);
  if (!payment) return null;
  const { receiverId, payerPersonId, payerOrganizationId, payerAssociationId } = payment;
  const payer = { payerPersonId, payerOrganizationId, payerAssociationId };
  const isTheirs =
    (await mayAsStaff(context, 'READ_INVOICES', receiverId)) ||
    (await isPayer(context, { ...payer, issuerId: receiverId, membershipId: null }));
  return isTheirs ? linkToPrint(context, toPublicId('Payment', id), null) : null;
}
