import { dayAt } from '../../../kernel/deadline.ts';
import type { AssociationId, PaymentId } from '../../../kernel/id.ts';
import { Money } from '../../../kernel/money.ts';
import type { Parts } from '../../../platform/context.ts';
import { within, type Tx } from '../../../platform/database/database.ts';
import { statement } from '../../../platform/database/statement.ts';
import { openOf, type HeldInvoice } from '../invoices/index.ts';
import { holdToSettle } from '../invoices/hold-to-settle.ts';
import { receivePayment, type Receipt } from '../payments/index.ts';
import type { GatewayPayment } from '../payment-gateway.ts';
import { isPaid, judgeCardPayment } from './card-payment-rules.ts';
import type { CardPaymentEntity } from './card-payment.entity.ts';
import { loseToDispute } from './lose-to-dispute.ts';
import { parkReceipt } from './parked/park-receipt.ts';
import { payerOfCard } from './payer-of-card.ts';
import { takeGatewayRefunds } from './take-gateway-refunds.ts';

const zoneOf = statement<{ timeZone: string }>(
  'card-receiver-zone',
  'select time_zone as "timeZone" from association where id = $1',
);

const change = statement(
  'card-payment-change',
  `update card_payment set gateway_reference = $2, outcome = $3, ended_at = case when $3::text is null then null
       else coalesce(ended_at, $4) end,
     processing_at = case when $5 then coalesce(processing_at, $4) end, decline_reason = $6, dispute = $7,
     payment_id = $8, version = version + 1
   where id = $1 and (gateway_reference, outcome, processing_at is not null, decline_reason, dispute, payment_id)
     is distinct from ($2, $3, $5, $6, $7, $8::uuid)`,
);

/** Writes down what the gateway says of a card payment that is held, and does what it says about the money. */
export async function settleCardPayment(
  parts: Pick<Parts, 'clock' | 'random' | 'ports' | 'vault'>,
  tx: Tx,
  card: CardPaymentEntity,
  told: GatewayPayment,
): Promise<void> {
  const isNewMoney = told.state === 'SUCCEEDED' && !isPaid(card.outcome);
  const [invoice] = isNewMoney ? await holdToSettle(tx, [card.invoiceId]) : [];
  const { cents, declineReason, dispute, outcome } = card;
  const known = { cents, declineReason, dispute, outcome, processing: card.processingAt !== null };
  const { after, money, goesBack } = judgeCardPayment(known, told, invoice ? openOf(invoice).cents : 0n);

  let { paymentId } = card;
  if (invoice && money === 'PAY') paymentId = await receive(parts, tx, invoice, told, card);
  else if (invoice && money !== null && money !== 'PAY')
    await parkReceipt(parts, tx, {
      receiverId: invoice.issuerId,
      gateway: card.gateway,
      gatewayReference: told.reference,
      cents: told.cents,
      currency: told.currency,
      why: money,
      invoiceId: invoice.id,
    });
  // Before a dispute, which takes what is left of it.
  await takeGatewayRefunds(parts, tx, card.gateway, told);
  if (goesBack && paymentId !== null) await loseToDispute(parts, tx, paymentId);

  await within(tx, change, [
    ...[card.id, told.reference, after.outcome, parts.clock.now(), after.processing, after.declineReason],
    ...[after.dispute, paymentId],
  ]);
}

async function receive(
  parts: Pick<Parts, 'clock' | 'random' | 'ports' | 'vault'>,
  tx: Tx,
  { id, issuerId }: HeldInvoice,
  { cents, reference }: GatewayPayment,
  card: Pick<CardPaymentEntity, 'id' | 'gateway'>,
): Promise<PaymentId> {
  const { paymentId } = await receivePayment(parts, tx, {
    receiverId: issuerId,
    method: 'CARD',
    amount: Money.cad(cents),
    payer: await payerOfCard(tx, card.id),
    payerName: null,
    invoiceIds: [id],
    ...(await receivedNow(parts, tx, issuerId)),
    gateway: { name: card.gateway, reference },
    recordedBy: null,
  });
  return paymentId;
}

/** Now, and what day it is for the body that receives it. */
async function receivedNow(
  { clock }: Pick<Parts, 'clock'>,
  tx: Tx,
  receiverId: AssociationId,
): Promise<Pick<Receipt, 'receivedAt' | 'receivedOn'>> {
  const [body] = await within(tx, zoneOf, [receiverId]);
  if (!body) throw new Error('money was received by a body that is gone');
  const receivedAt = clock.now();
  return { receivedAt, receivedOn: dayAt(body.timeZone, receivedAt) };
}
