import type { AccountId, InvoiceId, PaymentId } from '../../../../kernel/id.ts';
import type { LocalDate } from '../../../../kernel/local-date.ts';
import type { Context } from '../../../../platform/context.ts';
import { onceAfter } from '../../../../platform/database/idempotency.ts';
import { InputIssues } from '../../../../platform/graphql/input-issues.ts';
import { InputIssueCode } from '../../../../platform/graphql/invalid-input.ts';
import type { PaymentFacts } from '../payment-facts.ts';
import { judgeDay } from '../judge-day.ts';
import { paymentFor } from '../payment-for.ts';
import type { ReturnKind } from '../payment-words.ts';
import { takeBackPayment } from './take-back-payment.ts';

export interface ReturnPayment {
  readonly paymentId: string;
  readonly kind: ReturnKind;
  readonly returnedOn: LocalDate;
  readonly idempotencyKey: string | undefined;
}

/** Records that the money of a payment went back. */
export const returnPayment = (
  context: Context,
  { idempotencyKey: key, ...input }: ReturnPayment,
): Promise<{ readonly paymentId: PaymentId; readonly invoiceIds: readonly InvoiceId[] }> =>
  onceAfter(
    context,
    () => judge(context, input),
    { operation: 'returnPayment', key, input },
    async (tx, payment) => {
      const { kind, returnedOn } = input;
      const { invoiceIds, feeInvoiceId } = await takeBackPayment(context, tx, {
        ...{ paymentId: payment.id, kind, returnedOn },
        recordedBy: (context.actor?.accountId ?? null) as AccountId | null,
      });
      return {
        paymentId: payment.id,
        invoiceIds: feeInvoiceId === null ? invoiceIds : [...invoiceIds, feeInvoiceId],
      };
    },
  );

async function judge(
  context: Context,
  { paymentId, returnedOn }: Omit<ReturnPayment, 'idempotencyKey'>,
): Promise<PaymentFacts> {
  const { payment, body } = await paymentFor(context, 'RECORD_PAYMENTS', paymentId);
  const issues = new InputIssues(context.wording);
  await judgeDay(context, issues, body, ['returnedOn', returnedOn]);
  if (returnedOn < payment.receivedOn)
    issues.add('returnedOn', InputIssueCode.NOT_ALLOWED, 'payments.issue.beforeReceived');
  issues.refuseIfAny();
  return payment;
}
