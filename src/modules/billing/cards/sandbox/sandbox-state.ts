import type { DeclineReason, GatewayPayment, GatewayRefund } from '../../payment-gateway.ts';

export const SANDBOX_EVENTS = [
  'PROCESSING',
  'DECLINED',
  'SUCCEEDED',
  'CANCELLED',
  'DISPUTE_OPENED',
  'DISPUTE_WON',
  'DISPUTE_LOST',
  'REFUNDED',
  'REFUND_FAILED',
] as const;
export type SandboxEventKind = (typeof SANDBOX_EVENTS)[number];

export interface SandboxOrder {
  readonly reference: string;
  readonly orderReference: string;
  readonly receiver: string;
  readonly cents: bigint;
}

export interface SandboxFact {
  readonly id: string;
  /** Of a refund that we asked for. */
  readonly idempotencyKey: string | null;
  readonly kind: SandboxEventKind;
  readonly happensAt: Date;
  readonly cents: bigint | null;
  readonly currency: string | null;
  readonly declineReason: DeclineReason | null;
}

type Found = Omit<GatewayPayment, 'payWith'>;

/** What the sandbox knows of an order at an instant, from what has happened to it by then, in this order. */
export function sandboxPaymentAt(order: SandboxOrder, facts: readonly SandboxFact[], now: Date): Found {
  const untouched: Found = {
    reference: order.reference,
    order: { reference: order.orderReference, receiver: order.receiver },
    state: 'OPEN',
    cents: order.cents,
    currency: 'CAD',
    declineReason: null,
    dispute: null,
    refunds: [],
  };
  return facts.filter(({ happensAt }) => happensAt <= now).reduce(after, untouched);
}

function after(payment: Found, fact: SandboxFact): Found {
  const isOver = payment.state === 'SUCCEEDED' || payment.state === 'CANCELLED';
  switch (fact.kind) {
    case 'PROCESSING':
      return isOver ? payment : { ...payment, state: 'PROCESSING', declineReason: null };
    case 'DECLINED':
      return isOver ? payment : { ...payment, state: 'OPEN', declineReason: fact.declineReason };
    case 'CANCELLED':
      return isOver ? payment : { ...payment, state: 'CANCELLED' };
    case 'SUCCEEDED':
      if (isOver) return payment;
      return {
        ...payment,
        state: 'SUCCEEDED',
        declineReason: null,
        cents: fact.cents ?? payment.cents,
        currency: fact.currency ?? payment.currency,
      };
    case 'DISPUTE_OPENED':
      return { ...payment, dispute: 'OPEN' };
    case 'DISPUTE_WON':
      return { ...payment, dispute: 'WON' };
    case 'DISPUTE_LOST':
      return { ...payment, dispute: 'LOST' };
    case 'REFUNDED':
      return { ...payment, refunds: [...payment.refunds, refundOf(fact)] };
    case 'REFUND_FAILED':
      return { ...payment, refunds: payment.refunds.map(refund => ({ ...refund, state: 'FAILED' })) };
  }
}

export const refundOf = ({
  id,
  cents,
  idempotencyKey,
}: Pick<SandboxFact, 'id' | 'cents' | 'idempotencyKey'>): GatewayRefund => ({
  reference: id,
  cents: cents ?? 0n,
  state: 'SUCCEEDED',
  idempotencyKey,
});
