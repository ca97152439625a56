import type { Wording } from '../../../../platform/wording/wording.ts';
import { invoiceNumber } from '../printed-number.ts';
import type { CreditNoteDocumentFacts, InvoiceDocumentFacts } from './document-facts.ts';
import { billToLines, day, issuerLines, linesTable, money, openSheet } from './print-parts.ts';
import { creditNoteNumber } from '../printed-number.ts';

/**
 * The document of an invoice. It says what an invoice of 500 dollars and more must say, whatever it comes to: the body
 * and the day, each tax with its rate and number, which lines are not taxed, the buyer, what was supplied, and the terms.
 */
export function printInvoice(facts: InvoiceDocumentFacts, wording: Wording): Promise<Buffer> {
  const number = invoiceNumber(facts.letterhead.code, facts);
  const title = wording.of('invoices.document.invoice', { number });
  const sheet = openSheet(wording, { title, letterhead: facts.letterhead, at: facts.at });
  sheet.heading(1, title);
  sheet.blocks([issuerLines(facts.letterhead, wording)]);
  sheet.heading(2, wording.of('invoices.document.billedTo'));
  sheet.blocks([billToLines(facts.billTo, wording)]);
  sheet.blocks([
    [
      wording.of('invoices.document.issuedOn', { on: day(facts.issuedOn, wording) }),
      wording.of('invoices.document.dueOn', { on: day(facts.dueOn, wording) }),
      ...memberLines(facts, wording),
    ],
  ]);
  const summary = wording.of('invoices.document.summary', { number });
  sheet.table(linesTable(wording, { ...facts, summary, pricesParts: true }));
  const on = day(facts.dueOn, wording);
  sheet.paragraph(wording.of('invoices.document.terms', { total: money(facts.total, wording), on, number }));
  return sheet.end();
}

export function printCreditNote(facts: CreditNoteDocumentFacts, wording: Wording): Promise<Buffer> {
  const number = creditNoteNumber(facts.letterhead.code, facts);
  const title = wording.of('invoices.document.creditNote', { number });
  const invoice = invoiceNumber(facts.invoiceCode, {
    fiscalYear: facts.invoiceFiscalYear,
    number: facts.invoiceNumber,
  });
  const sheet = openSheet(wording, { title, letterhead: facts.letterhead, at: facts.at });
  sheet.heading(1, title);
  sheet.blocks([issuerLines(facts.letterhead, wording)]);
  sheet.heading(2, wording.of('invoices.document.creditedTo'));
  sheet.blocks([billToLines(facts.billTo, wording)]);
  const on = day(facts.invoiceIssuedOn, wording);
  sheet.blocks([
    [
      wording.of('invoices.document.issuedOn', { on: day(facts.issuedOn, wording) }),
      wording.of('invoices.document.creditsInvoice', { invoice, on }),
      wording.of('invoices.document.reason', { reason: facts.reason }),
      ...memberLines(facts, wording),
    ],
  ]);
  const summary = wording.of('invoices.document.summary', { number });
  sheet.table(linesTable(wording, { ...facts, summary, pricesParts: facts.layout < 2 }));
  return sheet.end();
}

const memberLines = (
  { memberName, memberNumber }: Pick<InvoiceDocumentFacts, 'memberName' | 'memberNumber'>,
  wording: Wording,
): string[] =>
  memberName === null
    ? []
    : [wording.of('invoices.document.member', { name: memberName, number: memberNumber ?? '' })];
