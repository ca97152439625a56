import type { Context } from '../../../platform/context.ts';
import { associationById, associationView, type Association } from '../../associations/index.ts';
import { wordExplanation } from '../word-explanation.ts';
import { InvoiceBillTo } from './invoice-bill-to.type.ts';
import type { InvoiceFacts, LineFacts } from './invoice-facts.ts';
import { InvoiceLine } from './invoice-line.type.ts';
import { billTosOfInvoice, invoiceById, invoiceOfLine, linesOfInvoice } from './invoice.loaders.ts';
import { readerOf, type InvoiceReader } from './invoice-rights.ts';
import { Invoice } from './invoice.type.ts';

/** What somebody is to an invoice that they read: known, or found out by whoever needs it. */
export type ReaderOf = InvoiceReader | ((invoice: InvoiceFacts) => Promise<InvoiceReader>);

/** The view of an invoice for whoever reads it: ask before. Its lines are read unless a read brought them along. */
export const invoiceView = (
  context: Context,
  facts: InvoiceFacts,
  reader: ReaderOf,
  lines: readonly LineFacts[] | null = null,
): Invoice =>
  new Invoice(facts, context, {
    issuer: () => bodyOf(context, facts.issuerId),
    lines:
      lines?.map(line => lineView(context, line)) ??
      (async () => (await context.load(linesOfInvoice, facts.id)).map(line => lineView(context, line))),
    billTo: async () => (await addressees(context, facts, reader)).at(-1) ?? null,
    billToHistory: async () => (await addressees(context, facts, reader)).slice(0, -1),
  });

export const lineView = (context: Context, line: LineFacts): InvoiceLine =>
  new InvoiceLine(line, context, {
    supplier: () => bodyOf(context, line.supplierId),
    explanation: () => line.explanation.map(because => wordExplanation(because, context)),
  });

/** An invoice that the signed-in person may read; absent and not theirs are the same answer. */
export async function findInvoice(context: Context, id: string): Promise<Invoice | null> {
  const facts = await context.load(invoiceById, id);
  const reader = facts && (await readerOf(context, facts));
  return facts && reader ? invoiceView(context, facts, reader) : null;
}

/** One of the lines of an invoice that the signed-in person may read. */
export async function findInvoiceLine(context: Context, id: string): Promise<InvoiceLine | null> {
  const invoiceId = await context.load(invoiceOfLine, id);
  if (invoiceId === null || (await findInvoice(context, invoiceId)) === null) return null;
  const line = (await context.load(linesOfInvoice, invoiceId)).find(one => one.id === id);
  return line ? lineView(context, line) : null;
}

async function addressees(
  context: Context,
  invoice: InvoiceFacts,
  reader: ReaderOf,
): Promise<readonly InvoiceBillTo[]> {
  if ((typeof reader === 'string' ? reader : await reader(invoice)) === 'MEMBER') return [];
  return (await context.load(billTosOfInvoice, invoice.id)).map(facts => new InvoiceBillTo(facts));
}

async function bodyOf(context: Context, id: string): Promise<Association> {
  const row = await context.load(associationById, id);
  if (row === null) throw new Error('an invoice names a body that is gone');
  return associationView(row);
}
