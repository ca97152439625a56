import { dayAt } from '../../../kernel/deadline.ts';
import type { ImportRunId } from '../../../kernel/id.ts';
import { recordChanges, type OnBehalfOf } from '../../../platform/audit/record-changes.ts';
import type { Parts } from '../../../platform/context.ts';
import { waitLonger, within, type Tx } from '../../../platform/database/database.ts';
import { statement } from '../../../platform/database/statement.ts';
import { isIntegrityViolation } from '../../../platform/database/violation.ts';
import { defineJob, type Job } from '../../../platform/jobs/job.ts';
import { AssociationEntity } from '../../associations/index.ts';
import { storedUpload } from '../../documents/index.ts';
import { ImportMode } from '../import.enums.ts';
import type { ImportRunRow, WhyEnded } from '../import-run.rows.ts';
import { kindOf } from '../kinds/index.ts';
import type { Kind } from '../kinds/kind.ts';
import { RUN_IMPORT } from '../start-import.ts';
import { beginAttempt, endRun, goOn, NO_COUNTS, noteWriting, Superseded, type Counts } from './attempt.ts';
import { addFaults } from './findings.ts';
import { isStillStaff } from './is-still-staff.ts';
import { judgeStaged } from './judge-staged.ts';
import { readIntoStaging, type FileRead } from './read-into-staging.ts';
import { writeStaged } from './write-staged.ts';

/** After so many workers that did not come to an end, it is the file. */
const MOST_ATTEMPTS = 5;
const STATEMENT_MS = 5 * 60_000;

const count = statement<Counts>(
  'staged-rows-count',
  `select count(*) filter (where verdict = 'CREATE')::integer as created,
     count(*) filter (where verdict = 'CHANGE')::integer as changed,
     count(*) filter (where verdict = 'SAME')::integer as unchanged,
     count(*) filter (where verdict = 'HELD')::integer as "heldOut"
   from staged_row where batch_id = $1`,
);

/** Reads, judges and, where it was asked to and nothing is wrong, writes: everything in one transaction, or nothing. */
export const runImport: Job<{ readonly runId: ImportRunId }> = defineJob(
  RUN_IMPORT.name,
  async (parts, { runId }) => {
    const run = await beginAttempt(parts, runId);
    if (run === null) return;
    try {
      if (run.attempt > MOST_ATTEMPTS) await fail(parts, run, 'imports.finding.GIVEN_UP');
      else await attempt(parts, run);
    } catch (error) {
      if (error instanceof Superseded) return;
      if (!isIntegrityViolation(error)) throw error;
      await fail(parts, run, 'imports.finding.CONFLICT').catch(unlessSuperseded);
    }
  },
);

async function attempt(parts: Parts, run: ImportRunRow): Promise<void> {
  const file = await storedUpload(parts, run.uploadId);
  if (file === null) return fail(parts, run, 'imports.finding.FILE_GONE');
  const { timeZone } = await parts.db.entities.findOneByOrFail(AssociationEntity, { id: run.associationId });
  const kind = kindOf(run.kind, parts.wordings, timeZone);

  const read = await readIntoStaging(parts, run, kind, file);
  if (run.mode === ImportMode.COMMIT) {
    if (!(await isStillStaff(parts, run))) return fail(parts, run, 'imports.finding.RIGHT_GONE');
    await noteWriting(parts, run);
  }
  await parts.db.transaction(tx => settle(parts, tx, run, { kind, timeZone, read }));
}

interface Work {
  readonly kind: Kind;
  /** Of the association. */
  readonly timeZone: string;
  readonly read: FileRead;
}

async function settle(
  parts: Parts,
  tx: Tx,
  run: ImportRunRow,
  { kind, timeZone, read: { header, faults, lastRow } }: Work,
): Promise<void> {
  await waitLonger(tx, STATEMENT_MS);
  if (header === null) return end(parts, tx, run, 'FAULTY', NO_COUNTS);

  const all = { batchId: run.id, after: 0, upTo: lastRow };
  if (run.mode === ImportMode.COMMIT) await kind.lock?.(tx, all, run.associationId);
  const now = parts.clock.now();
  const more = await judgeStaged(tx, run, kind, {
    header,
    all,
    associationId: run.associationId,
    now,
    today: dayAt(timeZone, now),
    faultsBefore: faults,
  });
  const [counts = NO_COUNTS] = await within(tx, count, [run.id]);
  if (faults + more > 0) return end(parts, tx, run, 'FAULTY', counts);

  if (run.mode === ImportMode.COMMIT)
    await writeStaged(parts, tx, run, { kind, all, by: behalfOf(run), onStep: () => goOn(parts, run) });
  await end(parts, tx, run, 'DONE', counts);
}

const fail = (parts: Parts, run: ImportRunRow, sentence: string): Promise<void> =>
  parts.db.transaction(async tx => {
    await addFaults(tx, run.id, [{ row: 1, column: null, sentence }]);
    await end(parts, tx, run, 'FAILED', NO_COUNTS);
  });

async function end(parts: Parts, tx: Tx, run: ImportRunRow, why: WhyEnded, counts: Counts): Promise<void> {
  await endRun(parts, tx, run, why, counts);
  await recordChanges(parts, tx, behalfOf(run), {
    act: 'endImport',
    subjectKind: 'ImportRun',
    associationId: run.associationId,
    changes: [{ id: run.id, before: null, after: { why, ...counts } }],
  });
}

const behalfOf = ({ askedBy: accountId, clientId, requestId }: ImportRunRow): OnBehalfOf => ({
  accountId,
  clientId,
  requestId,
});

function unlessSuperseded(error: unknown): void {
  if (!(error instanceof Superseded)) throw error;
}
