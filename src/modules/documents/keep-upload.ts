import type { UploadId } from '../../kernel/id.ts';
import type { Context } from '../../platform/context.ts';
import { within, type Tx } from '../../platform/database/database.ts';
import { statement } from '../../platform/database/statement.ts';
import { IS_THERE } from './upload.rows.ts';

const keep = statement<{ id: string }>(
  'upload-keep',
  `update upload set kept_at = coalesce(kept_at, $2) where id = $1 and ${IS_THERE} returning id`,
);

/**
 * Marks, in the transaction of the record that names it, that a file is used, so that it is not swept: a document stays,
 * the table of an import for 90 days. False when it was removed meanwhile, and the record must not name it.
 */
export async function keepUpload({ clock }: Pick<Context, 'clock'>, tx: Tx, id: UploadId): Promise<boolean> {
  return (await within(tx, keep, [id, clock.now()])).length === 1;
}
