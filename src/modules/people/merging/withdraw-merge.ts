import { recordAudit } from '../../../platform/audit/record-audit.ts';
import type { Context } from '../../../platform/context.ts';
import { within } from '../../../platform/database/database.ts';
import { onceAfter } from '../../../platform/database/idempotency.ts';
import { statement } from '../../../platform/database/statement.ts';
import { refuse } from '../../../platform/problem.ts';
import { mergeFor } from './merge-for.ts';
import { subjectKindOf } from './merge-state.ts';
import { RecordMergeNotFound } from './merging.problems.ts';

export interface WithdrawMerge {
  readonly mergeId: string;
  readonly idempotencyKey: string | undefined;
}

const withdraw = statement<{ readonly id: string }>(
  'record-merge-withdraw',
  `update record_merge set withdrawn_at = $2 where id = $1 and done_at is null and withdrawn_at is null returning id`,
);

/** Ends a prepared merge that was not approved: by whoever prepared it, or another of the staff. */
export async function withdrawMerge(
  context: Context,
  { idempotencyKey: key, ...input }: WithdrawMerge,
): Promise<void> {
  await onceAfter(
    context,
    () => mergeFor(context, input.mergeId),
    { operation: 'withdrawMerge', key, input },
    async (tx, merge) => {
      const withdrawn = await within(tx, withdraw, [merge.id, context.clock.now()]);
      if (withdrawn.length === 0) refuse(new RecordMergeNotFound());
      await recordAudit(context, tx, {
        act: 'withdrawMerge',
        subjectKind: subjectKindOf(merge.kind),
        subjectId: merge.keptId,
        associationId: merge.associationId,
        after: { mergeId: merge.id, otherId: merge.otherId },
      });
    },
  );
}
