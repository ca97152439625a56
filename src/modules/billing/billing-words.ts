/** The closed sets of words that more than one room of billing speaks; the database holds the same ones. */

export const LINE_KINDS = {
  DUES: 'DUES',
  INSURANCE: 'INSURANCE',
  EVENT: 'EVENT',
  FEE: 'FEE',
  DONATION: 'DONATION',
  CONTRIBUTION: 'CONTRIBUTION',
  OTHER: 'OTHER',
} as const;
export type LineKind = keyof typeof LINE_KINDS;

export const TAXES = { GST: 'GST', HST: 'HST', QST: 'QST', PREMIUM_TAX: 'PREMIUM_TAX' } as const;
export type Tax = keyof typeof TAXES;

/** What a line brings about once it is settled. */
export const LINE_EFFECTS = {
  NONE: 'NONE',
  EXTEND_TERM: 'EXTEND_TERM',
  BIND_COVER: 'BIND_COVER',
  REGISTER: 'REGISTER',
  REINSTATE: 'REINSTATE',
} as const;
export type LineEffect = keyof typeof LINE_EFFECTS;

/** When a line brings it about. */
export const SETTLEMENTS = {
  ON_PAYMENT: 'ON_PAYMENT',
  ON_INTENT: 'ON_INTENT',
  ON_INVOICE: 'ON_INVOICE',
} as const;
export type Settlement = keyof typeof SETTLEMENTS;
