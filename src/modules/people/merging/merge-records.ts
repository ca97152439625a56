import { newId, type AccountId, type AssociationId } from '../../../kernel/id.ts';
import { recordAudit } from '../../../platform/audit/record-audit.ts';
import type { Context } from '../../../platform/context.ts';
import type { Tx } from '../../../platform/database/database.ts';
import { violates } from '../../../platform/database/violation.ts';
import { InputIssues } from '../../../platform/graphql/input-issues.ts';
import { InputIssueCode } from '../../../platform/graphql/invalid-input.ts';
import { refuse, type Problem } from '../../../platform/problem.ts';
import { actorOf } from '../../accounts/index.ts';
import { AssociationEntity, needsSecondPerson } from '../../associations/index.ts';
import { carryOut } from './carry-out.ts';
import { weightOf } from './carried.ts';
import { holdPair, mergingOf } from './hold-pair.ts';
import { subjectKindOf } from './merge-state.ts';
import type { MergedKind } from './merging.enums.ts';
import { MergeAlreadyPrepared } from './merging.problems.ts';
import type { Pair, Told } from './merging.ports.ts';
import { ONE_PREPARED, RecordMergeEntity } from './record-merge.entity.ts';

export const LONGEST_REASON = 500;

/** Two records that the signed-in person may make one: they were found, and are on file at the same association. */
export interface Judged extends Pair {
  readonly kind: `${MergedKind}`;
  readonly associationId: AssociationId;
  readonly names: Told['names'];
  readonly taken: readonly string[];
  readonly reason: string;
  /** What a record that is gone meanwhile is answered with. */
  readonly notFound: () => Problem;
}

/** Reads why; refuses two ids that are one, blaming the second. */
export function readReason(
  { wording }: Pick<Context, 'wording'>,
  reason: string,
  same: { readonly field: string; readonly isSame: boolean },
): string {
  const issues = new InputIssues(wording);
  const read = issues.requiredLine('reason', reason, LONGEST_REASON);
  if (same.isSame) issues.add(same.field, InputIssueCode.NOT_ALLOWED, 'people.merging.issue.sameRecord');
  issues.refuseIfAny();
  return read;
}

/** Makes two records one, or prepares it where so many records need a second person. Answers the merge. */
export async function mergeRecords(
  context: Context,
  tx: Tx,
  act: string,
  { notFound, ...judged }: Judged,
): Promise<{ readonly mergeId: string }> {
  const merging = mergingOf(context, judged.kind);
  const { kept, other, associationId } = judged;
  if (!(await holdPair(tx, merging, judged))) refuse(notFound());
  for (const { judge } of merging.movers) await judge?.(context, tx, judged);

  const accountId = actorOf(context).accountId as AccountId;
  const records = await weightOf(context, tx, judged.kind, other);
  const { secondPersonAbove } = await tx.findOneByOrFail(AssociationEntity, { id: associationId });
  const merge = {
    id: newId<'RecordMerge'>(context.clock, context.random),
    associationId,
    kind: judged.kind,
    keptId: kept,
    otherId: other,
    names: judged.names,
    taken: [...judged.taken],
    reason: judged.reason,
    records,
    preparedAt: context.clock.now(),
    preparedBy: accountId,
  };
  await put(tx, merge);
  if (!needsSecondPerson(secondPersonAbove, records))
    await carryOut(context, tx, merging, { act, accountId, merge });
  else
    await recordAudit(context, tx, {
      act,
      subjectKind: subjectKindOf(judged.kind),
      subjectId: kept,
      associationId,
      after: {
        mergeId: merge.id,
        state: 'PREPARED',
        otherId: other,
        taken: merge.taken,
        reason: merge.reason,
      },
    });
  return { mergeId: merge.id };
}

type New = Pick<
  RecordMergeEntity,
  | 'id'
  | 'associationId'
  | 'kind'
  | 'keptId'
  | 'otherId'
  | 'names'
  | 'taken'
  | 'reason'
  | 'records'
  | 'preparedAt'
  | 'preparedBy'
>;

async function put(tx: Tx, merge: New): Promise<void> {
  try {
    await tx.insert(RecordMergeEntity, merge);
  } catch (error) {
    if (violates(error, ONE_PREPARED)) refuse(new MergeAlreadyPrepared());
    throw error;
  }
}
