import type { AccountId, RefundId } from '../../../../kernel/id.ts';
import { recordAudit } from '../../../../platform/audit/record-audit.ts';
import type { Context } from '../../../../platform/context.ts';
import { within, type Tx } from '../../../../platform/database/database.ts';
import { onceAfter } from '../../../../platform/database/idempotency.ts';
import { statement } from '../../../../platform/database/statement.ts';
import { refuse } from '../../../../platform/problem.ts';
import { isSomebodyElse } from '../../../associations/index.ts';
import { holdPayment } from '../hold-payment.ts';
import { carryOutRefund } from './carry-out-refund.ts';
import { refundFor, type RefundInCare } from './refund-for.ts';
import { RefundNeedsSomebodyElse, RefundNotWaiting } from './refund.problems.ts';

export interface DecideRefund {
  readonly refundId: string;
  readonly idempotencyKey: string | undefined;
}

type Done = Promise<{ readonly refundId: RefundId }>;

// Of many decisions at once exactly one finds it waiting.
const approve = statement<{ id: string }>(
  'refund-approve',
  `update refund set approved_at = $2, approved_by = $3
   where id = $1 and approved_at is null and withdrawn_at is null returning id`,
);
const withdraw = statement<{ id: string }>(
  'refund-withdraw',
  `update refund set withdrawn_at = $2 where id = $1 and approved_at is null and withdrawn_at is null returning id`,
);

/** Approves what somebody else prepared, and carries it out as things stand now. */
export const approveRefund = (context: Context, { idempotencyKey: key, ...input }: DecideRefund): Done =>
  onceAfter(
    context,
    async () => {
      const found = await refundFor(context, 'APPROVE_REFUNDS', input.refundId);
      if (!isSomebodyElse(found.refund.preparedBy ?? '', context.actor?.accountId))
        refuse(new RefundNeedsSomebodyElse());
      return found;
    },
    { operation: 'approveRefund', key, input },
    async (tx, { refund, payment, body }) => {
      const held = await holdPayment(tx, payment.id);
      const approvedBy = context.actor?.accountId as AccountId;
      const approved = await within(tx, approve, [refund.id, context.clock.now(), approvedBy]);
      if (approved.length === 0) refuse(new RefundNotWaiting());
      await carryOutRefund(context, tx, held, { refund, timeZone: body.timeZone });
      return recordDecision(context, tx, 'approveRefund', { refund, payment });
    },
  );

/** Takes back what waits for approval. */
export const withdrawRefund = (context: Context, { idempotencyKey: key, ...input }: DecideRefund): Done =>
  onceAfter(
    context,
    () => refundFor(context, 'REFUND', input.refundId),
    { operation: 'withdrawRefund', key, input },
    async (tx, { refund, payment }) => {
      const withdrawn = await within(tx, withdraw, [refund.id, context.clock.now()]);
      if (withdrawn.length === 0) refuse(new RefundNotWaiting());
      return recordDecision(context, tx, 'withdrawRefund', { refund, payment });
    },
  );

async function recordDecision(
  context: Context,
  tx: Tx,
  act: 'approveRefund' | 'withdrawRefund',
  { refund, payment }: Pick<RefundInCare, 'refund' | 'payment'>,
): Done {
  await recordAudit(context, tx, {
    act,
    subjectKind: 'Payment',
    subjectId: payment.id,
    associationId: refund.bookId,
    after: { refundId: refund.id, cents: refund.cents.toString(), way: refund.way },
  });
  return { refundId: refund.id };
}
