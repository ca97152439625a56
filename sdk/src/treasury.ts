import type { Core } from './core.ts';
import {
  ApproveRefundDocument,
  ApproveRemittanceDocument,
  ClaimFromBodyDocument,
  ClosePeriodDocument,
  CreditInvoiceDocument,
  ImportBankFileDocument,
  InvoiceInCareDocument,
  InvoicesDocument,
  IssueInvoiceDocument,
  LedgerDocument,
  LedgerEntriesDocument,
  MarkRemittancePaidDocument,
  OverdueIntentsDocument,
  ParkedReceiptsDocument,
  PaymentsDocument,
  PrepareRemittanceDocument,
  PriceListDocument,
  RecordPaymentDocument,
  RefundPaymentDocument,
  RefundsDocument,
  RemittanceDocument,
  RemittanceEntriesDocument,
  RemittancesDocument,
  ReturnPaymentDocument,
  ReverseRemittanceDocument,
  SetFeeItemDocument,
  SetPriceRuleDocument,
  SetTaxRegistrationDocument,
  SetTaxStatusDocument,
  SettleParkedReceiptDocument,
  WithdrawRefundDocument,
  type ApproveRefundInput,
  type ApproveRefundMutation,
  type ApproveRemittanceInput,
  type ApproveRemittanceMutation,
  type ClaimFromBodyInput,
  type ClaimFromBodyMutation,
  type ClosePeriodInput,
  type ClosePeriodMutation,
  type CreditInvoiceInput,
  type CreditInvoiceMutation,
  type ImportBankFileInput,
  type ImportBankFileMutation,
  type InvoiceFilter,
  type InvoiceInCareQuery,
  type InvoiceSummaryFragment,
  type IssueInvoiceInput,
  type IssueInvoiceMutation,
  type LedgerEntryFragment,
  type LedgerFilter,
  type LedgerQuery,
  type MarkRemittancePaidInput,
  type MarkRemittancePaidMutation,
  type OverdueIntentFilter,
  type OverdueIntentsQuery,
  type ParkedReceiptFragment,
  type PaymentFilter,
  type PaymentFragment,
  type PrepareRemittanceInput,
  type PrepareRemittanceMutation,
  type PriceListFragment,
  type RecordPaymentInput,
  type RecordPaymentMutation,
  type RefundFilter,
  type RefundPaymentInput,
  type RefundPaymentMutation,
  type RefundsQuery,
  type RemittanceBatchFilter,
  type RemittanceQuery,
  type RemittanceSummaryFragment,
  type ReturnPaymentInput,
  type ReturnPaymentMutation,
  type ReverseRemittanceInput,
  type ReverseRemittanceMutation,
  type SetFeeItemInput,
  type SetFeeItemMutation,
  type SetPriceRuleInput,
  type SetPriceRuleMutation,
  type SetTaxRegistrationInput,
  type SetTaxRegistrationMutation,
  type SetTaxStatusInput,
  type SetTaxStatusMutation,
  type SettleParkedReceiptInput,
  type SettleParkedReceiptMutation,
  type WithdrawRefundInput,
  type WithdrawRefundMutation,
} from './generated/operations.ts';
import { withKey } from './idempotency-key.ts';
import { listOf, NOTHING, type List } from './list.ts';
import type { OutcomeOf } from './outcome.ts';

export type {
  ParkedReceiptFragment as ParkedReceipt,
  PaymentFragment as Payment,
  PriceListFragment as PriceList,
} from './generated/operations.ts';

/** An invoice with what staff see of its payments. */
export type InvoiceInCare = NonNullable<InvoiceInCareQuery['invoice']>;

/** What was announced and did not come, with its invoice. */
export type OverdueIntent = OverdueIntentsQuery['overdueIntents']['nodes'][number];

/** A refund with its payment. */
export type Refund = RefundsQuery['refunds']['nodes'][number];

/** What stands on each account of a book, and from which day on it is open. */
export type Ledger = LedgerQuery['ledger'];

/** Cents on one account of a book: a debit above zero, a credit below. */
export type LedgerEntry = LedgerEntryFragment;

/** A remittance or claim as lists show it. */
export type RemittanceRow = RemittanceSummaryFragment;

