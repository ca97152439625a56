import { fromPublicId, type IdKind } from '../../../../kernel/id.ts';
import type { Locale } from '../../../../kernel/locale.ts';
import type { Context } from '../../../../platform/context.ts';
import type { PrintDocument } from '../../../documents/index.ts';
import { documentLocale } from '../document-locale.ts';
import { invoiceById } from '../invoice.loaders.ts';
import { readerOf } from '../invoice-rights.ts';
import type { LetterheadFacts } from '../letterhead.ts';
import { creditNoteNumber, invoiceNumber } from '../printed-number.ts';
import { creditNoteById } from '../crediting/credit-note.rows.ts';
import { readCreditNoteDocument, readInvoiceDocument } from './document-facts.ts';
import { printCreditNote, printInvoice } from './print-invoice.ts';
import { printReceipt, readReceipt } from './print-receipt.ts';
import { mayReadReceipt } from './receipt-reader.ts';

/** In the language asked for, unless the association writes French alone. */
const localeOf = (
  { letterhead, locale }: { readonly letterhead: LetterheadFacts; readonly locale: Locale },
  asked: Locale | null,
): Locale => documentLocale(letterhead.languagePolicy, asked ?? locale);

async function mayRead(context: Context, invoiceId: string): Promise<boolean> {
  const invoice = await context.load(invoiceById, invoiceId);
  const reader = invoice && (await readerOf(context, invoice));
  return reader === 'PAYER' || reader === 'STAFF';
}

const invoice: PrintDocument = async (context, publicId, asked) => {
  const id = fromPublicId('Invoice', publicId);
  if (!id || !(await mayRead(context, id))) return null;
  const [facts] = await context.db.read(readInvoiceDocument, [id]);
  if (!facts) return null;
  const wording = context.wordings.in(localeOf(facts, asked));
  return {
    name: `${invoiceNumber(facts.letterhead.code, facts)}.pdf`,
    content: await printInvoice(facts, wording),
  };
};

const creditNote: PrintDocument = async (context, publicId, asked) => {
  const id = fromPublicId('CreditNote', publicId);
  const note = id && (await context.load(creditNoteById, id));
  if (!note || !(await mayRead(context, note.invoiceId))) return null;
  const [facts] = await context.db.read(readCreditNoteDocument, [note.id]);
  if (!facts) return null;
  const wording = context.wordings.in(localeOf(facts, asked));
  return {
    name: `${creditNoteNumber(facts.letterhead.code, facts)}.pdf`,
    content: await printCreditNote(facts, wording),
  };
};

const receipt: PrintDocument = async (context, publicId, asked) => {
  const id = fromPublicId('Payment', publicId);
  const [facts] = id === null ? [] : await context.db.read(readReceipt, [id]);
  if (!facts || !(await mayReadReceipt(context, facts))) return null;
  const wording = context.wordings.in(localeOf(facts, asked));
  const name = wording.of('invoices.document.receiptFile', { on: facts.receivedOn });
  return { name: `${name}.pdf`, content: await printReceipt(facts, wording) };
};

/** By the kind of their id. */
export const printedInvoices: Partial<Record<IdKind, PrintDocument>> = {
  Invoice: invoice,
  CreditNote: creditNote,
  Payment: receipt,
};
