import type { Core } from './core.ts';
import {
  CardPaymentDocument,
  CreatePayLinkDocument,
  CreditNoteDocumentDocument,
  DeclareIntentToPayDocument,
  InvoiceByPayLinkDocument,
  InvoiceDocument,
  InvoiceDocumentDocument,
  InvoiceReceiptsDocument,
  MyCreditsDocument,
  MyInvoicesDocument,
  OrganizationInvoicesDocument,
  QuoteDocument,
  RevokePayLinkDocument,
  StartCardPaymentDocument,
  UseCreditDocument,
  WithdrawIntentToPayDocument,
  type CardPaymentFragment,
  type CreatePayLinkInput,
  type CreatePayLinkMutation,
  type DeclareIntentToPayInput,
  type DeclareIntentToPayMutation,
  type InvoiceByPayLinkQuery,
  type InvoiceDocumentQuery,
  type InvoiceFragment,
  type InvoiceSummaryFragment,
  type Locale,
  type MyCreditsQuery,
  type QuoteInput,
  type QuoteQuery,
  type RevokePayLinkInput,
  type RevokePayLinkMutation,
  type StartCardPaymentInput,
  type StartCardPaymentMutation,
  type UseCreditInput,
  type UseCreditMutation,
  type WithdrawIntentToPayInput,
  type WithdrawIntentToPayMutation,
} from './generated/operations.ts';
import { withKey } from './idempotency-key.ts';
import { listOf, NOTHING, type List } from './list.ts';
import type { OutcomeOf } from './outcome.ts';

export type {
  CardPaymentFragment as CardPayment,
  CreditNoteFragment as CreditNote,
  InvoiceFragment as Invoice,
  MoneyFragment as Money,
  PayableInvoiceFragment as PayableInvoice,
  QuoteFragment as Quote,
} from './generated/operations.ts';

/** An invoice as lists show it. */
export type InvoiceRow = InvoiceSummaryFragment;

/** Money of a payer that an association holds. */
export type PayerCredit = NonNullable<MyCreditsQuery['viewer']>['credits'][number];

/** Speaks for the session that asked for it: not to be passed on. */
export type DocumentLink = NonNullable<NonNullable<InvoiceDocumentQuery['invoice']>['document']>;

/** What somebody owes, and how they pay it. */
export interface Billing {
  /**
   * What memberships would cost on a day, line by line, with taxes and the reasons; nothing is written. The same day
   * has the same answer whenever it is asked.
   *
   * - `PlaceOfSupplyUnknown`: taxes go by the province of an address, and none is on file (`people.setAddresses`).
   */
  quote(input: QuoteInput, signal?: AbortSignal): Promise<OutcomeOf<QuoteQuery['result']>>;

  /** An invoice with its lines, taxes and credit notes; null when it is absent or not yours to see. */
  invoice(id: string, signal?: AbortSignal): Promise<InvoiceFragment | null>;

  /**
   * Where to fetch the document of an invoice, for some minutes: ask when somebody wants it. In the language in which
   * it was issued unless told otherwise; null for whoever does not pay it.
   */
  document(id: string, locale?: Locale | null, signal?: AbortSignal): Promise<DocumentLink | null>;

  /**
   * Where to fetch the document of one of `invoice.creditNotes`, like that of the invoice; null when it is absent or
   * not yours to see.
   */
  creditNoteDocument(id: string, locale?: Locale | null, signal?: AbortSignal): Promise<DocumentLink | null>;

  /**
   * Where to fetch the receipts of an invoice, for some minutes, in the order of `invoice.payments`: ask when somebody
   * wants one. Null where there is none for them.
   */
  receipts(id: string, signal?: AbortSignal): Promise<readonly (DocumentLink | null)[]>;

  /** What the signed-in person owes and owed, whatever it is for, the latest first. */
  myInvoices(signal?: AbortSignal): List<InvoiceRow>;

  /** What associations hold of the signed-in person's money, and of that of organizations for which they pay. */
  myCredits(signal?: AbortSignal): Promise<readonly PayerCredit[]>;

  /** What an organization owes and owed, for its principal and its DUES delegates; empty for anybody else. */
  invoicesOf(organizationId: string, signal?: AbortSignal): List<InvoiceRow>;

  /**
   * The invoice that a pay link opens, for whoever pays: nobody signs in, and asking changes nothing.
   *
   * - `PayLinkUnknown`: mistyped, withdrawn or too old. Whoever sent it can send another one.
   */
  invoiceByPayLink(token: string, signal?: AbortSignal): Promise<OutcomeOf<InvoiceByPayLinkQuery['result']>>;

  /** Makes a link by which whoever has it pays one invoice. Its `token` is told this once; `url` leads to the page. */
  createPayLink(
    input: CreatePayLinkInput,
    signal?: AbortSignal,
  ): Promise<OutcomeOf<CreatePayLinkMutation['result']>>;