/** A remittance or claim with what it adds up to, by account and tax. */
export type Remittance = NonNullable<RemittanceQuery['remittanceBatch']>;

/** Staff: what members owe an association, and the money between bodies. */
export interface Treasury {
  /** What an association charges for and how it is taxed, of every day; null when it is not yours to see. */
  priceList(associationId: string, signal?: AbortSignal): Promise<PriceListFragment | null>;

  /**
   * Puts a fee on the list, or gives the one of that code other names.
   *
   * - `FeeItemStands`: it is charged or taxed in another way, which stays.
   */
  setFeeItem(input: SetFeeItemInput, signal?: AbortSignal): Promise<OutcomeOf<SetFeeItemMutation['result']>>;

  /**
   * Says what a fee costs whom from a day on; the price that stood for the same people ends on its eve.
   *
   * - `PriceVersionStands`: another one begins on that day.
   */
  setPriceRule(
    input: SetPriceRuleInput,
    signal?: AbortSignal,
  ): Promise<OutcomeOf<SetPriceRuleMutation['result']>>;

  /** Says under which number an association collects a tax from a day on. */
  setTaxRegistration(
    input: SetTaxRegistrationInput,
    signal?: AbortSignal,
  ): Promise<OutcomeOf<SetTaxRegistrationMutation['result']>>;

  /** Says by which provision dues are exempt from a day on, or by which election they are taxed. */
  setTaxStatus(
    input: SetTaxStatusInput,
    signal?: AbortSignal,
  ): Promise<OutcomeOf<SetTaxStatusMutation['result']>>;

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
   * Takes back an invoice, or a part of it, by a credit note; what was paid beyond the rest is the payer's credit.
   *
   * - `CreditAboveRemaining`: less is left of a line; `remaining` says how much.
   */
  creditInvoice(
    input: CreditInvoiceInput,
    signal?: AbortSignal,
  ): Promise<OutcomeOf<CreditInvoiceMutation['result']>>;

  /**
   * Takes the receipts of a bank's CSV file (`uploads`, purpose `BANK_FILE`), or with `dryRun` says what would become of
   * each row. A transaction is taken once, whichever id the bank gives it.
   *
   * - `BankFileUnreadable`: `fault` and `where` say what is wrong with it.
   */
  importBankFile(
    input: ImportBankFileInput,
    signal?: AbortSignal,
  ): Promise<OutcomeOf<ImportBankFileMutation['result']>>;

  /** What was announced and did not come, the oldest deadline first. */
  overdueIntents(filter: OverdueIntentFilter, signal?: AbortSignal): List<OverdueIntent>;

  /** What an association received, the latest first. */
  payments(filter: PaymentFilter, signal?: AbortSignal): List<PaymentFragment>;

  /** What an association gives back, the latest first. */
  refunds(filter: RefundFilter, signal?: AbortSignal): List<Refund>;

  /**
   * Records money that came by cheque, transfer or cash. What is over (`left`) is the payer's credit; where it is
   * short, the invoices that are due last stay open. `InvoiceNotFound`: one of them is none of the association's.
   */
  recordPayment(
    input: RecordPaymentInput,
    signal?: AbortSignal,
  ): Promise<OutcomeOf<RecordPaymentMutation['result']>>;

  /** Money that came in otherwise than it was ordered and waits for a decision, whatever waits longest first. */
  parkedReceipts(associationId: string, signal?: AbortSignal): List<ParkedReceiptFragment>;

  /**
   * Pays invoices with it, keeps it as somebody's credit, or sends it back to its card.
   *
   * - `ParkedReceiptSettled`: somebody has decided before.
   */
  settleParkedReceipt(
    input: SettleParkedReceiptInput,
    signal?: AbortSignal,
  ): Promise<OutcomeOf<SettleParkedReceiptMutation['result']>>;

  /** Records that the money of a payment went back; `PaymentAlreadyReturned` when it did before. */
  returnPayment(
    input: ReturnPaymentInput,
    signal?: AbortSignal,
  ): Promise<OutcomeOf<ReturnPaymentMutation['result']>>;

