/**
 * Payments by card: how a gateway is asked, and what is done about its news.
 *
 * Responsible for: starting a payment, the gateways (`sandbox`, `stripe`), their messages, money that came in otherwise
 * than it was ordered and waits for staff.
 * Not responsible for: what a payment does to invoices and the ledger (payments), refunds of a payment (payments, by the
 * same port).
 */
import type { NodeSources } from '../../../platform/graphql/node.ts';
import type { AnyJob } from '../../../platform/jobs/job.ts';
import { CardPaymentEntity } from './card-payment.entity.ts';
import { cardPaymentNodes, CardPaymentResolver } from './card-payment.graphql.ts';
import { cardPaymentFollower } from './follow-card-payment.ts';
import { GatewayEventEntity } from './gateway-event.entity.ts';
import { gatewayEventJob } from './handle-gateway-event.ts';
import { ParkedReceiptEntity } from './parked/parked-receipt.entity.ts';
import { parkedReceiptNodes, ParkedReceiptsResolver } from './parked/parked-receipts.graphql.ts';
import { sendingBack } from './parked/send-back.ts';
import { SettleParkedReceiptResolver } from './parked/settle-parked-receipt.graphql.ts';
import { sandboxDelivery } from './sandbox/deliver-sandbox-event.ts';
import { SandboxEventEntity, SandboxPaymentEntity } from './sandbox/sandbox.entity.ts';
import { StartCardPaymentResolver } from './start-card-payment.graphql.ts';

export { cardRoutes } from './card-routes.ts';
export { cardsWordingEn } from './cards.wording.en.ts';
export { cardsWordingFr } from './cards.wording.fr.ts';
export { openGateway, type GatewayPlace } from './open-gateway.ts';

export const cardsEntities: readonly Function[] = [
  CardPaymentEntity,
  GatewayEventEntity,
  ParkedReceiptEntity,
  SandboxPaymentEntity,
  SandboxEventEntity,
];
export const cardsResolvers: readonly Function[] = [
  StartCardPaymentResolver,
  CardPaymentResolver,
  ParkedReceiptsResolver,
  SettleParkedReceiptResolver,
];
export const cardsNodes: NodeSources = [...cardPaymentNodes, ...parkedReceiptNodes];
export const cardsJobs: readonly AnyJob[] = [
  gatewayEventJob,
  cardPaymentFollower,
  sendingBack,
  sandboxDelivery,
];
