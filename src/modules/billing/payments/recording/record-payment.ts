import type { AccountId, AssociationId, InvoiceId, PaymentId } from '../../../../kernel/id.ts';
import { compareLocalDates, type LocalDate } from '../../../../kernel/local-date.ts';
import { Money } from '../../../../kernel/money.ts';
import { recordAudit } from '../../../../platform/audit/record-audit.ts';
import type { Context } from '../../../../platform/context.ts';
import { onceAfter } from '../../../../platform/database/idempotency.ts';
import { InputIssues } from '../../../../platform/graphql/input-issues.ts';
import { InputIssueCode } from '../../../../platform/graphql/invalid-input.ts';
import type { InvoiceFacts } from '../../invoices/invoice-facts.ts';
import { payerIn, type Payer } from '../../payer.ts';
import { judgeDay } from '../judge-day.ts';
import type { PaymentMethod } from '../payment-words.ts';
import { payersOf } from '../payers.ts';
import { receivePayment } from '../receive-payment.ts';
import { bodyInCare, invoicesOfBody } from '../staff-invoices.ts';
import { findPayer } from './find-payer.ts';

export interface RecordPayment {
  readonly associationId: string;
  readonly method: PaymentMethod;
  readonly amountCents: number;
  readonly receivedOn: LocalDate;
  readonly invoiceIds: readonly string[];
  /** Whether they are paid in the order in which they are named; else the one that is due first comes first. */
  readonly asGiven: boolean;
  readonly payerId: string | null;
  readonly payerName: string | null;
  readonly reference: string | null;
  readonly idempotencyKey: string | undefined;
}

export interface RecordedPayment {
  readonly paymentId: PaymentId;
  readonly invoiceIds: readonly InvoiceId[];
  readonly leftCents: string;
}

interface Judged {
  readonly bodyId: AssociationId;
  readonly invoices: readonly InvoiceFacts[];
  readonly payer: Payer | null;
  readonly payerName: string | null;
  readonly reference: string | null;
}

export const LONGEST_REFERENCE = 100;
export const LONGEST_PAYER_NAME = 200;

/** Money that came in by cheque, transfer or cash, for as many invoices as it is for; what is over is the payer's. */
export const recordPayment = (
  context: Context,
  { idempotencyKey: key, ...input }: RecordPayment,
): Promise<RecordedPayment> =>
  onceAfter(
    context,
    () => judge(context, input),
    { operation: 'recordPayment', key, input },
    async (tx, judged) => {
      const { bodyId: receiverId, invoices, payer, payerName, reference } = judged;
      const { method, receivedOn } = input;
      const amount = Money.cad(input.amountCents);
      const invoiceIds = invoices.map(({ id }) => id);
      const { paymentId, allocated, left } = await receivePayment(context, tx, {
        ...{ receiverId, method, amount, payer, payerName, invoiceIds, receivedOn, reference },
        receivedAt: context.clock.now(),
        recordedBy: (context.actor?.accountId ?? null) as AccountId | null,
      });
      await recordAudit(context, tx, {
        act: 'recordPayment',
        subjectKind: 'Payment',
        subjectId: paymentId,
        associationId: receiverId,
        after: {
          ...{ method, receivedOn, reference, cents: amount.cents.toString() },
          invoices: allocated.map(({ invoiceId, amount: { cents } }) => ({
            invoiceId,
            cents: cents.toString(),
          })),
        },
      });
      return { paymentId, invoiceIds, leftCents: left.cents.toString() };
    },
  );

async function judge(context: Context, input: Omit<RecordPayment, 'idempotencyKey'>): Promise<Judged> {
  const body = await bodyInCare(context, 'RECORD_PAYMENTS', input.associationId);
  const invoices = await invoicesOfBody(context, body, input.invoiceIds);

  const issues = new InputIssues(context.wording);
  if (input.method === 'CARD') issues.add('method', InputIssueCode.NOT_ALLOWED, 'payments.issue.card');
  if (input.amountCents <= 0) issues.add('amountCents', InputIssueCode.NOT_ALLOWED, 'payments.issue.amount');
  await judgeDay(context, issues, body, ['receivedOn', input.receivedOn]);
  const payerName = issues.line('payerName', input.payerName, LONGEST_PAYER_NAME);
  const reference = issues.line('reference', input.reference, LONGEST_REFERENCE);
  const payer = await payerOf(context, input, { issues, invoices, payerName });
  issues.refuseIfAny();
  const ordered = input.asGiven ? invoices : invoices.toSorted(byDueDay);
  return { bodyId: body.id, invoices: ordered, payer, payerName, reference };
}

/** Whoever is named; else whoever owes the invoices, where that is one and nobody else is said to have paid. */
async function payerOf(
  context: Context,
  { payerId }: Pick<RecordPayment, 'payerId'>,
  { issues, invoices, payerName }: Pick<Judged, 'invoices' | 'payerName'> & { readonly issues: InputIssues },
): Promise<Payer | null> {
  if (payerId !== null) {
    const named = await findPayer(context, payerId);
    if (!named) issues.add('payerId', InputIssueCode.NOT_ALLOWED, 'payments.issue.payer');
    return named;
  }
  if (payerName !== null) return null;
  const [only, ...others] = payersOf(
    invoices.flatMap(invoice => {
      const payer = payerIn(invoice);
      return payer ? [{ payer }] : [];
    }),
  );
  if (only && others.length === 0) return only;
  issues.add('payerId', InputIssueCode.REQUIRED, 'payments.issue.whoPaid');
  return null;
}

const byDueDay = (a: InvoiceFacts, b: InvoiceFacts): number =>
  compareLocalDates(a.dueOn, b.dueOn) || (a.id < b.id ? -1 : 1);
