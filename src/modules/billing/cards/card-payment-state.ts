import type { CardPaymentEntity } from './card-payment.entity.ts';

export const CARD_PAYMENT_STATES = {
  STARTED: 'STARTED',
  PROCESSING: 'PROCESSING',
  SUCCEEDED: 'SUCCEEDED',
  DECLINED: 'DECLINED',
  CANCELLED: 'CANCELLED',
  PARKED: 'PARKED',
} as const;
export type CardPaymentState = keyof typeof CARD_PAYMENT_STATES;

type Facts = Pick<CardPaymentEntity, 'outcome' | 'processingAt' | 'declineReason'>;

/** Where a card payment stands. One whose card was declined stands open for another card. */
export function cardPaymentState({ outcome, processingAt, declineReason }: Facts): CardPaymentState {
  if (outcome !== null) return outcome;
  if (processingAt !== null) return 'PROCESSING';
  return declineReason === null ? 'STARTED' : 'DECLINED';
}
