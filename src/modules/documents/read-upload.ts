import type { Readable } from 'node:stream';
import type { UploadId } from '../../kernel/id.ts';
import { recordAudit } from '../../platform/audit/record-audit.ts';
import type { Context } from '../../platform/context.ts';
import { ObjectMissing } from '../../platform/storage/object-storage.ts';
import { documentsPorts } from './documents.ports.ts';
import { namedAfter } from './file-name.ts';
import { uploadById } from './upload.loaders.ts';
import { mayRead } from './upload.policy.ts';
import { storageKeyOf } from './upload.rows.ts';

export interface ReadFile {
  readonly name: string;
  readonly type: string;
  readonly size: number;
  readonly content: Readable;
}

/** The file, for whoever may read it at this moment; who did is on record. Null for anybody else, and when it is gone. */
export async function readUpload(context: Context, id: UploadId): Promise<ReadFile | null> {
  const row = await context.load(uploadById, id);
  if (!row || row.seenType === null || row.removedAt !== null || !(await mayRead(context, row))) return null;
  await context.db.transaction(tx =>
    recordAudit(context, tx, {
      act: 'readUpload',
      subjectKind: 'Upload',
      subjectId: id,
      associationId: row.associationId,
    }),
  );
  const { storage } = context.ports.of(documentsPorts);
  const content = await storage.read(storageKeyOf(row)).catch(nullWhenMissing);
  return (
    content && { name: namedAfter(row.fileName, row.seenType), type: row.seenType, size: row.size, content }
  );
}

/** Between the reading of the row and that of the file it may have been swept. */
function nullWhenMissing(error: unknown): null {
  if (error instanceof ObjectMissing) return null;
  throw error;
}
