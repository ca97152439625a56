import type { RemittanceBatchId } from '../../../../kernel/id.ts';
import { recordAudit } from '../../../../platform/audit/record-audit.ts';
import type { Context } from '../../../../platform/context.ts';
import { within, type Tx } from '../../../../platform/database/database.ts';
import { onceAfter } from '../../../../platform/database/idempotency.ts';
import { statement } from '../../../../platform/database/statement.ts';
import { InputIssues } from '../../../../platform/graphql/input-issues.ts';
import { actorOf } from '../../../accounts/index.ts';
import { postJournal } from '../post-journal.ts';
import { postedFor } from './posted-by.ts';
import { refuseMovedOn, remittanceFor, type RemittanceAtHand } from './remittance-for.ts';
import { reversedPostings } from './remittance-postings.ts';
import { stateOfRemittance } from './remittance-state.ts';

export interface ReverseRemittance {
  readonly remittanceId: string;
  readonly reason: string;
  readonly idempotencyKey: string | undefined;
}

export const LONGEST_REASON = 500;

const reverse = statement<{ id: string }>(
  'remittance-reverse',
  `update remittance_batch set reversed_at = $2, reversed_by = $3, reversal_reason = $4
   where id = $1 and reversed_at is null returning id`,
);
const release = statement(
  'remittance-release',
  'update remittance_item set released_at = $2 where batch_id = $1 and released_at is null',
);

/** Takes a batch back whole, however far it is: its journals the other way round, and its entries free for the next. */
export async function reverseRemittance(
  context: Context,
  { idempotencyKey: key, ...input }: ReverseRemittance,
): Promise<RemittanceBatchId> {
  return await onceAfter(
    context,
    async () => {
      const atHand = await remittanceFor(context, input.remittanceId, 'reverse');
      const issues = new InputIssues(context.wording);
      const reason = issues.requiredLine('reason', input.reason, LONGEST_REASON);
      issues.refuseIfAny();
      return { ...atHand, reason };
    },
    { operation: 'reverseRemittance', key, input },
    (tx, reversing) => put(context, tx, reversing),
  );
}

async function put(
  context: Context,
  tx: Tx,
  { batch, today, reason }: RemittanceAtHand & { readonly reason: string },
): Promise<RemittanceBatchId> {
  const { id, bookId } = batch;
  const now = context.clock.now();
  const reversed = await within(tx, reverse, [id, now, actorOf(context).accountId, reason]);
  if (reversed.length === 0) await refuseMovedOn(tx, id);
  await within(tx, release, [id, now]);
  await postJournal(context, tx, {
    bookId,
    kind: 'REMITTANCE_REVERSED',
    causeId: id,
    occurredAt: now,
    occurredOn: today,
    postings: reversedPostings(await postedFor(tx, id)),
  });
  await recordAudit(context, tx, {
    act: 'reverseRemittance',
    subjectKind: 'RemittanceBatch',
    subjectId: id,
    associationId: bookId,
    before: { state: stateOfRemittance(batch) },
    after: { reason },
  });
  return id;
}
