import { nodeSource, type NodeSources } from '../../../platform/graphql/node.ts';
import { mayAsStaff } from '../../associations/index.ts';
import { mergeTaskById } from './merge-tasks.loaders.ts';
import { MergeTask } from './merge-task.type.ts';
import { recordMergeById } from './record-merge.loaders.ts';
import { RecordMerge } from './record-merge.type.ts';

/** For those who see them in the lists. A task that is closed is no longer shown. */
export const mergingNodes: NodeSources = [
  nodeSource('MergeTask', async (context, uuid) => {
    const task = await context.load(mergeTaskById, uuid);
    const isShown = task?.closedAt === null && (await mayAsStaff(context, 'READ_PEOPLE', task.associationId));
    return isShown ? new MergeTask(task) : null;
  }),
  nodeSource('RecordMerge', async (context, uuid) => {
    const merge = await context.load(recordMergeById, uuid);
    const isShown = merge && (await mayAsStaff(context, 'READ_PEOPLE', merge.associationId));
    return isShown ? new RecordMerge(merge, context.locale) : null;
  }),
];
