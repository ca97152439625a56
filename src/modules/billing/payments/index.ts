/**
 * Payments: what came in, what somebody promised, and what went back.
 *
 * Responsible for: receiving money from whatever way and paying invoices with it; what paid lines bring about, once, and
 * undoing it; intents to pay; returned payments; refunds; credit of payers; the bank's file.
 * Not responsible for: what is invoiced and credited (invoices), how an amount is shared and whose it is (ledger), cards
 * and their gateways (cards).
 */
import type { AnyJob } from '../../../platform/jobs/job.ts';
import type { NodeSources } from '../../../platform/graphql/node.ts';
import { BankTransactionEntity } from './bank-file/bank-transaction.entity.ts';
import { ImportBankFileResolver } from './bank-file/import-bank-file.graphql.ts';
import { CreditUseEntity } from './credit/credit-use.entity.ts';
import { InvoiceCreditResolver } from './credit/credit.graphql.ts';
import { UseCreditResolver } from './credit/use-credit.graphql.ts';
import { DeclareIntentToPayResolver } from './intents/declare-intent-to-pay.graphql.ts';
import { endOverdueIntent } from './intents/end-expired-intent.ts';
import { IntentToPayEntity } from './intents/intent-to-pay.entity.ts';
import { intentExpired, intentStated } from './intents/intent.mails.ts';
import { intentNodes, InvoiceIntentResolver, OverdueIntentsResolver } from './intents/intents.graphql.ts';
import { WithdrawIntentToPayResolver } from './intents/withdraw-intent-to-pay.graphql.ts';
import { InvoicePaymentsResolver } from './invoice-payments.graphql.ts';
import { LineEffectEntity } from './line-effect.entity.ts';
import { PaymentEntity } from './payment.entity.ts';
import { paymentReceived } from './payment.mails.ts';
import { PaymentAllocationsResolver } from './payment-allocations.graphql.ts';
import { paymentNodes, PaymentsResolver } from './payments.graphql.ts';
import { RecordPaymentResolver } from './recording/record-payment.graphql.ts';
import { DecideRefundResolver } from './refunding/decide-refund.graphql.ts';
import { RefundPaymentResolver } from './refunding/refund-payment.graphql.ts';
import { RefundEntity } from './refunding/refund.entity.ts';
import { paymentRefunded, paymentRefundFailed } from './refunding/refund.mails.ts';
import { PaymentRefundsResolver, refundNodes, RefundsResolver } from './refunding/refunds.graphql.ts';
import { sendRefund } from './refunding/send-refund.ts';
import { PaymentReturnEntity } from './returning/payment-return.entity.ts';
import { paymentReturned, takenFromCredit } from './returning/return.mails.ts';
import { ReturnPaymentResolver } from './returning/return-payment.graphql.ts';

export { holdCredits } from './credit/credit-of.ts';
export { listOwnCredits, PayerCredit } from './credit/credit.graphql.ts';
export { invoiceSettlement } from './invoice-settlement.ts';
export { lineEffects } from './line-effect.ports.ts';
export { houseLineEffects } from './line-effects.ts';
export { payersOf } from './payers.ts';
export { PaymentAlreadyReceived } from './payment.problems.ts';
export { recordPayment } from './recording/record-payment.ts';
export { termKindOf } from './term-kind.ts';
export { receivePayment, type Receipt, type ReceivedPayment } from './receive-payment.ts';
export { PaymentAlreadyReturned } from './returning/return.problems.ts';
export { takeBackPayment } from './returning/take-back-payment.ts';
export { recordGatewayRefund } from './refunding/record-gateway-refund.ts';
export { takeRefundsBack } from './refunding/refund-failed.ts';
export { paymentsWordingEn } from './payments.wording.en.ts';
export { paymentsWordingFr } from './payments.wording.fr.ts';

export const paymentsEntities: readonly Function[] = [
  PaymentEntity,
  PaymentReturnEntity,
  CreditUseEntity,
  BankTransactionEntity,
  IntentToPayEntity,
  LineEffectEntity,
  RefundEntity,
];
export const paymentsResolvers: readonly Function[] = [
  RecordPaymentResolver,
  PaymentsResolver,
  PaymentAllocationsResolver,
  InvoicePaymentsResolver,
  ReturnPaymentResolver,
  RefundPaymentResolver,
  DecideRefundResolver,
  RefundsResolver,
  PaymentRefundsResolver,
  UseCreditResolver,
  InvoiceCreditResolver,
  DeclareIntentToPayResolver,
  WithdrawIntentToPayResolver,
  OverdueIntentsResolver,
  InvoiceIntentResolver,
  ImportBankFileResolver,
];
export const paymentsNodes: NodeSources = [...paymentNodes, ...refundNodes, ...intentNodes];
export const paymentsJobs: readonly AnyJob[] = [endOverdueIntent, sendRefund];
export const paymentsLetters = [
  paymentReceived,
  paymentReturned,
  takenFromCredit,
  paymentRefunded,
  paymentRefundFailed,
  intentStated,
  intentExpired,
] as const;
