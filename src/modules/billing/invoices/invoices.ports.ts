import type { AccountId, InvoiceId } from '../../../kernel/id.ts';
import type { LocalDate } from '../../../kernel/local-date.ts';
import type { Money } from '../../../kernel/money.ts';
import type { Parts } from '../../../platform/context.ts';
import type { Tx } from '../../../platform/database/database.ts';
import { definePort } from '../../../platform/port.ts';
import type { HeldInvoice } from './held-invoice.ts';

type Acting = Pick<Parts, 'clock' | 'random' | 'ports' | 'vault'>;

export interface FreedByCredit {
  /** Held. */
  readonly invoiceId: InvoiceId;
  /** In the credit of its payer by now. */
  readonly amount: Money;
  readonly on: LocalDate;
  readonly recordedBy: AccountId | null;
}

/** What invoices ask of payments, which know them. */
export interface InvoicesPorts {
  /** Brings about what its lines bring about by being issued, or by costing nothing. */
  settleIssued(context: Acting, tx: Tx, invoice: HeldInvoice): Promise<void>;
  /** Takes back what lines that were credited whole brought about, and ends an intent to pay nothing. */
  undoCredited(context: Acting, tx: Tx, invoice: HeldInvoice): Promise<void>;
  /** Pays what is open of it with what a credit note, which is written by then, has freed of it. */
  payWithFreed(context: Acting, tx: Tx, freed: FreedByCredit): Promise<void>;
}

export const invoicesPorts = definePort<InvoicesPorts>('invoices');
