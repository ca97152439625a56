import { fromPublicId } from '../../../kernel/id.ts';
import { recordAudit } from '../../../platform/audit/record-audit.ts';
import type { Context } from '../../../platform/context.ts';
import { within } from '../../../platform/database/database.ts';
import { onceAfter } from '../../../platform/database/idempotency.ts';
import { statement } from '../../../platform/database/statement.ts';
import { refuse } from '../../../platform/problem.ts';
import { mayAsStaff } from '../../associations/index.ts';
import type { MergeTaskEntity } from '../merge-task.entity.ts';
import { mergeTaskById } from './merge-tasks.loaders.ts';
import { mergingOf } from './hold-pair.ts';
import { MergeOfOwnRecord, MergeTaskNotFound } from './merging.problems.ts';

export interface DismissMergeTask {
  readonly mergeTaskId: string;
  readonly idempotencyKey: string | undefined;
}

const close = statement<{ readonly id: string }>(
  'merge-task-dismiss',
  'update merge_task set closed_at = $2 where id = $1 and closed_at is null returning id',
);

/** Says that two records are two people. Both stay as they are. */
export const dismissMergeTask = (
  context: Context,
  { idempotencyKey: key, ...input }: DismissMergeTask,
): Promise<void> =>
  onceAfter(
    context,
    () => judge(context, input.mergeTaskId),
    { operation: 'dismissMergeTask', key, input },
    async (tx, task) => {
      const closed = await within(tx, close, [task.id, context.clock.now()]);
      if (closed.length === 0) refuse(new MergeTaskNotFound());
      await recordAudit(context, tx, {
        act: 'dismissMergeTask',
        subjectKind: 'MergeTask',
        subjectId: task.id,
        associationId: task.associationId,
        after: { keptPersonId: task.keptPersonId, otherPersonId: task.otherPersonId },
      });
    },
  );

async function judge(context: Context, publicId: string): Promise<MergeTaskEntity> {
  const id = fromPublicId('MergeTask', publicId);
  const task = id && (await context.load(mergeTaskById, id));
  if (!task || task.closedAt !== null || !(await mayAsStaff(context, 'MERGE_RECORDS', task.associationId)))
    refuse(new MergeTaskNotFound());
  if (await mergingOf(context, 'PERSON').isOwn(context, [task.keptPersonId, task.otherPersonId]))
    refuse(new MergeOfOwnRecord());
  return task;
}
