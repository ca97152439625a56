import type { Stripe } from 'stripe';
import type { DeclineReason, GatewayPayment, GatewayRefund } from '../../payment-gateway.ts';

/** Under which an order or a refund of ours says what it is. */
export const METADATA = {
  reference: 'affilia_reference',
  receiver: 'affilia_receiver',
  refund: 'affilia_refund',
} as const;

const STATES: Readonly<Record<string, GatewayPayment['state']>> = {
  processing: 'PROCESSING',
  requires_capture: 'PROCESSING',
  succeeded: 'SUCCEEDED',
  canceled: 'CANCELLED',
};

const REASONS: Readonly<Record<string, DeclineReason>> = {
  insufficient_funds: 'INSUFFICIENT_FUNDS',
  expired_card: 'EXPIRED_CARD',
  incorrect_cvc: 'WRONG_SECURITY_CODE',
  invalid_cvc: 'WRONG_SECURITY_CODE',
  authentication_required: 'AUTHENTICATION_FAILED',
  payment_intent_authentication_failure: 'AUTHENTICATION_FAILED',
  processing_error: 'PROCESSING_ERROR',
  amount_too_small: 'AMOUNT_NOT_TAKEN',
  amount_too_large: 'AMOUNT_NOT_TAKEN',
};

/** The bank's own word says more than Stripe's for it. */
export const declineReasonOf = (error: {
  readonly code?: string | null | undefined;
  readonly decline_code?: string | null | undefined;
}): DeclineReason => REASONS[error.decline_code ?? ''] ?? REASONS[error.code ?? ''] ?? 'CARD_DECLINED';

interface Around {
  readonly disputes: readonly Pick<Stripe.Dispute, 'status'>[];
  readonly refunds: readonly Stripe.Refund[];
  readonly publishableKey: string;
}

/** What Stripe knows of a payment, in our words. */
export function paymentIn(intent: Stripe.PaymentIntent, around: Around): GatewayPayment {
  const { [METADATA.reference]: reference, [METADATA.receiver]: receiver } = intent.metadata;
  const state = STATES[intent.status] ?? 'OPEN';
  const isOpen = state === 'OPEN';
  return {
    reference: intent.id,
    order: reference === undefined || receiver === undefined ? null : { reference, receiver },
    state,
    cents: BigInt(state === 'SUCCEEDED' ? intent.amount_received : intent.amount),
    currency: intent.currency.toUpperCase(),
    declineReason: isOpen && intent.last_payment_error ? declineReasonOf(intent.last_payment_error) : null,
    dispute: disputeIn(around.disputes),
    refunds: around.refunds.map(refundIn),
    payWith:
      isOpen && intent.client_secret !== null
        ? { kind: 'LIBRARY', clientSecret: intent.client_secret, publishableKey: around.publishableKey }
        : null,
  };
}

/** One that was lost stays lost, whatever else was asked. */
function disputeIn(disputes: Around['disputes']): GatewayPayment['dispute'] {
  const found = disputes.map(({ status }) => status);
  if (found.includes('lost')) return 'LOST';
  if (found.some(status => !CLOSED.includes(status))) return 'OPEN';
  return found.length === 0 ? null : 'WON';
}

/** A warning that came to nothing took nothing. */
const CLOSED: readonly string[] = ['won', 'warning_closed', 'prevented'];

const REFUND_STATES: Readonly<Record<string, GatewayRefund['state']>> = {
  succeeded: 'SUCCEEDED',
  failed: 'FAILED',
  canceled: 'FAILED',
};

export const refundIn = ({ id, amount, status, metadata }: Stripe.Refund): GatewayRefund => ({
  reference: id,
  cents: BigInt(amount),
  state: REFUND_STATES[status ?? ''] ?? 'PENDING',
  idempotencyKey: metadata?.[METADATA.refund] ?? null,
});
