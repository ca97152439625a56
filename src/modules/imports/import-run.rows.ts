import type { AssociationId, ClientId, ImportRunId, UploadId } from '../../kernel/id.ts';
import { defineLoader, type Loader } from '../../platform/database/loader.ts';
import { statement } from '../../platform/database/statement.ts';
import type { ImportKind, ImportMode } from './import.enums.ts';

export type WhyEnded = 'DONE' | 'FAULTY' | 'FAILED' | 'CANCELLED';

/** An import as it was asked for, and how far it is. */
export interface ImportRunRow {
  readonly id: ImportRunId;
  readonly associationId: AssociationId;
  readonly source: string;
  readonly kind: ImportKind;
  readonly mode: ImportMode;
  readonly uploadId: UploadId;
  readonly askedBy: string;
  readonly clientId: ClientId;
  readonly requestId: string;
  readonly askedAt: Date;
  readonly attempt: number;
  readonly startedAt: Date | null;
  readonly writingAt: Date | null;
  readonly endedAt: Date | null;
  readonly endedWhy: WhyEnded | null;
  readonly bytesRead: number;
  readonly bytesTotal: number;
  readonly rowsRead: number;
  readonly created: number;
  readonly changed: number;
  readonly unchanged: number;
  readonly heldOut: number;
}

/** `r` names the table. */
export const IMPORT_RUN_COLUMNS = `
  r.id, r.association_id as "associationId", r.source, r.kind, r.mode, r.upload_id as "uploadId",
  r.asked_by as "askedBy", r.client_id as "clientId", r.request_id as "requestId", r.asked_at as "askedAt", r.attempt,
  r.started_at as "startedAt", r.writing_at as "writingAt", r.ended_at as "endedAt", r.ended_why as "endedWhy",
  r.bytes_read::float8 as "bytesRead", r.bytes_total::float8 as "bytesTotal", r.rows_read as "rowsRead", r.created,
  r.changed, r.unchanged, r.held_out as "heldOut"`;

const byIds = statement<ImportRunRow>(
  'import-runs-by-id',
  `select ${IMPORT_RUN_COLUMNS} from import_run r where r.id = any ($1::uuid[])`,
);

export const importRunById: Loader<string, ImportRunRow | null> = defineLoader(
  async (context, ids: readonly string[]) => {
    const rows = await context.db.read(byIds, [ids]);
    return ids.map(id => rows.find(row => row.id === id) ?? null);
  },
);
