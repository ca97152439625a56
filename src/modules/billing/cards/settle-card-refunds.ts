import type { RefundId } from '../../../kernel/id.ts';
import type { Parts } from '../../../platform/context.ts';
import { within, type Tx } from '../../../platform/database/database.ts';
import { statement } from '../../../platform/database/statement.ts';
import { enqueueAll } from '../../../platform/jobs/job.ts';
import type { GatewayPayment } from '../payment-gateway.ts';
import { takeRefundsBack } from '../payments/index.ts';
import { sendRefund } from '../payments/refunding/send-refund.ts';

const underWay = statement<{ refundId: RefundId }>(
  'refunds-under-way',
  `select r.id as "refundId" from refund r join payment p on p.id = r.payment_id
   where p.gateway = $1 and p.gateway_reference = $2 and r.sent_at is not null and r.done_at is null
     and r.failed_at is null`,
);
const reopen = statement(
  'parked-receipt-reopen',
  `update parked_receipt set settled_at = null, settled_by = null, settled_how = null, refund_reference = null
   where gateway = $1 and gateway_reference = $2 and settled_how = 'SENT_BACK' and refund_reference = any ($3::text[])`,
);

/**
 * What a gateway says of money that it was asked to give back: refunds that are under way are looked at again, one that
 * came back is the payer's credit, and a parked receipt that did not arrive waits again.
 */
export async function settleCardRefunds(
  parts: Pick<Parts, 'clock' | 'random' | 'vault'>,
  tx: Tx,
  gateway: string,
  { reference, refunds }: GatewayPayment,
): Promise<void> {
  if (refunds.length === 0) return;
  const waiting = await within(tx, underWay, [gateway, reference]);
  if (waiting.length > 0) await enqueueAll(tx, sendRefund, waiting);
  const failed = refunds.filter(({ state }) => state === 'FAILED').map(refund => refund.reference);
  await within(tx, reopen, [gateway, reference, failed]);
  await takeRefundsBack(parts, tx, gateway, { reference, failed });
}
