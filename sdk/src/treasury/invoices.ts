import type { Core } from '../core.ts';
import {
  ApproveBillToChangeDocument,
  BillToChangesDocument,
  ChangeBillToDocument,
  CreditInvoiceDocument,
  DeclineBillToChangeDocument,
  InvoiceInCareDocument,
  InvoicesDocument,
  IssueInvoiceDocument,
  OverdueIntentsDocument,
  type ApproveBillToChangeInput,
  type ApproveBillToChangeMutation,
  type BillToChangeFilter,
  type BillToChangesQuery,
  type ChangeBillToInput,
  type ChangeBillToMutation,
  type CreditInvoiceInput,
  type CreditInvoiceMutation,
  type DeclineBillToChangeInput,
  type DeclineBillToChangeMutation,
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

/** A change of addressee that waits or waited for a second person, with its invoice. */
export type BillToChange = BillToChangesQuery['billToChanges']['nodes'][number];

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

  /**
   * Addresses an invoice to somebody else, such as an employer; who owes it stays, and so do the earlier versions. Above
   * the association's limit nothing changes yet, and `change` waits for somebody else's approval.
   *
   * - `BillToChangeWaits`: another one waits already.
   */
  changeBillTo(
    input: ChangeBillToInput,
    signal?: AbortSignal,
  ): Promise<OutcomeOf<ChangeBillToMutation['result']>>;

  /** The changes of addressee that needed a second person, the latest first. */
  billToChanges(filter: BillToChangeFilter, signal?: AbortSignal): List<BillToChange>;

  /** Approves what somebody else asked for; `BillToChangeNeedsSomebodyElse` otherwise, `BillToChangeNotWaiting` when it is over. */
  approveBillToChange(
    input: ApproveBillToChangeInput,
    signal?: AbortSignal,
  ): Promise<OutcomeOf<ApproveBillToChangeMutation['result']>>;

  /** Declines a change that waits, or takes it back. */
  declineBillToChange(
    input: DeclineBillToChangeInput,
    signal?: AbortSignal,
  ): Promise<OutcomeOf<DeclineBillToChangeMutation['result']>>;

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
  billToChanges: (filter, signal) =>
    listOf(
      async (page, aborted) =>
        (await core.request(BillToChangesDocument, { filter, ...page }, aborted)).billToChanges,
      signal,
    ),
  approveBillToChange: (input, signal) =>
    core.act(ApproveBillToChangeDocument, { input: withKey(input) }, signal),
  declineBillToChange: (input, signal) =>
    core.act(DeclineBillToChangeDocument, { input: withKey(input) }, signal),
  creditInvoice: (input, signal) => core.act(CreditInvoiceDocument, { input: withKey(input) }, signal),
  overdueIntents: (filter, signal) =>
    listOf(
      async (page, aborted) =>
        (await core.request(OverdueIntentsDocument, { filter, ...page }, aborted)).overdueIntents,
      signal,
    ),
});
