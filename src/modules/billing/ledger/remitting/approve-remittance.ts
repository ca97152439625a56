import type { RemittanceBatchId } from '../../../../kernel/id.ts';
import { recordAudit } from '../../../../platform/audit/record-audit.ts';
import type { Context } from '../../../../platform/context.ts';
import { within } from '../../../../platform/database/database.ts';
import { onceAfter } from '../../../../platform/database/idempotency.ts';
import { statement } from '../../../../platform/database/statement.ts';
import { refuse } from '../../../../platform/problem.ts';
import { actorOf } from '../../../accounts/index.ts';
import { isSomebodyElse } from '../../../associations/index.ts';
import { postJournal } from '../post-journal.ts';
import { owedBy } from './posted-by.ts';
import { refuseMovedOn, remittanceFor } from './remittance-for.ts';
import { settledPostings } from './remittance-postings.ts';
import { RemittanceNeedsSecondPerson } from './remitting.problems.ts';

export interface ApproveRemittance {
  readonly remittanceId: string;
  readonly idempotencyKey: string | undefined;
}

const approve = statement<{ id: string }>(
  'remittance-approve',
  `update remittance_batch set approved_at = $2, approved_by = $3
   where id = $1 and approved_at is null and reversed_at is null and prepared_by <> $3 returning id`,
);

/** Lets the money of a batch move. Whoever prepared it does not. A claim stands in the book from then on. */
export async function approveRemittance(
  context: Context,
  { idempotencyKey: key, ...input }: ApproveRemittance,
): Promise<RemittanceBatchId> {
  const { accountId } = actorOf(context);
  return await onceAfter(
    context,
    async () => {
      const atHand = await remittanceFor(context, input.remittanceId, 'approve');
      if (!isSomebodyElse(atHand.batch.preparedBy, accountId)) refuse(new RemittanceNeedsSecondPerson());
      return atHand;
    },
    { operation: 'approveRemittance', key, input },
    async (tx, { batch: { id, kind, bookId, bodyId }, today }) => {
      const now = context.clock.now();
      const approved = await within(tx, approve, [id, now, accountId]);
      if (approved.length === 0) await refuseMovedOn(tx, id);
      if (kind === 'CLAIM')
        await postJournal(context, tx, {
          bookId,
          kind,
          causeId: id,
          occurredAt: now,
          occurredOn: today,
          postings: settledPostings({ kind, bodyId, parts: await owedBy(tx, id) }),
        });
      await recordAudit(context, tx, {
        act: 'approveRemittance',
        subjectKind: 'RemittanceBatch',
        subjectId: id,
        associationId: bookId,
      });
      return id;
    },
  );
}
