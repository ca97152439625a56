import type { HeldInvoice } from '../invoices/held-invoice.ts';
import { payerColumns, type Payer } from '../payer.ts';

/** By what payers are told apart, and put in order. */
export const keyOf = (payer: Payer): string => JSON.stringify(payerColumns(payer));

export const isSamePayer = (a: Payer, b: Payer): boolean => keyOf(a) === keyOf(b);

/** Who owes the invoices, each of them once. */
export const payersOf = (invoices: readonly Pick<HeldInvoice, 'payer'>[]): Payer[] => [
  ...new Map(invoices.map(({ payer }) => [keyOf(payer), payer])).values(),
];
