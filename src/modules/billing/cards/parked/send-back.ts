import type { ParkedReceiptId } from '../../../../kernel/id.ts';
import type { Parts } from '../../../../platform/context.ts';
import { within } from '../../../../platform/database/database.ts';
import { statement } from '../../../../platform/database/statement.ts';
import { defineJob } from '../../../../platform/jobs/job.ts';
import { GatewayRefused, paymentGateway } from '../../payment-gateway.ts';

const find = statement<{ gateway: string; reference: string; cents: string; settledAt: Date }>(
  'parked-receipt-to-send-back',
  `select gateway, gateway_reference as reference, cents::text as cents, settled_at as "settledAt" from parked_receipt
   where id = $1 and settled_how = 'SENT_BACK' and refund_reference is null`,
);
const sent = statement(
  'parked-receipt-sent-back',
  `update parked_receipt set refund_reference = $2 where id = $1 and settled_how = 'SENT_BACK'`,
);
const reopen = statement(
  'parked-receipt-not-sent-back',
  `update parked_receipt set settled_at = null, settled_by = null, settled_how = null
   where id = $1 and settled_how = 'SENT_BACK' and refund_reference is null`,
);

/** Has a gateway give money back to the card that paid. Where it says no, the receipt waits for staff again. */
async function sendBack({ db, ports, log }: Parts, { id }: { readonly id: ParkedReceiptId }): Promise<void> {
  const [receipt] = await db.read(find, [id]);
  if (!receipt) return;
  const gateway = ports.of(paymentGateway);
  if (gateway?.name !== receipt.gateway) throw new Error(`${receipt.gateway} is not configured any more`);
  const { reference, settledAt } = receipt;
  // One that waited again after a refusal is sent anew, and not answered with the old refusal.
  const idempotencyKey = `parked-${id}-${String(settledAt.getTime())}`;
  try {
    const refund = await gateway.refund({ reference, cents: BigInt(receipt.cents), idempotencyKey });
    await db.transaction(tx =>
      within(
        tx,
        refund.state === 'FAILED' ? reopen : sent,
        refund.state === 'FAILED' ? [id] : [id, refund.reference],
      ),
    );
  } catch (error) {
    if (!(error instanceof GatewayRefused)) throw error;
    log.warn({ reason: error.reason }, 'the gateway did not give a parked receipt back');
    await db.transaction(tx => within(tx, reopen, [id]));
  }
}

export const sendingBack = defineJob('send-back-parked-receipt', sendBack);
