/** The closed sets of words of payments; the database holds the same ones. */

export const PAYMENT_METHODS = {
  CARD: 'CARD',
  CHEQUE: 'CHEQUE',
  TRANSFER: 'TRANSFER',
  CASH: 'CASH',
} as const;
export type PaymentMethod = keyof typeof PAYMENT_METHODS;

/** Why the money of a payment went back. */
export const RETURN_KINDS = { NSF: 'NSF', DISPUTE_LOST: 'DISPUTE_LOST', RECALLED: 'RECALLED' } as const;
export type ReturnKind = keyof typeof RETURN_KINDS;

/** What somebody can promise: a card is charged at once, and cash is brought. */
export const INTENT_METHODS = { CHEQUE: 'CHEQUE', TRANSFER: 'TRANSFER' } as const;
export type IntentMethod = keyof typeof INTENT_METHODS;

export const INTENT_ENDS = {
  PAID: 'PAID',
  WITHDRAWN: 'WITHDRAWN',
  EXPIRED: 'EXPIRED',
  CREDITED: 'CREDITED',
} as const;
export type IntentEnd = keyof typeof INTENT_ENDS;

export const REFUND_WAYS = {
  SOURCE: 'SOURCE',
  CREDIT: 'CREDIT',
  CHEQUE: 'CHEQUE',
  TRANSFER: 'TRANSFER',
} as const;
export type RefundWay = keyof typeof REFUND_WAYS;

export const EFFECT_CAUSES = { PAYMENT: 'PAYMENT', INTENT: 'INTENT', INVOICE: 'INVOICE' } as const;
export type EffectCause = keyof typeof EFFECT_CAUSES;

export const UNDONE_WHY = {
  INTENT_EXPIRED: 'INTENT_EXPIRED',
  INTENT_WITHDRAWN: 'INTENT_WITHDRAWN',
  PAYMENT_RETURNED: 'PAYMENT_RETURNED',
  REFUNDED: 'REFUNDED',
  CREDITED: 'CREDITED',
} as const;
export type UndoneWhy = keyof typeof UNDONE_WHY;
