import type { Readable } from 'node:stream';
import { fromPublicId, type AssociationId, type UploadId } from '../../kernel/id.ts';
import type { Context } from '../../platform/context.ts';
import { documentsPorts } from './documents.ports.ts';
import { maySend } from './upload.policy.ts';
import { UploadEntity } from './upload.entity.ts';
import { UploadPurpose } from './upload-purpose.ts';
import { uploadById } from './upload.loaders.ts';
import { storageKeyOf } from './upload.rows.ts';

export interface ReceivedUpload {
  readonly id: UploadId;
  readonly associationId: AssociationId;
  readonly fileName: string;
  /** In bytes. */
  readonly size: number;
  /** Of its content, in hexadecimal digits. */
  readonly sha256: string;
  /** The content from its beginning, each time. */
  open(): Promise<Readable>;
}

/**
 * A file that the signed-in person sent for this purpose, and might send today, whole and checked. One that is absent,
 * not theirs, sent for something else, not received yet or removed are the same answer.
 */
export async function receivedUpload(
  context: Context,
  publicId: string,
  purpose: UploadPurpose | `${UploadPurpose}`,
): Promise<ReceivedUpload | null> {
  const id = fromPublicId('Upload', publicId);
  const row = id && (await context.load(uploadById, id));
  const isTheirs = row && row.accountId === context.actor?.accountId && row.rootId === context.client?.rootId;
  if (!isTheirs || row.purpose !== UploadPurpose[purpose]) return null;
  return (await maySend(context, row.associationId, row.purpose)) ? contentOf(context, row) : null;
}

/** The file of a record that keeps its id; for jobs, which nobody is signed in to. Null when it is gone. */
export async function storedUpload(
  parts: Pick<Context, 'db' | 'ports'>,
  id: UploadId,
): Promise<ReceivedUpload | null> {
  const row = await parts.db.entities.findOneBy(UploadEntity, { id });
  return row && contentOf(parts, row);
}

function contentOf({ ports }: Pick<Context, 'ports'>, row: UploadEntity): ReceivedUpload | null {
  const { id, associationId, fileName, size, sha256, removedAt } = row;
  if (sha256 === null || removedAt !== null) return null;
  const { storage } = ports.of(documentsPorts);
  return { id, associationId, fileName, size, sha256, open: () => storage.read(storageKeyOf(row)) };
}