  /**
   * Gives money of a payment back. Above the association's limit it waits for somebody else's approval.
   *
   * - `RefundTooLarge`: less is `left` of it.
   */
  refundPayment(
    input: RefundPaymentInput,
    signal?: AbortSignal,
  ): Promise<OutcomeOf<RefundPaymentMutation['result']>>;

  /** Approves what somebody else prepared; `RefundNeedsSomebodyElse` otherwise, `RefundNotWaiting` when it is over. */
  approveRefund(
    input: ApproveRefundInput,
    signal?: AbortSignal,
  ): Promise<OutcomeOf<ApproveRefundMutation['result']>>;

  /** Takes back a refund that waits. */
  withdrawRefund(
    input: WithdrawRefundInput,
    signal?: AbortSignal,
  ): Promise<OutcomeOf<WithdrawRefundMutation['result']>>;

  /** What stands on each account of a book, by body and tax: at the end of the day `on`, or with all that is posted. */
  ledger(filter: LedgerFilter, on?: string | null, signal?: AbortSignal): Promise<Ledger>;

  /** What was posted in a book, by its days, journal by journal. As a table: `startExport` of the kind `JOURNAL`. */
  ledgerEntries(filter: LedgerFilter, signal?: AbortSignal): List<LedgerEntry>;

  /**
   * Closes a book up to a day, for good: what is recorded later stands on the first open day.
   *
   * - `PeriodClosedAlready`: it is closed up to that day or a later one, `throughOn`.
   */
  closePeriod(
    input: ClosePeriodInput,
    signal?: AbortSignal,
  ): Promise<OutcomeOf<ClosePeriodMutation['result']>>;

  /** What an association handed on and claimed (`BOOK`), or was handed on to it (`BODY`), the latest first. */
  remittances(filter: RemittanceBatchFilter, signal?: AbortSignal): List<RemittanceRow>;

  /** One of them; null when it is absent or concerns no body of yours. */
  remittance(id: string, signal?: AbortSignal): Promise<Remittance | null>;

  /** What stands in it, the latest first; nothing where it is absent or concerns no body of yours. */
  remittanceEntries(id: string, signal?: AbortSignal): List<LedgerEntry>;

  /**
   * Gathers what a body is owed up to the end of a period; somebody else approves it.
   *
   * - `NothingToRemit`: all of it stands in other batches.
   * - `BodyOwesMore`: what later refunds and returns took back is more; it is `carried` to the next period.
   */
  prepareRemittance(
    input: PrepareRemittanceInput,
    signal?: AbortSignal,
  ): Promise<OutcomeOf<PrepareRemittanceMutation['result']>>;

  /**
   * Prepares the claim of what a body was remitted beyond what it is owed; somebody else approves it.
   *
   * - `NothingToClaim`: it has nothing to give back.
   */
  claimFromBody(
    input: ClaimFromBodyInput,
    signal?: AbortSignal,
  ): Promise<OutcomeOf<ClaimFromBodyMutation['result']>>;

  /**
   * Lets its money move.
   *
   * - `RemittanceNeedsSecondPerson`: whoever prepared it does not approve it.
   * - `RemittanceMovedOn`: it waits for approval no more; `state` says where it is.
   */
  approveRemittance(
    input: ApproveRemittanceInput,
    signal?: AbortSignal,
  ): Promise<OutcomeOf<ApproveRemittanceMutation['result']>>;

  /** Records the transfer or cheque that moved its money; `RemittanceMovedOn` unless it was approved. */
  markRemittancePaid(
    input: MarkRemittancePaidInput,
    signal?: AbortSignal,
  ): Promise<OutcomeOf<MarkRemittancePaidMutation['result']>>;

  /** Takes it back whole, however far it is; `RemittanceMovedOn` when it was reversed before. */
  reverseRemittance(
    input: ReverseRemittanceInput,
    signal?: AbortSignal,
  ): Promise<OutcomeOf<ReverseRemittanceMutation['result']>>;
}

