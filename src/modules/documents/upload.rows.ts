import type { UploadId } from '../../kernel/id.ts';
import type { ObjectStorage } from '../../platform/storage/object-storage.ts';
import type { UploadEntity } from './upload.entity.ts';

/** Of an upload that was received and not removed since. */
export const IS_THERE = 'received_at is not null and removed_at is null';

/** Where the bytes of an attempt lie. */
export const keyOfAttempt = (id: UploadId, attempt: number): string =>
  `uploads/${id.slice(-2)}/${id}.${String(attempt)}`;

/** Where the bytes lie that were received: those of the last attempt. */
export const storageKeyOf = ({ id, attempts }: Pick<UploadEntity, 'id' | 'attempts'>): string =>
  keyOfAttempt(id, attempts);

/** Removes what attempts left behind, whether they came to their end or not. */
export async function removeAttempts(
  storage: ObjectStorage,
  id: UploadId,
  first: number,
  last: number,
): Promise<void> {
  for (let attempt = first; attempt <= last; attempt++) await storage.remove(keyOfAttempt(id, attempt));
}
