import type { Context } from '../../platform/context.ts';
import { mayAsStaff, type StaffAction } from '../associations/index.ts';
import type { UploadRow } from './upload.loaders.ts';
import { actionOfExport } from './exports/export-job.rows.ts';
import { RULES, UploadPurpose } from './upload-purpose.ts';

/** Whether the signed-in person may send a file for this purpose to an association of the calling client's tree. */
export const maySend = async (
  context: Context,
  associationId: string,
  purpose: UploadPurpose,
): Promise<boolean> =>
  purpose !== UploadPurpose.EXPORT &&
  (!RULES[purpose].staffOnly || (await mayAsStaff(context, actionOf(purpose), associationId)));

const actionOf = (purpose: UploadPurpose): StaffAction =>
  purpose === UploadPurpose.BANK_FILE ? 'RECORD_PAYMENTS' : 'SEND_FILES';

/**
 * Whether the signed-in person may read a file: whoever sent it, where they need no role for that, and the staff of its
 * association, for a table its administrators. A document that no record uses yet is its sender's alone; an export is for whoever may read what it holds.
 */
export async function mayRead(context: Context, row: UploadRow): Promise<boolean> {
  const { client, actor } = context;
  if (!client || !actor || row.rootId !== client.rootId) return false;
  if (row.purpose === UploadPurpose.EXPORT) {
    const action = await context.load(actionOfExport, row.id);
    return action !== null && mayAsStaff(context, action, row.associationId);
  }
  const { staffOnly } = RULES[row.purpose];
  const isSender = row.accountId === actor.accountId;
  if (isSender && !staffOnly) return true;
  if (row.purpose === UploadPurpose.BANK_FILE)
    return mayAsStaff(context, 'RECORD_PAYMENTS', row.associationId);
  // A table may bring passwords, which are not for everybody of the office.
  if (staffOnly && !isSender) return mayAsStaff(context, 'IMPORT_ACCOUNTS', row.associationId);
  return (staffOnly || row.keptAt !== null) && mayAsStaff(context, 'READ_FILES', row.associationId);
}
