import { fromPublicId, newId, type AccountId, type InvoiceId, type RefundId } from '../../../../kernel/id.ts';
import { recordAudit } from '../../../../platform/audit/record-audit.ts';
import type { Context } from '../../../../platform/context.ts';
import { within, type Tx } from '../../../../platform/database/database.ts';
import { onceAfter } from '../../../../platform/database/idempotency.ts';
import { statement } from '../../../../platform/database/statement.ts';
import { InputIssues } from '../../../../platform/graphql/input-issues.ts';
import { InputIssueCode } from '../../../../platform/graphql/invalid-input.ts';
import { refuse } from '../../../../platform/problem.ts';
import { associationById } from '../../../associations/index.ts';
import { InvoiceNotFound } from '../../invoices/invoice.problems.ts';
import { needsApproval } from '../../needs-approval.ts';
import { holdPayment } from '../hold-payment.ts';
import { paymentFor, type PaymentInCare } from '../payment-for.ts';
import { invoicesOfPayment } from '../payment.loaders.ts';
import type { RefundWay } from '../payment-words.ts';
import { carryOutRefund, judgeRefund } from './carry-out-refund.ts';
import { RefundEntity } from './refund.entity.ts';

export interface RefundPayment {
  readonly paymentId: string;
  /** What it paid of this invoice; null for what it left over. */
  readonly invoiceId: string | null;
  readonly amountCents: number;
  readonly way: RefundWay;
  readonly reason: string;
  readonly keepsEffects: boolean;
  readonly idempotencyKey: string | undefined;
}

export const LONGEST_REASON = 500;

const givenAlone = statement<{ cents: string }>(
  'payment-refunded-by-nobody-else',
  `select coalesce(sum(cents), 0)::text as cents from refund
   where payment_id = $1 and prepared_by is not null and approved_at is not null and approved_by is null
     and failed_at is null`,
);

interface Judged extends PaymentInCare {
  readonly invoiceId: InvoiceId | null;
  readonly reason: string;
  readonly approvalAboveCents: bigint | null;
}

/** Gives money of a payment back, or prepares it for a second person where it is more than one may give alone. */
export const refundPayment = (
  context: Context,
  { idempotencyKey: key, ...input }: RefundPayment,
): Promise<{ readonly refundId: RefundId }> =>
  onceAfter(
    context,
    () => judge(context, input),
    { operation: 'refundPayment', key, input },
    async (tx, judged) => ({
      refundId: await prepare(context, tx, judged, input),
    }),
  );

async function judge(
  context: Context,
  { paymentId, invoiceId, amountCents, way, reason }: Omit<RefundPayment, 'idempotencyKey'>,
): Promise<Judged> {
  const { payment, body } = await paymentFor(context, 'REFUND', paymentId);
  const issues = new InputIssues(context.wording);
  const words = issues.requiredLine('reason', reason, LONGEST_REASON);
  if (amountCents <= 0) issues.add('amountCents', InputIssueCode.NOT_ALLOWED, 'payments.issue.amount');
  if (way === 'SOURCE' && payment.method !== 'CARD')
    issues.add('way', InputIssueCode.NOT_ALLOWED, 'payments.issue.notByCard');
  if (way === 'CREDIT' && invoiceId === null)
    issues.add('way', InputIssueCode.NOT_ALLOWED, 'payments.issue.creditAlready');
  issues.refuseIfAny();

  const paid = await context.load(invoicesOfPayment, payment.id);
  const id = invoiceId === null ? null : fromPublicId('Invoice', invoiceId);
  if (invoiceId !== null && (id === null || !paid.includes(id))) refuse(new InvoiceNotFound());
  const association = await context.load(associationById, body.id);
  return {
    ...{ payment, body, invoiceId: id, reason: words },
    approvalAboveCents: association?.approvalAboveCents ?? null,
  };
}

async function prepare(
  context: Context,
  tx: Tx,
  { payment, body, invoiceId, reason, approvalAboveCents }: Judged,
  { amountCents, way, keepsEffects }: Omit<RefundPayment, 'idempotencyKey'>,
): Promise<RefundId> {
  const held = await holdPayment(tx, payment.id);
  const at = context.clock.now();
  // All that nobody else approved of the payment, this one among it.
  const [alone] = await within(tx, givenAlone, [payment.id]);
  const waits = needsApproval(approvalAboveCents, BigInt(amountCents) + BigInt(alone?.cents ?? 0));
  const refund = Object.assign(new RefundEntity(), {
    id: newId<'Refund'>(context.clock, context.random),
    ...{ bookId: body.id, paymentId: payment.id, invoiceId, way, reason, keepsEffects },
    cents: BigInt(amountCents),
    preparedAt: at,
    preparedBy: context.actor?.accountId as AccountId,
    approvedAt: waits ? null : at,
    ...{
      approvedBy: null,
      withdrawnAt: null,
      sentAt: null,
      fromInvoiceId: null,
      doneAt: null,
      failedAt: null,
      gatewayReference: null,
    },
  });
  await tx.insert(RefundEntity, refund);
  if (waits) await judgeRefund(context, tx, held, refund);
  else await carryOutRefund(context, tx, held, { refund, timeZone: body.timeZone });
  await recordAudit(context, tx, {
    act: 'refundPayment',
    subjectKind: 'Payment',
    subjectId: payment.id,
    associationId: body.id,
    after: { refundId: refund.id, invoiceId, cents: String(amountCents), way, reason, keepsEffects, waits },
  });
  return refund.id;
}
