import type { Parts } from '../../../platform/context.ts';
import { within, type Tx } from '../../../platform/database/database.ts';
import { statement } from '../../../platform/database/statement.ts';
import { IMPORT_RUN_COLUMNS, type ImportRunRow, type WhyEnded } from '../import-run.rows.ts';

/** The run was cancelled, or another worker has taken it over: whatever this one does is undone. */
export class Superseded extends Error {}

const begin = statement<ImportRunRow>(
  'import-run-begin',
  `update import_run r set attempt = attempt + 1, started_at = coalesce(started_at, $2), writing_at = null,
     bytes_read = 0, rows_read = 0
   where id = $1 and ended_at is null returning ${IMPORT_RUN_COLUMNS}`,
);
const forgetRows = statement('import-run-forget-rows', 'delete from staged_row where batch_id = $1');
const forgetFindings = statement(
  'import-run-forget-findings',
  'delete from import_finding where run_id = $1',
);

const progress = statement<{ id: string }>(
  'import-run-progress',
  `update import_run set bytes_read = $3, rows_read = $4
   where id = $1 and attempt = $2 and ended_at is null returning id`,
);

const write = statement<{ id: string }>(
  'import-run-write',
  'update import_run set writing_at = $3 where id = $1 and attempt = $2 and ended_at is null returning id',
);

const check = statement<{ id: string }>(
  'import-run-check',
  'select id from import_run where id = $1 and attempt = $2 and ended_at is null',
);

const end = statement<{ id: string }>(
  'import-run-end',
  `update import_run set ended_at = $3, ended_why = $4, created = $5, changed = $6, unchanged = $7, held_out = $8
   where id = $1 and attempt = $2 and ended_at is null returning id`,
);

export type Counts = Pick<ImportRunRow, 'created' | 'changed' | 'unchanged' | 'heldOut'>;
export const NO_COUNTS: Counts = { created: 0, changed: 0, unchanged: 0, heldOut: 0 };

/** Begins afresh, whatever an earlier attempt left behind. Null when the run is over. */
export const beginAttempt = (
  { db, clock }: Pick<Parts, 'db' | 'clock'>,
  id: string,
): Promise<ImportRunRow | null> =>
  db.transaction(async tx => {
    const [run] = await within(tx, begin, [id, clock.now()]);
    if (!run) return null;
    await within(tx, forgetRows, [id]);
    await within(tx, forgetFindings, [id]);
    return run;
  });

type Attempt = Pick<ImportRunRow, 'id' | 'attempt'>;

/** In the transaction of what was done, and first: it holds the run, so that nothing is done for one that is over. */
export async function noteProgress(
  tx: Tx,
  { id, attempt }: Attempt,
  { bytes, rows }: { readonly bytes: number; readonly rows: number },
): Promise<void> {
  orSuperseded(await within(tx, progress, [id, attempt, bytes, rows]));
}

export const noteWriting = ({ db, clock }: Pick<Parts, 'db' | 'clock'>, run: Attempt): Promise<void> =>
  db.transaction(async tx => orSuperseded(await within(tx, write, [run.id, run.attempt, clock.now()])));

/** Whether to go on, without holding up whoever cancels. */
export async function goOn({ db }: Pick<Parts, 'db'>, { id, attempt }: Attempt): Promise<void> {
  orSuperseded(await db.read(check, [id, attempt]));
}

/** Ends the run in the transaction of all that it wrote: of it and a cancellation, the first one counts. */
export async function endRun(
  { clock }: Pick<Parts, 'clock'>,
  tx: Tx,
  { id, attempt }: Attempt,
  why: WhyEnded,
  { created, changed, unchanged, heldOut }: Counts = NO_COUNTS,
): Promise<void> {
  orSuperseded(await within(tx, end, [id, attempt, clock.now(), why, created, changed, unchanged, heldOut]));
  await within(tx, forgetRows, [id]);
}

function orSuperseded(rows: readonly unknown[]): void {
  if (rows.length === 0) throw new Superseded();
}
