import { createHash } from 'node:crypto';
import { printInvoice } from '../../src/modules/billing/invoices/documents/print-invoice.ts';
import type { InvoiceDocumentFacts } from '../../src/modules/billing/invoices/documents/document-facts.ts';
import { createHouseWordings } from '../../src/wording.ts';

/** Prints what stands in its argument, in a process of its own, and tells the digest of the document. */
const facts = JSON.parse(process.argv[2] ?? '') as InvoiceDocumentFacts;
const content = await printInvoice(
  { ...facts, at: new Date(facts.at) },
  createHouseWordings().in(facts.locale),
);
console.log(createHash('sha256').update(content).digest('hex'));
