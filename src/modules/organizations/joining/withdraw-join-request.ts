import type { JoinRequestId } from '../../../kernel/id.ts';
import { recordAudit } from '../../../platform/audit/record-audit.ts';
import type { Context } from '../../../platform/context.ts';
import { within } from '../../../platform/database/database.ts';
import { onceAfter } from '../../../platform/database/idempotency.ts';
import { statement } from '../../../platform/database/statement.ts';
import { refuseOver, requestFor } from './join-request-access.ts';

export interface WithdrawJoinRequest {
  readonly requestId: string;
  readonly idempotencyKey: string | undefined;
}

const withdraw = statement<{ readonly id: string }>(
  'join-request-withdraw',
  `update join_request set ended_at = $2, ended_why = 'WITHDRAWN'
   where id = $1 and ended_at is null and expires_at >= $2 returning id`,
);

/** Takes back one's own request. Nobody is mailed: it is gone from what waits. */
export async function withdrawJoinRequest(
  context: Context,
  { idempotencyKey: key, ...input }: WithdrawJoinRequest,
): Promise<{ readonly id: JoinRequestId }> {
  return onceAfter(
    context,
    () => requestFor(context, input.requestId, 'ASKER'),
    { operation: 'withdrawJoinRequest', key, input },
    async (tx, { request, organization }) => {
      const withdrawn = await within(tx, withdraw, [request.id, context.clock.now()]);
      if (withdrawn.length === 0) await refuseOver(context, tx, request, 'ASKER');
      await recordAudit(context, tx, {
        act: 'withdrawJoinRequest',
        subjectKind: 'Organization',
        subjectId: organization.id,
        associationId: organization.associationId,
        after: { requestId: request.id, personId: request.personId },
      });
      return { id: request.id };
    },
  );
}
