import { In } from 'typeorm';
import type { RecordMergeId } from '../../../kernel/id.ts';
import { defineLoader, type Loader } from '../../../platform/database/loader.ts';
import { RecordMergeEntity } from './record-merge.entity.ts';

/** Merges of any association: never to be shown without asking for the rights of its staff. */
export const recordMergeById: Loader<string, RecordMergeEntity | null> = defineLoader(
  async (context, ids: readonly string[]) => {
    const rows = await context.db.entities.findBy(RecordMergeEntity, { id: In(ids as RecordMergeId[]) });
    const byId = new Map<string, RecordMergeEntity>(rows.map(row => [row.id, row]));
    return ids.map(id => byId.get(id) ?? null);
  },
);
