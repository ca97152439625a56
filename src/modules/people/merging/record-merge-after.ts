import type { RecordMergeId } from '../../../kernel/id.ts';
import type { Context } from '../../../platform/context.ts';
import { forgetLoaded } from '../../../platform/database/loader.ts';
import { recordMergeById } from './record-merge.loaders.ts';
import { RecordMerge } from './record-merge.type.ts';

/** The merge as it stands after an act. */
export async function recordMergeAfter(context: Context, mergeId: string): Promise<RecordMerge> {
  forgetLoaded(context);
  const merge = await context.load(recordMergeById, mergeId as RecordMergeId);
  if (!merge) throw new Error('a merge was recorded and is gone');
  return new RecordMerge(merge, context.locale);
}