  /** Withdraws one; `PayLinkNotFound` when it is none of yours. */
  revokePayLink(
    input: RevokePayLinkInput,
    signal?: AbortSignal,
  ): Promise<OutcomeOf<RevokePayLinkMutation['result']>>;

  /**
   * Starts to pay an invoice by card, as the one who owes it or with a pay link; `checkout` says how the browser goes on.
   * While one of the same amount stands, a second start answers with that one.
   *
   * - `NothingOwed`: it is paid, or being paid at this moment.
   * - `PaymentDeclined`: the gateway took no order of this amount.
   * - `GatewayUnavailable`: with `WAIT` repeat the call with the same key, else nobody takes cards here.
   */
  startCardPayment(
    input: StartCardPaymentInput,
    signal?: AbortSignal,
  ): Promise<OutcomeOf<StartCardPaymentMutation['result']>>;

  /**
   * A payment by card, by the `cardPayment` of the address to which the browser came back: ask again while it is
   * STARTED or PROCESSING. Null when it is absent or not yours. Whoever pays by a link gives its secret as
   * `payLinkToken`: the address no longer has it then, so the page keeps it for the session.
   */
  cardPayment(
    id: string,
    payLinkToken?: string | null,
    signal?: AbortSignal,
  ): Promise<CardPaymentFragment | null>;

  /**
   * Says by which way and on which day an invoice will be paid. By the day on which it is due, that unlocks the lines
   * that are settled by an intent.
   *
   * - `IntentAlreadyStated`: somebody has; withdraw that first.
   * - `NothingOwed`: nothing is left to pay.
   */
  declareIntentToPay(
    input: DeclareIntentToPayInput,
    signal?: AbortSignal,
  ): Promise<OutcomeOf<DeclareIntentToPayMutation['result']>>;

  /** Takes back the intent that stands; `NoIntentStands` when none does. */
  withdrawIntentToPay(
    input: WithdrawIntentToPayInput,
    signal?: AbortSignal,
  ): Promise<OutcomeOf<WithdrawIntentToPayMutation['result']>>;

  /**
   * Pays an invoice with what its issuer holds of its payer's money (`invoice.payerCredit`).
   *
   * - `CreditTooSmall`: there is less; `credit` says how much.
   * - `NothingOwed`: nothing is left to pay.
   */
  useCredit(input: UseCreditInput, signal?: AbortSignal): Promise<OutcomeOf<UseCreditMutation['result']>>;
}

/** Plug it in: `createAffilia({ …, use: { billing } })`. */
export const billing = (core: Core): Billing => ({
  quote: (input, signal) => core.act(QuoteDocument, { input }, signal),
  invoice: async (id, signal) => (await core.request(InvoiceDocument, { id }, signal)).invoice,
  document: async (id, locale = null, signal) =>
    (await core.request(InvoiceDocumentDocument, { id, locale }, signal)).invoice?.document ?? null,
  creditNoteDocument: async (id, locale = null, signal) => {
    const { node } = await core.request(CreditNoteDocumentDocument, { id, locale }, signal);
    return node && 'document' in node ? node.document : null;
  },
  receipts: async (id, signal) =>
    (await core.request(InvoiceReceiptsDocument, { id }, signal)).invoice?.payments.map(
      ({ receipt }) => receipt,
    ) ?? [],
  myInvoices: signal =>
    listOf(
      async (page, aborted) =>
        (await core.request(MyInvoicesDocument, page, aborted)).viewer?.invoices ?? NOTHING,
      signal,
    ),
  myCredits: async signal => (await core.request(MyCreditsDocument, {}, signal)).viewer?.credits ?? [],
  invoicesOf: (id, signal) =>
    listOf(
      async (page, aborted) =>
        (await core.request(OrganizationInvoicesDocument, { id, ...page }, aborted)).organization?.invoices ??
        NOTHING,
      signal,
    ),
  invoiceByPayLink: (token, signal) => core.act(InvoiceByPayLinkDocument, { token }, signal, 'ANONYMOUS'),
  createPayLink: (input, signal) => core.act(CreatePayLinkDocument, { input: withKey(input) }, signal),
  revokePayLink: (input, signal) => core.act(RevokePayLinkDocument, { input }, signal),
  startCardPayment: (input, signal) => core.act(StartCardPaymentDocument, { input: withKey(input) }, signal),
  cardPayment: async (id, payLinkToken = null, signal) =>
    (await core.request(CardPaymentDocument, { id, payLinkToken }, signal)).cardPayment,
  declareIntentToPay: (input, signal) =>
    core.act(DeclareIntentToPayDocument, { input: withKey(input) }, signal),
  withdrawIntentToPay: (input, signal) =>
    core.act(WithdrawIntentToPayDocument, { input: withKey(input) }, signal),
  useCredit: (input, signal) => core.act(UseCreditDocument, { input: withKey(input) }, signal),
});
