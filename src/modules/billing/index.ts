/**
 * Billing: what things cost, who owes it, what was paid, and which body it belongs to.
 *
 * Responsible for: prices and taxes as dated rules, quotes, invoices and credit notes, payments, intents and refunds,
 * the ledger between bodies and its remittances.
 * Not responsible for: what a paid line brings about beyond the term of a membership (insurance, declarations), asking
 * for the next year's dues (renewals).
 */
import { allAsTheyWere, type SendAgainByLetter } from '../../platform/mail/index.ts';
import type { AnyJob } from '../../platform/jobs/job.ts';
import type { NodeSources } from '../../platform/graphql/node.ts';
import { cardsEntities, cardsJobs, cardsNodes, cardsResolvers } from './cards/index.ts';
import { invoicesEntities, invoicesJobs, invoicesNodes, invoicesResolvers } from './invoices/index.ts';
import { ledgerEntities, ledgerJobs, ledgerNodes, ledgerResolvers } from './ledger/index.ts';
import {
  paymentsEntities,
  paymentsJobs,
  paymentsLetters,
  paymentsNodes,
  paymentsResolvers,
} from './payments/index.ts';
import { QuoteResolver } from './quotes/quote.graphql.ts';
import { pricesEntities, pricesJobs, pricesNodes, pricesResolvers } from './prices/index.ts';

export { addFeeItem, addPriceRule, addTaxRegistration, type NewFeeItem } from './prices/index.ts';
export { billingOfMemberships } from './changes/membership-money.ts';
export { cardRoutes, cardsWordingEn, cardsWordingFr, openGateway, type GatewayPlace } from './cards/index.ts';
export { organizationBilling, personBilling, takeOverBilling } from './merging/index.ts';
export { paymentGateway } from './payment-gateway.ts';
export {
  BRIEF_INVOICE_FIELDS,
  BRIEF_LINE_FIELDS,
  bringInvoices,
  bringLastInvoice,
  broughtInvoices,
  countOwnInvoices,
  Invoice,
  InvoiceConnection,
  InvoiceEntity,
  isOfOrganization,
  isOfPersons,
  issueInvoice,
  LAST_INVOICE,
  LAST_INVOICE_COLUMNS,
  listOwnInvoices,
  newestInvoicesJson,
  newestOf,
  PAYING_ROLES,
  printedInvoices,
  readerOfOwn,
  STANDING_FIELDS,
  type InvoiceJson,
  type InvoicePart,
  type LastInvoiceFacts,
  type LinesPart,
} from './invoices/index.ts';
export { invoicesWordingEn, invoicesWordingFr } from './invoices/index.ts';
export {
  exportJournal,
  exportStatement,
  ledgerWordingEn,
  ledgerWordingFr,
  printedStatements,
} from './ledger/index.ts';
export { invoicesPorts } from './invoices/invoices.ports.ts';
export {
  houseLineEffects,
  invoiceSettlement,
  lineEffects,
  listOwnCredits,
  PayerCredit,
  recordPayment,
  paymentsWordingEn,
  paymentsWordingFr,
} from './payments/index.ts';
export { pricesWordingEn, pricesWordingFr } from './prices/index.ts';

export const billingEntities: readonly Function[] = [
  ...pricesEntities,
  ...invoicesEntities,
  ...paymentsEntities,
  ...cardsEntities,
  ...ledgerEntities,
];
export const billingResolvers: readonly Function[] = [
  ...pricesResolvers,
  QuoteResolver,
  ...invoicesResolvers,
  ...paymentsResolvers,
  ...cardsResolvers,
  ...ledgerResolvers,
];
export const billingNodes: NodeSources = [
  ...pricesNodes,
  ...invoicesNodes,
  ...paymentsNodes,
  ...cardsNodes,
  ...ledgerNodes,
];
export const billingJobs: readonly AnyJob[] = [
  ...pricesJobs,
  ...invoicesJobs,
  ...paymentsJobs,
  ...cardsJobs,
  ...ledgerJobs,
];
export const billingLetters = [...paymentsLetters] as const;
export const billingSendAgain: SendAgainByLetter = allAsTheyWere(billingLetters);
