import type { Core } from '../core.ts';
import {
  ChangeBillToDocument,
  CreditInvoiceDocument,
  InvoiceInCareDocument,
  InvoicesDocument,
  IssueInvoiceDocument,
  OverdueIntentsDocument,
  type ChangeBillToInput,
  type ChangeBillToMutation,
  type CreditInvoiceInput,
  type CreditInvoiceMutation,
  type InvoiceFilter,
  type InvoiceInCareQuery,
  type InvoiceSummaryFragment,
  type IssueInvoiceInput,
  type IssueInvoiceMutation,
  type OverdueIntentFilter,
  type OverdueIntentsQuery,
} from '../generated/operations.ts';
import { withKey } from '../idempotency-key.ts';
import { listOf, type List } from '../list.ts';
import type { OutcomeOf } from '../outcome.ts';

/** An invoice with what staff see of its payments. */
export type InvoiceInCare = NonNullable<InvoiceInCareQuery['invoice']>;

/** What was announced and did not come, with its invoice. */
export type OverdueIntent = OverdueIntentsQuery['overdueIntents']['nodes'][number];

/** What members owe an association. */
export interface InvoicesOfStaff {
  /** The invoices of an association, whatever they are for, the latest first. */
  invoices(filter: InvoiceFilter, signal?: AbortSignal): List<InvoiceSummaryFragment>;

  /** An invoice with its payments and their refunds; null when it is absent or not yours to see. */
  invoice(id: string, signal?: AbortSignal): Promise<InvoiceInCare | null>;

  /** Bills somebody for anything but dues, which follow from the rules of prices. */
  issueInvoice(
    input: IssueInvoiceInput,
    signal?: AbortSignal,
  ): Promise<OutcomeOf<IssueInvoiceMutation['result']>>;

  /** Addresses an invoice to somebody else, such as an employer; who owes it stays, and so do the earlier versions. */
  changeBillTo(
    input: ChangeBillToInput,
    signal?: AbortSignal,
  ): Promise<OutcomeOf<ChangeBillToMutation['result']>>;

  /**
   * Takes back an invoice, or a part of it, by a credit note; what was paid beyond the rest is the payer's credit.
   *
   * - `CreditAboveRemaining`: less is left of a line; `remaining` says how much.
   */
  creditInvoice(
    input: CreditInvoiceInput,
    signal?: AbortSignal,
  ): Promise<OutcomeOf<CreditInvoiceMutation['result']>>;

  /** What was announced and did not come, the oldest deadline first. */
  overdueIntents(filter: OverdueIntentFilter, signal?: AbortSignal): List<OverdueIntent>;
}

export const invoicesOfStaff = (core: Core): InvoicesOfStaff => ({
  invoices: (filter, signal) =>
    listOf(
      async (page, aborted) => (await core.request(InvoicesDocument, { filter, ...page }, aborted)).invoices,
      signal,
    ),
  invoice: async (id, signal) => (await core.request(InvoiceInCareDocument, { id }, signal)).invoice,
  issueInvoice: (input, signal) => core.act(IssueInvoiceDocument, { input: withKey(input) }, signal),
  changeBillTo: (input, signal) => core.act(ChangeBillToDocument, { input: withKey(input) }, signal),
  creditInvoice: (input, signal) => core.act(CreditInvoiceDocument, { input: withKey(input) }, signal),
  overdueIntents: (filter, signal) =>
    listOf(
      async (page, aborted) =>
        (await core.request(OverdueIntentsDocument, { filter, ...page }, aborted)).overdueIntents,
      signal,
    ),
});
