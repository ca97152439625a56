import { newId, type AssociationId, type InvoiceId, type ParkedReceiptId } from '../../../../kernel/id.ts';
import type { Parts } from '../../../../platform/context.ts';
import { within, type Tx } from '../../../../platform/database/database.ts';
import { statement } from '../../../../platform/database/statement.ts';
import type { ParkedWhy } from '../card-words.ts';

export interface CardReceipt {
  readonly receiverId: AssociationId;
  readonly gateway: string;
  readonly gatewayReference: string;
  readonly cents: bigint;
  readonly currency: string;
  readonly why: ParkedWhy;
  readonly invoiceId: InvoiceId | null;
}

const add = statement<{ id: ParkedReceiptId }>(
  'parked-receipt-add',
  `insert into parked_receipt (id, receiver_id, gateway, gateway_reference, cents, currency, why, invoice_id, parked_at)
   values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
   on conflict (gateway, gateway_reference) do nothing returning id`,
);

/** Puts money aside for staff, once: what the gateway took and no invoice may simply be paid with. */
export async function parkReceipt(
  { clock, random }: Pick<Parts, 'clock' | 'random'>,
  tx: Tx,
  { receiverId, gateway, gatewayReference, cents, currency, why, invoiceId }: CardReceipt,
): Promise<void> {
  const id = newId<'ParkedReceipt'>(clock, random);
  const facts = [receiverId, gateway, gatewayReference, cents.toString(), currency, why, invoiceId];
  await within(tx, add, [id, ...facts, clock.now()]);
}
