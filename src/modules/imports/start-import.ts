import { newId, type ImportRunId } from '../../kernel/id.ts';
import { recordAudit } from '../../platform/audit/record-audit.ts';
import type { Context } from '../../platform/context.ts';
import { within, type Tx } from '../../platform/database/database.ts';
import { onceAfter } from '../../platform/database/idempotency.ts';
import { statement } from '../../platform/database/statement.ts';
import { violates } from '../../platform/database/violation.ts';
import { InputIssues } from '../../platform/graphql/input-issues.ts';
import { InputIssueCode } from '../../platform/graphql/invalid-input.ts';
import { enqueue } from '../../platform/jobs/job.ts';
import { refuse } from '../../platform/problem.ts';
import { actorOf, clientOf } from '../accounts/index.ts';
import { keepUpload, receivedUpload, type ReceivedUpload } from '../documents/index.ts';
import type { ImportKind, ImportMode } from './import.enums.ts';
import { ImportFileNotFound, ImportRunning } from './import.problems.ts';
import { actionFor, associationToImport } from './import-run-for.ts';

export interface StartImport {
  readonly associationId: string;
  readonly uploadId: string;
  readonly source: string;
  readonly kind: ImportKind;
  readonly mode: ImportMode;
  readonly idempotencyKey: string | undefined;
}

/** The name by which the worker knows the job; what it does imports far more than who asks for it. */
export const RUN_IMPORT = { name: 'run-import' } as const;

const ONE_COMMIT = 'import_run_one_commit_idx';
const LONGEST_SOURCE = 40;
const SOURCE = /^[a-z0-9](?:[a-z0-9._-]*[a-z0-9])?$/;

const ask = statement(
  'import-run-ask',
  `insert into import_run (id, association_id, source, kind, mode, upload_id, asked_by, client_id, request_id, asked_at,
     bytes_total)
   values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
);

const underWay = statement<{ id: ImportRunId }>(
  'import-run-under-way',
  `select id from import_run where association_id = $1 and mode = 'COMMIT' and ended_at is null`,
);

/** Asks for an import, which a worker does. One that writes waits for no other: the second is refused. */
export async function startImport(
  context: Context,
  { idempotencyKey: key, ...input }: StartImport,
): Promise<ImportRunId> {
  const association = await associationToImport(context, input.associationId, actionFor(input.kind));
  try {
    return await onceAfter(
      context,
      () => readInput(context, input, association.id),
      { operation: 'startImport', key, input },
      (tx, { source, upload }) =>
        put(context, tx, { ...input, source, associationId: association.id }, upload),
    );
  } catch (error) {
    if (!violates(error, ONE_COMMIT)) throw error;
    const [running] = await context.db.read(underWay, [association.id]);
    // It ended in the meantime: whoever asks again gets their turn.
    if (!running) throw error;
    refuse(new ImportRunning(running.id));
  }
}

async function readInput(
  context: Context,
  input: Pick<StartImport, 'uploadId' | 'source'>,
  associationId: string,
): Promise<{ readonly source: string; readonly upload: ReceivedUpload }> {
  const issues = new InputIssues(context.wording);
  const source = issues.requiredLine('source', input.source, LONGEST_SOURCE).toLowerCase();
  if (source !== '' && !SOURCE.test(source))
    issues.add('source', InputIssueCode.BAD_FORMAT, 'imports.issue.source');
  issues.refuseIfAny();

  const upload = await receivedUpload(context, input.uploadId, 'IMPORT');
  if (upload?.associationId !== associationId) refuse(new ImportFileNotFound());
  return { source, upload };
}

async function put(
  context: Context,
  tx: Tx,
  { associationId, source, kind, mode }: Omit<StartImport, 'uploadId' | 'idempotencyKey'>,
  upload: ReceivedUpload,
): Promise<ImportRunId> {
  const { clock, random, requestId } = context;
  const id = newId<'ImportRun'>(clock, random);
  const whose = [actorOf(context).accountId, clientOf(context).id, requestId, clock.now()];
  await within(tx, ask, [id, associationId, source, kind, mode, upload.id, ...whose, upload.size]);
  if (!(await keepUpload(context, tx, upload.id))) refuse(new ImportFileNotFound());
  await enqueue(tx, RUN_IMPORT, { runId: id });
  await recordAudit(context, tx, {
    act: 'startImport',
    subjectKind: 'ImportRun',
    subjectId: id,
    associationId,
    after: { source, kind, mode, fileName: upload.fileName, sha256: upload.sha256 },
  });
  return id;
}
