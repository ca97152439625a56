import type { PaymentId } from '../../../kernel/id.ts';
import type { Tx } from '../../../platform/database/database.ts';
import type { HeldInvoice } from '../invoices/held-invoice.ts';
import { allocationOf, invoicesOf, type PaidLine } from './allocation-of.ts';
import { holdToSettle } from '../invoices/hold-to-settle.ts';
import { PaymentEntity } from './payment.entity.ts';

export interface HeldPayment {
  readonly payment: PaymentEntity;
  /** Those that it pays; it never pays others later. */
  readonly invoices: readonly HeldInvoice[];
  readonly allocation: readonly PaidLine[];
}

/** Holds a payment after the invoices that it pays: whatever takes money of it back holds both. */
export async function holdPayment(tx: Tx, id: PaymentId): Promise<HeldPayment> {
  const invoices = await holdToSettle(tx, invoicesOf(await allocationOf(tx, id)));
  const payment = await tx.findOneOrFail(PaymentEntity, {
    where: { id },
    lock: { mode: 'pessimistic_write' },
  });
  return { payment, invoices, allocation: await allocationOf(tx, id) };
}
