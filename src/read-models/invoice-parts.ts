import type { GraphQLResolveInfo } from 'graphql';
import {
  BRIEF_INVOICE_FIELDS,
  BRIEF_LINE_FIELDS,
  type InvoicePart,
  type LinesPart,
} from '../modules/billing/index.ts';
import type { ConnectionArgs } from '../platform/graphql/connection.ts';
import { wantedFirst } from '../platform/graphql/page-window.ts';
import { argumentsOf, asksBeyond, asksFor, asksForMore } from './selection.ts';

/** Which parts of the newest invoices of somebody the selection asks for. */
export interface InvoiceParts {
  readonly invoices: boolean;
  /** More of them than lists show. */
  readonly wholeInvoices: boolean;
  readonly invoiceLines: boolean;
  /** More of them than most people see. */
  readonly wholeInvoiceLines: boolean;
}

export const NO_INVOICES: InvoiceParts = {
  invoices: false,
  wholeInvoices: false,
  invoiceLines: false,
  wholeInvoiceLines: false,
};

export const invoicePartsAskedFor = (info: GraphQLResolveInfo): InvoiceParts => ({
  invoices: asksFor(info, 'invoices'),
  wholeInvoices:
    asksBeyond(info, ['invoices', 'nodes'], BRIEF_INVOICE_FIELDS) ||
    asksBeyond(info, ['invoices', 'edges', 'node'], BRIEF_INVOICE_FIELDS),
  invoiceLines:
    asksFor(info, 'invoices', 'nodes', 'lines') || asksFor(info, 'invoices', 'edges', 'node', 'lines'),
  wholeInvoiceLines: asksForMore(info, 'lines', BRIEF_LINE_FIELDS),
});

interface BroughtParts {
  readonly invoice: InvoicePart;
  readonly lines: LinesPart;
}

export const broughtParts = (parts: InvoiceParts): BroughtParts => ({
  invoice: parts.wholeInvoices ? 'WHOLE' : 'BRIEF',
  lines: parts.invoiceLines ? (parts.wholeInvoiceLines ? 'WHOLE' : 'BRIEF') : 'NONE',
});

/** How many of the newest invoices are asked for, by whichever alias; null where no page begins with the newest. */
export function invoicesWanted(info: GraphQLResolveInfo): number | null {
  const sizes = argumentsOf(info, 'invoices')
    .map(args => wantedFirst(args as ConnectionArgs))
    .filter(size => size !== null);
  return sizes.length === 0 ? null : Math.max(...sizes);
}

/** One more than wanted says whether there are more: read where somebody asks. */
export const asksWhetherMore = (info: GraphQLResolveInfo): boolean => asksFor(info, 'invoices', 'pageInfo');
