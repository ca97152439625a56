export const BANK_ROW_OUTCOMES = {
  RECEIVED: 'RECEIVED',
  PARKED: 'PARKED',
  RECEIVED_BEFORE: 'RECEIVED_BEFORE',
  NOT_A_RECEIPT: 'NOT_A_RECEIPT',
  UNREADABLE: 'UNREADABLE',
} as const;
export type BankRowOutcome = keyof typeof BANK_ROW_OUTCOMES;

/** What became of a line of the file, or would. As JSON: it is kept as the answer to the request. */
export interface BankRowResult {
  /** As a spreadsheet counts: the line of names is 1. */
  readonly row: number;
  readonly outcome: BankRowOutcome;
  readonly cents: string | null;
  readonly invoiceIds: readonly string[];
  readonly leftCents: string | null;
}
