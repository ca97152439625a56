/** The closed sets of words of the ledger; the database holds the same ones. */

/** What a journal records. */
export const JOURNAL_KINDS = {
  PAYMENT: 'PAYMENT',
  CREDIT_USED: 'CREDIT_USED',
  PAYMENT_RETURNED: 'PAYMENT_RETURNED',
  REFUND: 'REFUND',
  REFUND_FAILED: 'REFUND_FAILED',
  CREDIT_NOTE: 'CREDIT_NOTE',
  REMITTANCE: 'REMITTANCE',
  REMITTANCE_REVERSED: 'REMITTANCE_REVERSED',
  CLAIM: 'CLAIM',
  CLAIM_PAID: 'CLAIM_PAID',
} as const;
export type JournalKind = keyof typeof JOURNAL_KINDS;

/** Where a cent stands. */
export const LEDGER_ACCOUNTS = {
  CASH: 'CASH',
  PAYER_CREDIT: 'PAYER_CREDIT',
  OWED: 'OWED',
  TAX: 'TAX',
  CLAIMED: 'CLAIMED',
} as const;
export type LedgerAccount = keyof typeof LEDGER_ACCOUNTS;

/** Which way the money of a batch goes: to the body, or back from it. */
export const REMITTANCE_KINDS = { REMITTANCE: 'REMITTANCE', CLAIM: 'CLAIM' } as const;
export type RemittanceKind = keyof typeof REMITTANCE_KINDS;
