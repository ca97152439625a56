import type { MembershipTransferId } from '../../../kernel/id.ts';
import { recordAudit } from '../../../platform/audit/record-audit.ts';
import type { Context } from '../../../platform/context.ts';
import { contextWithin } from '../../../platform/database/context-within.ts';
import { within } from '../../../platform/database/database.ts';
import { onceAfter } from '../../../platform/database/idempotency.ts';
import { statement } from '../../../platform/database/statement.ts';
import { holdMemberships } from '../hold-membership.ts';
import { mayWithdraw, refuseOver, transferFor } from './transfer-access.ts';
import { tellWithdrawn } from './transfer.notices.ts';

export interface WithdrawTransfer {
  readonly transferId: string;
  readonly idempotencyKey: string | undefined;
}

const withdraw = statement<{ readonly id: string }>(
  'transfer-withdraw',
  `update membership_transfer set ended_at = $2, ended_why = 'WITHDRAWN'
   where id = $1 and ended_at is null and expires_at >= $2 returning id`,
);

/** Takes a request back before it is decided. Both offices are told. */
export async function withdrawTransfer(
  context: Context,
  { idempotencyKey: key, ...input }: WithdrawTransfer,
): Promise<{ readonly id: MembershipTransferId }> {
  return onceAfter(
    context,
    () => transferFor(context, input.transferId, mayWithdraw),
    { operation: 'withdrawTransfer', key, input },
    async (tx, { membershipId }) => {
      await holdMemberships(tx, [membershipId]);
      const inside = contextWithin(context, tx);
      const transfer = await transferFor(inside, input.transferId, mayWithdraw);
      const withdrawn = await within(tx, withdraw, [transfer.id, context.clock.now()]);
      if (withdrawn.length === 0) await refuseOver(context, tx, transfer);
      await recordAudit(context, tx, {
        act: 'withdrawTransfer',
        subjectKind: 'Membership',
        subjectId: transfer.membershipId,
        associationId: transfer.sendingId,
        after: { transferId: transfer.id },
      });
      await tellWithdrawn(inside, tx, transfer);
      return { id: transfer.id };
    },
  );
}
