/** The closed sets of words of payments by card; the database holds the same ones. */

/** How a card payment ended. DECLINED: the gateway did not take the order. PARKED: it was paid, but not as it was ordered. */
export const CARD_OUTCOMES = {
  SUCCEEDED: 'SUCCEEDED',
  DECLINED: 'DECLINED',
  CANCELLED: 'CANCELLED',
  PARKED: 'PARKED',
} as const;
export type CardOutcome = keyof typeof CARD_OUTCOMES;

export const DISPUTES = { OPEN: 'OPEN', WON: 'WON', LOST: 'LOST' } as const;
export type Dispute = keyof typeof DISPUTES;

/** As what somebody pays by card: as whoever owes the invoice, or for themselves what another owes. */
export const PAID_AS = { PAYER: 'PAYER', SELF: 'SELF' } as const;
export type PaidAs = keyof typeof PAID_AS;

/** Why money that came in waits for staff. */
export const PARKED_WHY = {
  AMOUNT_DIFFERS: 'AMOUNT_DIFFERS',
  CURRENCY_DIFFERS: 'CURRENCY_DIFFERS',
  NOTHING_OWED: 'NOTHING_OWED',
  UNKNOWN_REFERENCE: 'UNKNOWN_REFERENCE',
} as const;
export type ParkedWhy = keyof typeof PARKED_WHY;

/** What became of it. RETURNED: the payer had it taken back before staff decided. */
export const SETTLED_HOW = {
  ALLOCATED: 'ALLOCATED',
  CREDITED: 'CREDITED',
  SENT_BACK: 'SENT_BACK',
  RETURNED: 'RETURNED',
} as const;
export type SettledHow = keyof typeof SETTLED_HOW;
