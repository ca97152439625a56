import type { Core } from '../core.ts';
import {
  ApproveRefundDocument,
  ImportBankFileDocument,
  ParkedReceiptsDocument,
  PaymentAllocationsDocument,
  PaymentsDocument,
  RecordPaymentDocument,
  RefundPaymentDocument,
  RefundsDocument,
  ReturnPaymentDocument,
  SettleParkedReceiptDocument,
  WithdrawRefundDocument,
  type ApproveRefundInput,
  type ApproveRefundMutation,
  type ImportBankFileInput,
  type ImportBankFileMutation,
  type ParkedReceiptFragment,
  type PaymentFilter,
  type AllocatedPaymentFragment,
  type PaymentAllocationFragment,
  type RecordPaymentInput,
  type RecordPaymentMutation,
  type RefundFilter,
  type RefundPaymentInput,
  type RefundPaymentMutation,
  type RefundsQuery,
  type ReturnPaymentInput,
  type ReturnPaymentMutation,
  type SettleParkedReceiptInput,
  type SettleParkedReceiptMutation,
  type WithdrawRefundInput,
  type WithdrawRefundMutation,
} from '../generated/operations.ts';
import { withKey } from '../idempotency-key.ts';
import { listOf, NOTHING, type List } from '../list.ts';
import type { OutcomeOf } from '../outcome.ts';

/** A refund with its payment. */
export type Refund = RefundsQuery['refunds']['nodes'][number];

/** What came in, and what goes back. */
export interface PaymentsOfStaff {
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

  /** What an association received, the latest first; of each payment the first 20 lines that it went to. */
  payments(filter: PaymentFilter, signal?: AbortSignal): List<AllocatedPaymentFragment>;

  /** Every line that a payment went to, invoice by invoice; empty when it is absent or not yours to see. */
  paymentAllocations(id: string, signal?: AbortSignal): List<PaymentAllocationFragment>;

  /**
   * Records money that came by cheque, transfer or cash. What is over (`left`) is the payer's credit; where it is
   * short, the invoices that are due last stay open. Two cheques of one amount are two payments: give each form its own
   * `idempotencyKey`, so that a second click is the first one again.
   *
   * - `InvoiceNotFound`: one of them is none of the association's.
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

  /** What an association gives back, the latest first. */
  refunds(filter: RefundFilter, signal?: AbortSignal): List<Refund>;

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
}

export const paymentsOfStaff = (core: Core): PaymentsOfStaff => ({
  importBankFile: (input, signal) => core.act(ImportBankFileDocument, { input: withKey(input) }, signal),
  payments: (filter, signal) =>
    listOf(
      async (page, aborted) => (await core.request(PaymentsDocument, { filter, ...page }, aborted)).payments,
      signal,
    ),
  paymentAllocations: (id, signal) =>
    listOf(async (page, aborted) => {
      const { node } = await core.request(PaymentAllocationsDocument, { id, ...page }, aborted);
      return node && 'allocations' in node ? node.allocations : NOTHING;
    }, signal),
  recordPayment: (input, signal) => core.act(RecordPaymentDocument, { input: withKey(input) }, signal),
  parkedReceipts: (associationId, signal) =>
    listOf(
      async (page, aborted) =>
        (await core.request(ParkedReceiptsDocument, { associationId, ...page }, aborted)).parkedReceipts,
      signal,
    ),
  settleParkedReceipt: (input, signal) =>
    core.act(SettleParkedReceiptDocument, { input: withKey(input) }, signal),
  returnPayment: (input, signal) => core.act(ReturnPaymentDocument, { input: withKey(input) }, signal),
  refunds: (filter, signal) =>
    listOf(
      async (page, aborted) => (await core.request(RefundsDocument, { filter, ...page }, aborted)).refunds,
      signal,
    ),
  refundPayment: (input, signal) => core.act(RefundPaymentDocument, { input: withKey(input) }, signal),
  approveRefund: (input, signal) => core.act(ApproveRefundDocument, { input: withKey(input) }, signal),
  withdrawRefund: (input, signal) => core.act(WithdrawRefundDocument, { input: withKey(input) }, signal),
});
