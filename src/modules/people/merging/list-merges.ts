import type { Context } from '../../../platform/context.ts';
import type { ConnectionArgs, Page } from '../../../platform/graphql/connection.ts';
import { readWalk, walkByInstant } from '../../../platform/graphql/instant-walk.ts';
import type { MergeTaskEntity } from '../merge-task.entity.ts';
import { MergeTask } from './merge-task.type.ts';
import type { RecordMergeState } from './merging.enums.ts';
import { RecordMerge, type RecordMergeFacts } from './record-merge.type.ts';

const tasks = walkByInstant<MergeTaskEntity>('merge-tasks', {
  columns: `id, association_id as "associationId", kept_person_id as "keptPersonId",
    other_person_id as "otherPersonId", opened_at as "openedAt", closed_at as "closedAt"`,
  from: 'from merge_task where association_id = $1 and closed_at is null',
  values: 1,
  instant: 'opened_at',
  order: 'asc',
});

const merges = walkByInstant<RecordMergeFacts>('record-merges', {
  columns: `id, association_id as "associationId", kind, kept_id as "keptId", other_id as "otherId", names, reason,
    records, prepared_at as "preparedAt", prepared_by as "preparedBy", withdrawn_at as "withdrawnAt",
    done_at as "doneAt", undone_at as "undoneAt"`,
  from: `from record_merge where association_id = $1 and ($2::text is null or $2 = case
      when undone_at is not null then 'UNDONE' when done_at is not null then 'DONE'
      when withdrawn_at is not null then 'WITHDRAWN' else 'PREPARED' end)`,
  values: 2,
  instant: 'prepared_at',
});

/** The open tasks of an association, the oldest first. Whoever asks judges who may see them. */
export const listMergeTasks = (
  context: Context,
  associationId: string,
  args: ConnectionArgs,
): Promise<Page<MergeTask>> => readWalk(context, tasks, [associationId], args, row => new MergeTask(row));

/** The merges of an association, the latest first. Whoever asks judges who may see them. */
export const listRecordMerges = (
  context: Context,
  associationId: string,
  state: RecordMergeState | null,
  args: ConnectionArgs,
): Promise<Page<RecordMerge>> =>
  readWalk(context, merges, [associationId, state], args, row => new RecordMerge(row, context.locale));
