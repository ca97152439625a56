import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { dayAt } from '../../../kernel/deadline.ts';
import type { ExportJobId, UploadId } from '../../../kernel/id.ts';
import { recordChanges } from '../../../platform/audit/record-changes.ts';
import type { Parts } from '../../../platform/context.ts';
import { writeTable } from '../../../platform/csv/write-table.ts';
import { within, type Tx } from '../../../platform/database/database.ts';
import { statement } from '../../../platform/database/statement.ts';
import { defineJob, type Job } from '../../../platform/jobs/job.ts';
import { AssociationEntity } from '../../associations/index.ts';
import { exportPorts } from './export.ports.ts';
import { EXPORT_JOB_COLUMNS, type ExportJobRow } from './export-job.rows.ts';
import { keepExport } from './keep-export.ts';
import { RUN_EXPORT } from './start-export.ts';

/** After so many workers that did not come to an end, whoever asked has to ask again. */
const MOST_ATTEMPTS = 5;

const begin = statement<ExportJobRow>(
  'export-job-begin',
  `update export_job j set attempts = attempts + 1 where id = $1 and ended_at is null returning ${EXPORT_JOB_COLUMNS}`,
);
/** Only for the attempt that began last. */
const end = statement<{ id: string }>(
  'export-job-end',
  `update export_job set ended_at = $3, ended_why = $4, rows = $5, upload_id = $6
   where id = $1 and attempts = $2 and ended_at is null returning id`,
);

/** Another worker has begun anew, because this one seemed dead: what it wrote is not kept. */
class Overtaken extends Error {}

/** Writes the table to a file of the machine, since a storage asks for the length before the bytes, and stores that. */
export const runExport: Job<{ readonly exportJobId: ExportJobId }> = defineJob(
  RUN_EXPORT.name,
  async (parts, { exportJobId }) => {
    const [job] = await parts.db.transaction(tx => within(tx, begin, [exportJobId]));
    if (!job) return;
    if (job.attempts > MOST_ATTEMPTS)
      return parts.db.transaction(tx => settle(parts, tx, job, { why: 'FAILED', rows: 0, uploadId: null }));

    const directory = await mkdtemp(join(tmpdir(), 'affilia-export-'));
    try {
      await write(parts, job, join(directory, 'table.csv'));
    } catch (error) {
      if (!(error instanceof Overtaken)) throw error;
    } finally {
      await rm(directory, { recursive: true, force: true });
    }
  },
);

async function write(parts: Parts, job: ExportJobRow, place: string): Promise<void> {
  const { associationId, subjectId, locale, kind, fromAt: from, toAt: to } = job;
  const wording = parts.wordings.in(locale);
  const source = parts.ports.of(exportPorts)[kind];
  const rows = source.rows(parts, { associationId, subjectId, from, to }, wording);
  const table = await writeTable(place, source.names(wording), rows, locale);
  const { code, timeZone } = await parts.db.entities.findOneByOrFail(AssociationEntity, {
    id: associationId,
  });
  const name = `${code} ${wording.of(`ExportKind.${kind}`)} ${dayAt(timeZone, job.askedAt)}.csv`;
  await keepExport(parts, job, { place, name, table }, (tx, uploadId) =>
    settle(parts, tx, job, { why: 'DONE', rows: table.rows, uploadId }),
  );
}

async function settle(
  parts: Parts,
  tx: Tx,
  job: ExportJobRow,
  {
    why,
    rows,
    uploadId,
  }: { readonly why: string; readonly rows: number; readonly uploadId: UploadId | null },
): Promise<void> {
  const { id, associationId, askedBy: accountId, clientId, requestId } = job;
  const ended = await within(tx, end, [id, job.attempts, parts.clock.now(), why, rows, uploadId]);
  if (ended.length === 0) throw new Overtaken();
  await recordChanges(
    parts,
    tx,
    { accountId, clientId, requestId },
    {
      act: 'endExport',
      subjectKind: 'ExportJob',
      associationId,
      changes: [{ id, before: null, after: { why, rows } }],
    },
  );
}
