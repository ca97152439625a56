import { In } from 'typeorm';
import type { MergeTaskId } from '../../../kernel/id.ts';
import { defineLoader, type Loader } from '../../../platform/database/loader.ts';
import { MergeTaskEntity } from '../merge-task.entity.ts';

/** Tasks of any association: never to be shown without asking for the rights of its staff. */
export const mergeTaskById: Loader<string, MergeTaskEntity | null> = defineLoader(
  async (context, ids: readonly string[]) => {
    const rows = await context.db.entities.findBy(MergeTaskEntity, { id: In(ids as MergeTaskId[]) });
    const byId = new Map<string, MergeTaskEntity>(rows.map(row => [row.id, row]));
    return ids.map(id => byId.get(id) ?? null);
  },
);
