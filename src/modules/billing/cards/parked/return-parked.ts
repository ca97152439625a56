import type { ParkedReceiptId, PaymentId } from '../../../../kernel/id.ts';
import type { Parts } from '../../../../platform/context.ts';
import { within, type Tx } from '../../../../platform/database/database.ts';
import { statement } from '../../../../platform/database/statement.ts';
import { loseToDispute } from '../lose-to-dispute.ts';

const hold = statement<{ id: ParkedReceiptId; settledAt: Date | null; paymentId: PaymentId | null }>(
  'parked-receipt-hold-returned',
  `select id, settled_at as "settledAt", payment_id as "paymentId" from parked_receipt
   where gateway = $1 and gateway_reference = $2 for update`,
);
const settle = statement(
  'parked-receipt-returned',
  `update parked_receipt set settled_at = $2, settled_how = 'RETURNED' where id = $1`,
);

/** The payer has their money back by a dispute: there is nothing left to settle, or what staff settled with it falls. */
export async function returnParked(
  parts: Pick<Parts, 'clock' | 'random' | 'ports' | 'vault'>,
  tx: Tx,
  gateway: string,
  reference: string,
): Promise<void> {
  const [receipt] = await within(tx, hold, [gateway, reference]);
  if (!receipt) return;
  if (receipt.settledAt === null) await within(tx, settle, [receipt.id, parts.clock.now()]);
  else if (receipt.paymentId !== null) await loseToDispute(parts, tx, receipt.paymentId);
}
