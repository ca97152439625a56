import { toPublicId, type CardPaymentId } from '../../../kernel/id.ts';
import { Money } from '../../../kernel/money.ts';
import type { Context } from '../../../platform/context.ts';
import { within } from '../../../platform/database/database.ts';
import { statement } from '../../../platform/database/statement.ts';
import { NextStep, NextStepKind } from '../../../platform/graphql/next-step.ts';
import { describeError } from '../../../platform/log/describe-error.ts';
import { refuse } from '../../../platform/problem.ts';
import { invoiceById, invoiceNumber } from '../invoices/index.ts';
import {
  GatewayDown,
  GatewayRefused,
  paymentGateway,
  type DeclineReason,
  type GatewayPayment,
  type PaymentGateway,
  type PayWith,
} from '../payment-gateway.ts';
import { isPaid } from './card-payment-rules.ts';
import { CardPaymentEntity } from './card-payment.entity.ts';
import type { CardCheckoutKind } from './cards.enums.ts';
import { GatewayUnavailable, PaymentDeclined } from './cards.problems.ts';
import { takeCardNews } from './take-card-news.ts';

export interface OpenedCardPayment {
  readonly id: CardPaymentId;
  readonly next: CardCheckoutKind;
  /** With `PAY_AT` and `CONFIRM`. */
  readonly payWith: PayWith | null;
  readonly returnUrl: string;
}

const RETRY_SECONDS = 30;

const name = statement(
  'card-payment-name',
  `update card_payment set gateway_reference = $2, version = version + 1
   where id = $1 and gateway_reference is null`,
);
const endRefused = statement(
  'card-payment-refused',
  `update card_payment set outcome = 'DECLINED', decline_reason = $2, ended_at = $3, version = version + 1
   where id = $1 and ended_at is null and gateway_reference is null`,
);

/**
 * How a browser goes on with a card payment. The gateway is asked outside of any transaction, with a key of the
 * payment's own: whoever repeats the request, or comes after a process that died in between, is led to the same one.
 */
export async function openAtGateway(context: Context, id: CardPaymentId): Promise<OpenedCardPayment> {
  const card = await context.db.entities.findOneByOrFail(CardPaymentEntity, { id });
  if (card.outcome === 'DECLINED') return refuse(new PaymentDeclined(card.declineReason ?? 'CARD_DECLINED'));
  const { returnUrl } = card;
  const over = (next: CardCheckoutKind): OpenedCardPayment => ({ id, next, payWith: null, returnUrl });
  if (card.outcome !== null) return over(isPaid(card.outcome) ? 'DONE' : 'START_AGAIN');

  const gateway = context.ports.of(paymentGateway);
  if (gateway?.name !== card.gateway) return over('START_AGAIN');
  try {
    const told = await ask(context, gateway, card);
    if (told === null) return over('START_AGAIN');
    if (told.state === 'SUCCEEDED' || told.state === 'CANCELLED')
      await takeCardNews(context, gateway, told.reference);
    return { id, next: nextOf(told), payWith: told.payWith, returnUrl };
  } catch (error) {
    if (error instanceof GatewayRefused) return await refuseOrder(context, id, error.reason);
    return refuseWhileDown(context, error);
  }
}

async function ask(
  context: Context,
  gateway: PaymentGateway,
  card: CardPaymentEntity,
): Promise<GatewayPayment | null> {
  if (card.gatewayReference !== null) return gateway.lookUp(card.gatewayReference);
  const invoice = await context.load(invoiceById, card.invoiceId);
  if (!invoice) throw new Error('a card payment names an invoice that is gone');
  const number = invoiceNumber(invoice.code, invoice);
  const told = await gateway.start({
    reference: toPublicId('CardPayment', card.id),
    receiver: toPublicId('Association', invoice.issuerId),
    amount: Money.cad(card.cents),
    description: context.wordings.in(card.locale).of('cards.description', { number }),
    locale: card.locale,
    returnUrl: card.returnUrl,
    idempotencyKey: card.id,
  });
  await context.db.transaction(tx => within(tx, name, [card.id, told.reference]));
  return told;
}

function nextOf({ state, payWith }: GatewayPayment): CardCheckoutKind {
  if (state === 'SUCCEEDED') return 'DONE';
  if (state === 'PROCESSING') return 'WAIT';
  if (state === 'CANCELLED' || payWith === null) return 'START_AGAIN';
  return payWith.kind === 'PAGE' ? 'PAY_AT' : 'CONFIRM';
}

async function refuseOrder(context: Context, id: CardPaymentId, reason: DeclineReason): Promise<never> {
  await context.db.transaction(tx => within(tx, endRefused, [id, reason, context.clock.now()]));
  return refuse(new PaymentDeclined(reason));
}

/** Nothing is lost: the same request is answered once the gateway is back. */
export function refuseWhileDown({ log }: Pick<Context, 'log'>, error: unknown): never {
  if (!(error instanceof GatewayDown)) throw error;
  log.error(describeError(error.cause instanceof Error ? error.cause : error), 'the payment gateway is away');
  return refuse(
    new GatewayUnavailable(new NextStep(NextStepKind.WAIT, { retryAfterSeconds: RETRY_SECONDS })),
  );
}
