import type { InvoiceId } from '../../../kernel/id.ts';
import { Money } from '../../../kernel/money.ts';
import type { HeldInvoice, HeldLine } from '../invoices/held-invoice.ts';
import type { LineAmount } from '../ledger/allocate.ts';

export interface InvoiceAmount {
  readonly invoiceId: InvoiceId;
  readonly amount: Money;
}

export const NOTHING = Money.cad(0);

export const least = (...amounts: readonly Money[]): Money =>
  amounts.reduce((least, amount) => (amount.compare(least) < 0 ? amount : least));

export const sumOf = (amounts: readonly { readonly amount: Money }[]): Money =>
  amounts.reduce((sum, { amount }) => sum.plus(amount), NOTHING);

export const negative = (parts: readonly LineAmount[]): LineAmount[] =>
  parts.map(({ lineId, amount }) => ({ lineId, amount: amount.times(-1) }));

/** The invoice once the parts are counted; below zero they are taken back. */
export function withPaid(invoice: HeldInvoice, parts: readonly LineAmount[]): HeldInvoice {
  const lines = invoice.lines.map(line => ({ ...line, paid: line.paid.plus(partOf(line, parts)) }));
  return { ...invoice, lines, paid: lines.reduce((sum, { paid }) => sum.plus(paid), NOTHING) };
}

/** What of the parts concerns each invoice; invoices that they leave alone are left out. */
export const perInvoice = (invoices: readonly HeldInvoice[], parts: readonly LineAmount[]): InvoiceAmount[] =>
  invoices
    .map(({ id, lines }) => ({
      invoiceId: id,
      amount: lines.reduce((sum, line) => sum.plus(partOf(line, parts)), NOTHING),
    }))
    .filter(({ amount }) => !amount.isZero());

const partOf = ({ id }: HeldLine, parts: readonly LineAmount[]): Money =>
  sumOf(parts.filter(({ lineId }) => lineId === id));
