import type { AccountId, AssociationId, ClientId, ExportJobId, UploadId } from '../../../kernel/id.ts';
import type { Locale } from '../../../kernel/locale.ts';
import { defineLoader, type Loader } from '../../../platform/database/loader.ts';
import { statement } from '../../../platform/database/statement.ts';
import type { StaffAction } from '../../associations/index.ts';
import type { ExportKind } from './export.enums.ts';

/** What somebody must be allowed to do to ask for an export, and to read it. */
export const EXPORT_ACTIONS: Readonly<Record<ExportKind, StaffAction>> = {
  AUDIT_TRAIL: 'READ_AUDIT',
  JOURNAL: 'READ_LEDGER',
  REMITTANCE_STATEMENT: 'READ_LEDGER',
};

export interface ExportJobRow {
  readonly id: ExportJobId;
  readonly associationId: AssociationId;
  readonly kind: ExportKind;
  /** The record that it is about, for kinds that are about one. */
  readonly subjectId: string | null;
  readonly askedBy: AccountId;
  readonly clientId: ClientId;
  readonly requestId: string;
  readonly locale: Locale;
  readonly fromAt: Date | null;
  readonly toAt: Date;
  readonly askedAt: Date;
  readonly attempts: number;
  readonly rows: number;
  readonly endedAt: Date | null;
  readonly endedWhy: 'DONE' | 'FAILED' | null;
}

/** With its file, as long as that is there. */
export interface FoundExportJob extends ExportJobRow {
  readonly uploadId: UploadId | null;
  readonly receivedAt: Date | null;
  readonly size: number | null;
}

export const EXPORT_JOB_COLUMNS = `j.id, j.association_id as "associationId", j.kind, j.subject_id as "subjectId", j.asked_by as "askedBy",
  j.client_id as "clientId", j.request_id as "requestId", j.locale, j.from_at as "fromAt", j.to_at as "toAt",
  j.asked_at as "askedAt", j.attempts, j.rows, j.ended_at as "endedAt", j.ended_why as "endedWhy"`;

const find = statement<FoundExportJob>(
  'export-jobs-find',
  `select ${EXPORT_JOB_COLUMNS}, u.id as "uploadId", u.received_at as "receivedAt", u.size
   from export_job j left join upload u on u.id = j.upload_id and u.removed_at is null where j.id = any ($1)`,
);

export const exportJobById: Loader<string, FoundExportJob | null> = defineLoader(
  async (context, ids: readonly string[]) => {
    const rows = await context.db.read(find, [ids]);
    const byId = new Map<string, FoundExportJob>(rows.map(row => [row.id, row]));
    return ids.map(id => byId.get(id) ?? null);
  },
);

const findKinds = statement<{ readonly uploadId: string; readonly kind: ExportKind }>(
  'export-kinds-of-uploads',
  'select upload_id as "uploadId", kind from export_job where upload_id = any ($1)',
);

/** By the id of the file: what reading it asks for. */
export const actionOfExport: Loader<string, StaffAction | null> = defineLoader(
  async (context, uploadIds: readonly string[]) => {
    const rows = await context.db.read(findKinds, [uploadIds]);
    const byId = new Map(rows.map(row => [row.uploadId, EXPORT_ACTIONS[row.kind]]));
    return uploadIds.map(id => byId.get(id) ?? null);
  },
);
