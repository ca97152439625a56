import { In } from 'typeorm';
import type { AssociationId, UploadId } from '../../kernel/id.ts';
import { defineLoader, type Loader } from '../../platform/database/loader.ts';
import { associationById } from '../associations/index.ts';
import { UploadEntity } from './upload.entity.ts';

export type UploadRow = UploadEntity & {
  /** The top of the tree in which it was sent. */
  readonly rootId: AssociationId;
};

export const uploadById: Loader<string, UploadRow | null> = defineLoader(
  async (context, ids: readonly string[]) => {
    const rows = await context.db.entities.findBy(UploadEntity, { id: In(ids as UploadId[]) });
    const bodies = await Promise.all(rows.map(row => context.load(associationById, row.associationId)));
    const byId = new Map<string, UploadRow>(
      rows.flatMap((row, i) => {
        const rootId = bodies[i]?.rootId;
        return rootId === undefined ? [] : [[row.id, Object.assign(row, { rootId })]];
      }),
    );
    return ids.map(id => byId.get(id) ?? null);
  },
);
