import type { Parts } from '../../../platform/context.ts';
import type { Tx } from '../../../platform/database/database.ts';
import { definePort } from '../../../platform/port.ts';
import type { HeldInvoice, HeldLine } from './held-invoice.ts';

type Acting = Pick<Parts, 'clock' | 'random' | 'ports'>;

/** What invoices ask of payments, which know them. */
export interface InvoicesPorts {
  /** Brings about what lines bring about by being issued; each of them has an effect. */
  settleIssued(context: Acting, tx: Tx, invoice: HeldInvoice, lines: readonly HeldLine[]): Promise<void>;
  /** Takes back what lines that were credited whole brought about, and ends an intent to pay nothing. */
  undoCredited(context: Acting, tx: Tx, invoice: HeldInvoice, lines: readonly HeldLine[]): Promise<void>;
}

export const invoicesPorts = definePort<InvoicesPorts>('invoices');
