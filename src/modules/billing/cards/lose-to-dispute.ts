import { dayAt } from '../../../kernel/deadline.ts';
import type { PaymentId } from '../../../kernel/id.ts';
import type { Parts } from '../../../platform/context.ts';
import { within, type Tx } from '../../../platform/database/database.ts';
import { statement } from '../../../platform/database/statement.ts';
import { takeBackPayment } from '../payments/index.ts';

const find = statement<{ timeZone: string; isReturned: boolean }>(
  'card-payment-to-return',
  `select a.time_zone as "timeZone", exists (select from payment_return r where r.payment_id = p.id) as "isReturned"
   from payment p join association a on a.id = p.receiver_id where p.id = $1`,
);

/** The payer has their money back by a dispute. Staff may have written so before the gateway did. */
export async function loseToDispute(
  parts: Pick<Parts, 'clock' | 'random' | 'ports' | 'vault'>,
  tx: Tx,
  paymentId: PaymentId,
): Promise<void> {
  const [payment] = await within(tx, find, [paymentId]);
  if (!payment || payment.isReturned) return;
  const returnedOn = dayAt(payment.timeZone, parts.clock.now());
  await takeBackPayment(parts, tx, { paymentId, kind: 'DISPUTE_LOST', returnedOn, recordedBy: null });
}
