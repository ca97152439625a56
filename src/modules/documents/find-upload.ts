import type { UploadId } from '../../kernel/id.ts';
import type { Context } from '../../platform/context.ts';
import { uploadById } from './upload.loaders.ts';
import { mayRead } from './upload.policy.ts';
import { Upload } from './upload.type.ts';

/** An upload that the signed-in person may read; absent and not theirs are the same answer. */
export async function findUpload(context: Context, id: string): Promise<Upload | null> {
  const row = await context.load(uploadById, id as UploadId);
  return row && (await mayRead(context, row)) ? new Upload(row, context.clock.now()) : null;
}
