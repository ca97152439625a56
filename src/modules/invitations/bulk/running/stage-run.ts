import { dayAt } from '../../../../kernel/deadline.ts';
import type { Parts } from '../../../../platform/context.ts';
import { within, type Tx } from '../../../../platform/database/database.ts';
import { statement } from '../../../../platform/database/statement.ts';
import { AssociationEntity } from '../../../associations/index.ts';
import { storedUpload } from '../../../documents/index.ts';
import type { InvitationRowOutcome } from '../../invitation.enums.ts';
import { RUN_COLUMNS, type InvitationRunFacts, type RunFault } from '../invitation-run.rows.ts';
import { MOST_RUN_ROWS, readFile, type StagedRow } from './read-file.ts';
import { stageSelection } from './stage-selection.ts';

const find = statement<InvitationRunFacts>(
  'invitation-run-to-stage',
  `select ${RUN_COLUMNS} from invitation_run r
   where r.id = $1 and r.total is null and r.stopped_at is null and r.ended_at is null`,
);

const holdToStage = statement<{ id: string }>(
  'invitation-run-hold-to-stage',
  `select id from invitation_run
   where id = $1 and total is null and stopped_at is null and ended_at is null for no key update`,
);

const stage = statement(
  'invitation-run-stage',
  `insert into invitation_run_row (run_id, row_number, draft, outcome)
   select $1, s.row, s.draft, s.outcome from jsonb_to_recordset($2) as s(row integer, draft jsonb, outcome text)`,
);

const begin = statement(
  'invitation-run-begin',
  'update invitation_run set total = $2, counts = $3 where id = $1',
);

const blame = statement(
  'invitation-run-blame',
  'update invitation_run set ended_at = $2, fault = $3, total = null where id = $1',
);

/** Writes down who is invited, once: all rows, or none. */
export async function stageRun(parts: Parts, runId: string): Promise<void> {
  const [run] = await parts.db.read(find, [runId]);
  if (!run) return;
  const source = run.uploadId === null ? null : await rowsOfFile(parts, run.uploadId);
  await parts.db.transaction(async tx => {
    if ((await within(tx, holdToStage, [run.id])).length === 0) return;
    const outcome = source === null ? await rowsOfSelection(parts, tx, run) : await rowsInto(tx, run, source);
    if (typeof outcome === 'object' && 'code' in outcome)
      await within(tx, blame, [run.id, parts.clock.now(), JSON.stringify(outcome)]);
    else await within(tx, begin, [run.id, outcome.total, outcome.counts]);
  });
}

interface Staged {
  readonly total: number;
  readonly counts: Partial<Record<InvitationRowOutcome, number>>;
}

async function rowsOfFile(
  parts: Parts,
  uploadId: NonNullable<InvitationRunFacts['uploadId']>,
): Promise<readonly StagedRow[] | RunFault> {
  const file = await storedUpload(parts, uploadId);
  return file === null ? { row: 1, column: null, code: 'FILE_GONE' } : readFile(parts, file);
}

async function rowsInto(
  tx: Tx,
  { id }: InvitationRunFacts,
  source: readonly StagedRow[] | RunFault,
): Promise<Staged | RunFault> {
  if ('code' in source) return source;
  if (source.length > 0) await within(tx, stage, [id, JSON.stringify(source)]);
  const counts: Staged['counts'] = {};
  for (const { outcome } of source) if (outcome !== null) counts[outcome] = (counts[outcome] ?? 0) + 1;
  return { total: source.length, counts };
}

async function rowsOfSelection(parts: Parts, tx: Tx, run: InvitationRunFacts): Promise<Staged | RunFault> {
  const { timeZone } = await tx.findOneByOrFail(AssociationEntity, { id: run.associationId });
  const now = parts.clock.now();
  const total = await stageSelection(tx, run, {
    now,
    today: dayAt(timeZone, now),
    most: MOST_RUN_ROWS,
  });
  return total > MOST_RUN_ROWS ? { row: 1, column: null, code: 'TOO_MANY_ROWS' } : { total, counts: {} };
}
