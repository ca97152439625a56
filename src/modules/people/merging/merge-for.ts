import { fromPublicId } from '../../../kernel/id.ts';
import type { Context } from '../../../platform/context.ts';
import { refuse } from '../../../platform/problem.ts';
import { mayAsStaff } from '../../associations/index.ts';
import { mergingOf } from './hold-pair.ts';
import { MergeOfOwnRecord, RecordMergeNotFound } from './merging.problems.ts';
import { recordMergeById } from './record-merge.loaders.ts';
import type { RecordMergeEntity } from './record-merge.entity.ts';

/** The merge for an act of staff. One that is absent and one that is not theirs are the same answer. */
export async function mergeFor(context: Context, publicId: string): Promise<RecordMergeEntity> {
  const id = fromPublicId('RecordMerge', publicId);
  const merge = id && (await context.load(recordMergeById, id));
  if (!merge || !(await mayAsStaff(context, 'MERGE_RECORDS', merge.associationId)))
    refuse(new RecordMergeNotFound());
  if (await mergingOf(context, merge.kind).isOwn(context, [merge.keptId, merge.otherId]))
    refuse(new MergeOfOwnRecord());
  return merge;
}
