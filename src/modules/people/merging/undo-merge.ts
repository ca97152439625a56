import { recordAudit } from '../../../platform/audit/record-audit.ts';
import type { Context } from '../../../platform/context.ts';
import { within, type Tx } from '../../../platform/database/database.ts';
import { onceAfter } from '../../../platform/database/idempotency.ts';
import { statement } from '../../../platform/database/statement.ts';
import { stateOf } from '../../../platform/graphql/busy-database.ts';
import { InputIssues } from '../../../platform/graphql/input-issues.ts';
import { refuse } from '../../../platform/problem.ts';
import { actorOf } from '../../accounts/index.ts';
import { holdMergedPair, mergingOf } from './hold-pair.ts';
import { mergeFor } from './merge-for.ts';
import { LONGEST_REASON } from './merge-records.ts';
import { stateOfMerge, subjectKindOf, undoUntil } from './merge-state.ts';
import { CarriedThing, RecordMergeState } from './merging.enums.ts';
import { MergeHasMovedOn, MergeUndoTooLate, RecordMergeNotFound } from './merging.problems.ts';
import type { Merging } from './merging.ports.ts';
import { lookAt, putBack, tablesOf } from './moved-rows.ts';
import type { RecordMergeEntity } from './record-merge.entity.ts';
import { changedSince, type Carried, type Trail } from './trail.ts';

export interface UndoMerge {
  readonly mergeId: string;
  readonly reason: string;
  readonly idempotencyKey: string | undefined;
}

interface Undoing {
  readonly merge: RecordMergeEntity;
  readonly trail: Trail;
  readonly reason: string;
}

const claim = statement<{ readonly id: string }>(
  'record-merge-undo',
  `update record_merge set undone_at = $2, undone_by = $3, undone_why = $4
   where id = $1 and done_at is not null and undone_at is null returning id`,
);

/** Makes two of one again, each with what it had, unless what moved has changed since. */
export async function undoMerge(
  context: Context,
  { idempotencyKey: key, ...input }: UndoMerge,
): Promise<void> {
  await onceAfter(
    context,
    () => judge(context, input),
    { operation: 'undoMerge', key, input },
    async (tx, { merge, trail, reason }) => {
      const merging = mergingOf(context, merge.kind);
      const claimed = await within(tx, claim, [
        merge.id,
        context.clock.now(),
        actorOf(context).accountId,
        reason,
      ]);
      if (claimed.length === 0) refuse(new RecordMergeNotFound());
      const { keptId: kept, otherId: other, associationId, names } = merge;
      if (!(await holdMergedPair(tx, merging, { kept, other })))
        refuse(new MergeHasMovedOn([{ thing: CarriedThing.RECORD, count: 1 }]));
      const changed = await whatChanged(tx, merging, [kept, other], trail);
      if (changed.length > 0) refuse(new MergeHasMovedOn(changed));
      await putBackOrRefuse(tx, merging, trail);
      await merging.tell(context, tx, { kept, other, associationId, names, what: 'SEPARATED' });
      await recordAudit(context, tx, {
        act: 'undoMerge',
        subjectKind: subjectKindOf(merge.kind),
        subjectId: kept,
        associationId,
        before: { keptId: kept, otherId: other, names },
        after: { mergeId: merge.id, reason },
      });
    },
  );
}

const CONSTRAINT = /^23/;

/** What has come since may stand where something was, though no row that moved has changed. */
async function putBackOrRefuse(tx: Tx, merging: Merging, trail: Trail): Promise<void> {
  try {
    await putBack(tx, merging, trail);
  } catch (error) {
    const isTaken = error instanceof Error && CONSTRAINT.test(stateOf(error) ?? '');
    if (isTaken) refuse(new MergeHasMovedOn([{ thing: CarriedThing.OTHER, count: 1 }]));
    throw error;
  }
}

async function judge(context: Context, input: Omit<UndoMerge, 'idempotencyKey'>): Promise<Undoing> {
  const issues = new InputIssues(context.wording);
  const reason = issues.requiredLine('reason', input.reason, LONGEST_REASON);
  issues.refuseIfAny();
  const merge = await mergeFor(context, input.mergeId);
  const { doneAt, trail } = merge;
  if (stateOfMerge(merge) !== RecordMergeState.DONE || doneAt === null || trail === null)
    refuse(new RecordMergeNotFound());
  if (context.clock.now() > undoUntil(doneAt)) refuse(new MergeUndoTooLate(undoUntil(doneAt)));
  return { merge, trail, reason };
}

async function whatChanged(
  tx: Tx,
  merging: Merging,
  ids: readonly string[],
  trail: Trail,
): Promise<readonly Carried[]> {
  const current = await lookAt(tx, merging, ids);
  const known = new Map(trail.map(one => [one.table, one]));
  return tablesOf(merging).flatMap(table => {
    const left = known.get(table.table);
    const count = left ? changedSince(table, left, current.get(table.table) ?? []) : 0;
    return count === 0 ? [] : [{ thing: table.thing, count }];
  });
}
