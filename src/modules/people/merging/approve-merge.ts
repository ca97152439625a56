import type { Context } from '../../../platform/context.ts';
import { within } from '../../../platform/database/database.ts';
import { onceAfter } from '../../../platform/database/idempotency.ts';
import { statement } from '../../../platform/database/statement.ts';
import { refuse } from '../../../platform/problem.ts';
import { actorOf } from '../../accounts/index.ts';
import { isSomebodyElse } from '../../associations/index.ts';
import { carryOut } from './carry-out.ts';
import { holdPair, mergingOf } from './hold-pair.ts';
import { mergeFor } from './merge-for.ts';
import { stateOfMerge } from './merge-state.ts';
import { RecordMergeState } from './merging.enums.ts';
import { MergeNeedsSecondPerson, RecordMergeNotFound } from './merging.problems.ts';
import type { RecordMergeEntity } from './record-merge.entity.ts';

export interface ApproveMerge {
  readonly mergeId: string;
  readonly idempotencyKey: string | undefined;
}

// Of many who approve, withdraw or undo at once, one goes on and the others find another state.
const hold = statement<{ readonly preparedBy: string }>(
  'record-merge-hold-prepared',
  `select prepared_by as "preparedBy" from record_merge
   where id = $1 and done_at is null and withdrawn_at is null for no key update`,
);

/** Lets a prepared merge take effect. Whoever prepared it does not. */
export async function approveMerge(
  context: Context,
  { idempotencyKey: key, ...input }: ApproveMerge,
): Promise<void> {
  const accountId = actorOf(context).accountId;
  await onceAfter(
    context,
    () => judge(context, input.mergeId),
    { operation: 'approveMerge', key, input },
    async (tx, merge) => {
      const [prepared] = await within(tx, hold, [merge.id]);
      if (!prepared) refuse(new RecordMergeNotFound());
      if (!isSomebodyElse(prepared.preparedBy, accountId)) refuse(new MergeNeedsSecondPerson());
      const merging = mergingOf(context, merge.kind);
      const pair = { kept: merge.keptId, other: merge.otherId };
      if (!(await holdPair(tx, merging, pair))) refuse(new RecordMergeNotFound());
      for (const mover of merging.movers) await mover.judge?.(context, tx, pair);
      await carryOut(context, tx, merging, { act: 'approveMerge', accountId, merge });
    },
  );
}

async function judge(context: Context, mergeId: string): Promise<RecordMergeEntity> {
  const merge = await mergeFor(context, mergeId);
  if (stateOfMerge(merge) !== RecordMergeState.PREPARED) refuse(new RecordMergeNotFound());
  if (!isSomebodyElse(merge.preparedBy, context.actor?.accountId)) refuse(new MergeNeedsSecondPerson());
  return merge;
}
