import type { RefundId } from '../../../../kernel/id.ts';
import type { Context } from '../../../../platform/context.ts';
import { forgetLoaded } from '../../../../platform/database/loader.ts';
import { isSomebodyElse, mayAsStaff } from '../../../associations/index.ts';
import { findInvoice } from '../../invoices/invoice-view.ts';
import { isOwnPayment } from '../own-payment.ts';
import { paymentView } from '../payment-view.ts';
import { paymentById } from '../payment.loaders.ts';
import type { PaymentFacts } from '../payment-facts.ts';
import { refundState } from './refund-state.ts';
import { RefundEntity } from './refund.entity.ts';
import { Refund, RefundActions } from './refund.type.ts';

/** The view of a refund for staff of its book: ask before. */
export const refundView = (context: Context, row: RefundEntity): Refund =>
  new Refund(row, context, {
    payment: async () => paymentView(context, await paymentOf(context, row)),
    invoice: () => row.invoiceId && findInvoice(context, row.invoiceId),
    viewerCan: () => actionsOn(context, row),
  });

async function actionsOn(context: Context, row: RefundEntity): Promise<RefundActions> {
  const waits =
    refundState(row) === 'AWAITING_APPROVAL' && !(await isOwnPayment(context, await paymentOf(context, row)));
  const may = async (action: 'APPROVE_REFUNDS' | 'REFUND'): Promise<boolean> =>
    waits && (await mayAsStaff(context, action, row.bookId));
  return new RefundActions(
    isSomebodyElse(row.preparedBy ?? '', context.actor?.accountId) && (await may('APPROVE_REFUNDS')),
    await may('REFUND'),
  );
}

async function paymentOf(context: Context, { paymentId }: RefundEntity): Promise<PaymentFacts> {
  const payment = await context.load(paymentById, paymentId);
  if (!payment) throw new Error('a refund names a payment that is gone');
  return payment;
}

/** A refund that the signed-in person reads as staff; absent and elsewhere are the same answer. */
export async function findRefund(context: Context, id: string): Promise<Refund | null> {
  const row = await context.db.entities.findOneBy(RefundEntity, { id: id as RefundId });
  return row && (await mayAsStaff(context, 'READ_LEDGER', row.bookId)) ? refundView(context, row) : null;
}

/** A refund as it stands after an act of staff on it. */
export async function refundAfter(context: Context, id: RefundId): Promise<Refund> {
  forgetLoaded(context);
  return refundView(context, await context.db.entities.findOneByOrFail(RefundEntity, { id }));
}
