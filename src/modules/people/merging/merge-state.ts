import type { MergedKind } from './merging.enums.ts';
import { RecordMergeState } from './merging.enums.ts';
import type { RecordMergeEntity } from './record-merge.entity.ts';

/** A merge can be undone that long. */
export const UNDO_DAYS = 30;

const DAY_MS = 24 * 3_600_000;

export const undoUntil = (doneAt: Date): Date => new Date(doneAt.getTime() + UNDO_DAYS * DAY_MS);

export function stateOfMerge({
  withdrawnAt,
  doneAt,
  undoneAt,
}: Pick<RecordMergeEntity, 'withdrawnAt' | 'doneAt' | 'undoneAt'>): RecordMergeState {
  if (undoneAt !== null) return RecordMergeState.UNDONE;
  if (doneAt !== null) return RecordMergeState.DONE;
  return withdrawnAt === null ? RecordMergeState.PREPARED : RecordMergeState.WITHDRAWN;
}

export const subjectKindOf = (kind: `${MergedKind}`): 'Person' | 'Organization' =>
  kind === 'PERSON' ? 'Person' : 'Organization';
