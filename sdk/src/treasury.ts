import type { Core } from './core.ts';
import { book, type Book } from './treasury/book.ts';
import { invoicesOfStaff, type InvoicesOfStaff } from './treasury/invoices.ts';
import { paymentsOfStaff, type PaymentsOfStaff } from './treasury/payments.ts';
import { priceAdministration, type PriceAdministration } from './treasury/prices.ts';
import { remittancesOfStaff, type RemittancesOfStaff } from './treasury/remittances.ts';

export type {
  ParkedReceiptFragment as ParkedReceipt,
  AllocatedPaymentFragment as AllocatedPayment,
  PaymentAllocationFragment as PaymentAllocation,
  PaymentFragment as Payment,
  PriceListFragment as PriceList,
} from './generated/operations.ts';
export type { Ledger, LedgerEntry } from './treasury/book.ts';
export type { BillToChange, InvoiceInCare, OverdueIntent } from './treasury/invoices.ts';
export type { Refund } from './treasury/payments.ts';
export type { Remittance, RemittanceRow, RemittanceStatement } from './treasury/remittances.ts';

/** Staff: what members owe an association, and the money between bodies. */
export interface Treasury
  extends PriceAdministration, InvoicesOfStaff, PaymentsOfStaff, Book, RemittancesOfStaff {}

/** Plug it in: `createAffilia({ …, use: { treasury } })`. */
export const treasury = (core: Core): Treasury => ({
  ...priceAdministration(core),
  ...invoicesOfStaff(core),
  ...paymentsOfStaff(core),
  ...book(core),
  ...remittancesOfStaff(core),
});
