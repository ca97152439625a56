import type { Parts } from '../../../platform/context.ts';
import { within } from '../../../platform/database/database.ts';
import { statement } from '../../../platform/database/statement.ts';
import { paymentGateway } from '../payment-gateway.ts';
import type { CardPaymentEntity } from './card-payment.entity.ts';
import { takeCardNews } from './take-card-news.ts';

const end = statement(
  'card-payment-withdraw',
  `update card_payment set outcome = 'CANCELLED', ended_at = $2, version = version + 1
   where id = $1 and ended_at is null and (gateway_reference is null or gateway <> $3)`,
);

/**
 * Sees to it that nobody pays a card payment any more. What is paid or on its way at the gateway stays and is written
 * down; one that no browser was ever led to, or whose gateway is no longer ours, just ends.
 */
export async function withdrawCardPayment(parts: Parts, card: CardPaymentEntity): Promise<void> {
  const gateway = parts.ports.of(paymentGateway);
  if (gateway?.name === card.gateway && card.gatewayReference !== null) {
    await gateway.cancel(card.gatewayReference);
    await takeCardNews(parts, gateway, card.gatewayReference);
  } else await parts.db.transaction(tx => within(tx, end, [card.id, parts.clock.now(), gateway?.name ?? '']));
}
