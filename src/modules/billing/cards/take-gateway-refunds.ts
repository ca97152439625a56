import type { ParkedReceiptId, PaymentId } from '../../../kernel/id.ts';
import type { Parts } from '../../../platform/context.ts';
import { within, type Tx } from '../../../platform/database/database.ts';
import { statement } from '../../../platform/database/statement.ts';
import type { GatewayPayment, GatewayRefund } from '../payment-gateway.ts';
import { recordGatewayRefund } from '../payments/index.ts';

const find = statement<{ paymentId: PaymentId; known: readonly string[] }>(
  'payment-refunded-at-gateway',
  `select p.id as "paymentId", array(select r.gateway_reference from refund r
     where r.payment_id = p.id and r.gateway_reference is not null) as known
   from payment p where p.gateway = $1 and p.gateway_reference = $2`,
);
const holdParked = statement<{ id: ParkedReceiptId }>(
  'parked-receipt-hold-refunded',
  `select id from parked_receipt where gateway = $1 and gateway_reference = $2 and settled_by is null
     and coalesce(settled_how, 'SENT_BACK') = 'SENT_BACK' for update`,
);
const lessen = statement(
  'parked-receipt-less',
  `update parked_receipt set cents = $2, settled_at = null, settled_how = null, refund_reference = null
   where id = $1 and (cents <> $2 or settled_how is not null)`,
);
const goneBack = statement(
  'parked-receipt-refunded',
  `update parked_receipt set settled_at = $2, settled_how = 'SENT_BACK', refund_reference = $3
   where id = $1 and settled_how is null`,
);

/**
 * What somebody gave back at the gateway itself, once it has left there: of a payment it is written down as a refund of
 * it; of money that waits for staff as much less waits, and nothing once all of it is gone.
 */
export async function takeGatewayRefunds(
  parts: Pick<Parts, 'clock' | 'random' | 'ports' | 'vault'>,
  tx: Tx,
  gateway: string,
  told: Pick<GatewayPayment, 'reference' | 'cents' | 'refunds'>,
): Promise<void> {
  const madeThere = told.refunds.filter(({ idempotencyKey }) => idempotencyKey === null);
  if (madeThere.length === 0) return;
  const left = madeThere.filter(({ state }) => state === 'SUCCEEDED');
  const [payment] = await within(tx, find, [gateway, told.reference]);
  if (!payment) return lessenParked(parts, tx, gateway, told, left);
  for (const { reference, cents } of left.filter(refund => !payment.known.includes(refund.reference)))
    await recordGatewayRefund(parts, tx, { paymentId: payment.paymentId, reference, cents });
}

async function lessenParked(
  { clock }: Pick<Parts, 'clock'>,
  tx: Tx,
  gateway: string,
  { reference, cents }: Pick<GatewayPayment, 'reference' | 'cents'>,
  left: readonly GatewayRefund[],
): Promise<void> {
  const [parked] = await within(tx, holdParked, [gateway, reference]);
  if (!parked) return;
  const waits = left.reduce((rest, refund) => rest - refund.cents, cents);
  if (waits > 0n) await within(tx, lessen, [parked.id, waits.toString()]);
  else await within(tx, goneBack, [parked.id, clock.now(), left.at(-1)?.reference ?? null]);
}
