/**
 * Invoices and credit notes: what is owed, to which bodies, and the documents that say so.
 *
 * Responsible for: numbers without gaps, invoices and credit notes as they were sent, to whom they are addressed, links
 * that let anybody pay one, and how much of each line is paid and credited.
 * Not responsible for: what things cost (prices), what was received (payments), which body gets it (ledger).
 */
import type { AnyJob } from '../../../platform/jobs/job.ts';
import type { NodeSources } from '../../../platform/graphql/node.ts';
import { BillToChangeEntity } from './addressing/bill-to-change.entity.ts';
import { billToChangeNodes, BillToChangesResolver } from './addressing/bill-to-changes.graphql.ts';
import { ChangeBillToResolver } from './addressing/change-bill-to.graphql.ts';
import { DecideBillToChangeResolver } from './addressing/decide-bill-to-change.graphql.ts';
import { BillToEntity } from './bill-to.entity.ts';
import { CreditNoteEntity, CreditNoteLineEntity, CreditNoteLineTaxEntity } from './credit-note.entity.ts';
import { CreditInvoiceResolver, creditNoteNodes } from './crediting/credit-invoice.graphql.ts';
import { CreditNoteDocumentResolver, InvoiceDocumentResolver } from './documents/document.graphql.ts';
import { invoiceNodes, InvoiceResolver } from './invoice.graphql.ts';
import { InvoiceLineTaxEntity } from './invoice-line-tax.entity.ts';
import { InvoiceLineEntity } from './invoice-line.entity.ts';
import { InvoiceEntity } from './invoice.entity.ts';
import {
  InvoicesResolver,
  MembershipInvoiceResolver,
  OrganizationInvoicesResolver,
} from './invoices.graphql.ts';
import { IssueInvoiceResolver } from './issuing/issue-invoice.graphql.ts';
import { LetterheadEntity } from './letterhead.entity.ts';
import { NumberSeriesEntity } from './number-series.entity.ts';
import { payLinkNodes, PayLinksResolver } from './pay-links/pay-links.graphql.ts';
import { PayLinkEntity } from './pay-link.entity.ts';

export { InvoiceEntity };
export { countPaid } from './count-on-lines.ts';
export { creditInvoiceLines } from './crediting/credit-invoice-lines.ts';
export { creditOfLine, type LineCredit, type PriceAndTaxes } from './crediting/credit-of-line.ts';
export { CreditAboveRemaining } from './crediting/credit.problems.ts';
export { printedInvoices } from './documents/printed-documents.ts';
export { documentLocale } from './document-locale.ts';
export { fiscalYearOf } from './fiscal-year.ts';
export { isPayer, PAYING_ROLES, paysFor, readerOf } from './invoice-rights.ts';
export { findInvoice, invoiceView } from './invoice-view.ts';
export { Invoice } from './invoice.type.ts';
export { BilledPeriod, InvoiceTax } from './invoice-line.type.ts';
export { LINE_EFFECTS, LINE_KINDS, SETTLEMENTS, TAXES } from './invoice.enums.ts';
export { invoiceById } from './invoice.loaders.ts';
export type { InvoiceFacts } from './invoice-facts.ts';
export { openOf, type HeldInvoice, type HeldLine } from './held-invoice.ts';
export { holdInvoices } from './hold-invoices.ts';
export { FeeAlreadyCharged, PeriodAlreadyBilled } from './invoice.problems.ts';
export { InvoiceConnection } from './invoices.graphql.ts';
export { issueInvoice } from './issuing/issue-invoice.ts';
export { countOwnInvoices, listOwnInvoices, readerOfOwn } from './list-invoices.ts';
export { BRIEF_INVOICE_FIELDS, BRIEF_LINE_FIELDS, STANDING_FIELDS } from './invoice-facts.ts';
export {
  bringLastInvoice,
  LAST_INVOICE,
  LAST_INVOICE_COLUMNS,
  type LastInvoiceFacts,
} from './last-invoice.ts';
export {
  bringInvoices,
  broughtInvoices,
  isOfOrganization,
  isOfPersons,
  newestInvoicesJson,
  newestOf,
  type InvoiceJson,
  type InvoicePart,
  type LinesPart,
} from './newest-invoices.ts';
export { invoicesPorts, type InvoicesPorts } from './invoices.ports.ts';
export { freezeLetterheads, type Letterhead, type LetterheadFacts } from './letterhead.ts';
export type { BillTo, LineExplanation, LineTax, NewInvoice, NewLine, WrittenInvoice } from './new-invoice.ts';
export { creditNoteNumber, invoiceNumber, readInvoiceNumber } from './printed-number.ts';
export { writeInvoice } from './write-invoice.ts';
export { writeInvoices } from './write-invoices.ts';
export { invoicesWordingEn } from './invoices.wording.en.ts';
export { invoicesWordingFr } from './invoices.wording.fr.ts';

export const invoicesEntities: readonly Function[] = [
  LetterheadEntity,
  NumberSeriesEntity,
  InvoiceEntity,
  InvoiceLineEntity,
  InvoiceLineTaxEntity,
  BillToEntity,
  BillToChangeEntity,
  CreditNoteEntity,
  CreditNoteLineEntity,
  CreditNoteLineTaxEntity,
  PayLinkEntity,
];
export const invoicesResolvers: readonly Function[] = [
  InvoiceResolver,
  InvoicesResolver,
  OrganizationInvoicesResolver,
  MembershipInvoiceResolver,
  IssueInvoiceResolver,
  ChangeBillToResolver,
  DecideBillToChangeResolver,
  BillToChangesResolver,
  CreditInvoiceResolver,
  PayLinksResolver,
  InvoiceDocumentResolver,
  CreditNoteDocumentResolver,
];
export const invoicesNodes: NodeSources = [
  ...invoiceNodes,
  ...billToChangeNodes,
  ...creditNoteNodes,
  ...payLinkNodes,
];
export const invoicesJobs: readonly AnyJob[] = [];