/** Plug it in: `createAffilia({ …, use: { treasury } })`. */
export const treasury = (core: Core): Treasury => ({
  priceList: async (associationId, signal) =>
    (await core.request(PriceListDocument, { associationId }, signal)).priceList,
  setFeeItem: (input, signal) => core.act(SetFeeItemDocument, { input: withKey(input) }, signal),
  setPriceRule: (input, signal) => core.act(SetPriceRuleDocument, { input: withKey(input) }, signal),
  setTaxRegistration: (input, signal) =>
    core.act(SetTaxRegistrationDocument, { input: withKey(input) }, signal),
  setTaxStatus: (input, signal) => core.act(SetTaxStatusDocument, { input: withKey(input) }, signal),
  invoices: (filter, signal) =>
    listOf(
      async (page, aborted) => (await core.request(InvoicesDocument, { filter, ...page }, aborted)).invoices,
      signal,
    ),
  invoice: async (id, signal) => (await core.request(InvoiceInCareDocument, { id }, signal)).invoice,
  issueInvoice: (input, signal) => core.act(IssueInvoiceDocument, { input: withKey(input) }, signal),
  creditInvoice: (input, signal) => core.act(CreditInvoiceDocument, { input: withKey(input) }, signal),
  importBankFile: (input, signal) => core.act(ImportBankFileDocument, { input: withKey(input) }, signal),
  overdueIntents: (filter, signal) =>
    listOf(
      async (page, aborted) =>
        (await core.request(OverdueIntentsDocument, { filter, ...page }, aborted)).overdueIntents,
      signal,
    ),
  payments: (filter, signal) =>
    listOf(
      async (page, aborted) => (await core.request(PaymentsDocument, { filter, ...page }, aborted)).payments,
      signal,
    ),
  parkedReceipts: (associationId, signal) =>
    listOf(
      async (page, aborted) =>
        (await core.request(ParkedReceiptsDocument, { associationId, ...page }, aborted)).parkedReceipts,
      signal,
    ),
  settleParkedReceipt: (input, signal) =>
    core.act(SettleParkedReceiptDocument, { input: withKey(input) }, signal),
  refunds: (filter, signal) =>
    listOf(
      async (page, aborted) => (await core.request(RefundsDocument, { filter, ...page }, aborted)).refunds,
      signal,
    ),
  recordPayment: (input, signal) => core.act(RecordPaymentDocument, { input: withKey(input) }, signal),
  returnPayment: (input, signal) => core.act(ReturnPaymentDocument, { input: withKey(input) }, signal),
  refundPayment: (input, signal) => core.act(RefundPaymentDocument, { input: withKey(input) }, signal),
  approveRefund: (input, signal) => core.act(ApproveRefundDocument, { input: withKey(input) }, signal),
  withdrawRefund: (input, signal) => core.act(WithdrawRefundDocument, { input: withKey(input) }, signal),
  ledger: async (filter, on, signal) => (await core.request(LedgerDocument, { filter, on }, signal)).ledger,
  ledgerEntries: (filter, signal) =>
    listOf(
      async (page, aborted) =>
        (await core.request(LedgerEntriesDocument, { filter, ...page }, aborted)).ledger.entries,
      signal,
    ),
  closePeriod: (input, signal) => core.act(ClosePeriodDocument, { input: withKey(input) }, signal),
  remittances: (filter, signal) =>
    listOf(
      async (page, aborted) =>
        (await core.request(RemittancesDocument, { filter, ...page }, aborted)).remittanceBatches,
      signal,
    ),
  remittance: async (id, signal) => (await core.request(RemittanceDocument, { id }, signal)).remittanceBatch,
  remittanceEntries: (id, signal) =>
    listOf(async (page, aborted) => {
      const { remittanceBatch } = await core.request(RemittanceEntriesDocument, { id, ...page }, aborted);
      return remittanceBatch?.entries ?? NOTHING;
    }, signal),
  claimFromBody: (input, signal) => core.act(ClaimFromBodyDocument, { input: withKey(input) }, signal),
  prepareRemittance: (input, signal) =>
    core.act(PrepareRemittanceDocument, { input: withKey(input) }, signal),
  approveRemittance: (input, signal) =>
    core.act(ApproveRemittanceDocument, { input: withKey(input) }, signal),
  markRemittancePaid: (input, signal) =>
    core.act(MarkRemittancePaidDocument, { input: withKey(input) }, signal),
  reverseRemittance: (input, signal) =>
    core.act(ReverseRemittanceDocument, { input: withKey(input) }, signal),
});
