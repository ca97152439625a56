import type { Context, Parts } from '../../../../platform/context.ts';
import { within, type Tx } from '../../../../platform/database/database.ts';
import { statement } from '../../../../platform/database/statement.ts';
import { associationById, mayAsStaff, type AssociationEntity } from '../../../associations/index.ts';
import type { InvitationRowOutcome } from '../../invitation.enums.ts';
import { issueJudged, judgeRow, stationeryByLocale, type IssuedRow } from '../../issue-rows.ts';
import { RUN_COLUMNS, type InvitationRunFacts } from '../invitation-run.rows.ts';
import { actingContext } from './acting-context.ts';
import { nameRows } from './name-rows.ts';
import { draftOf, type StagedDraft } from './staged-draft.ts';

/** As many as are in one transaction: whoever cancels waits for them, and a worker that dies loses no more. */
const ROWS_AT_A_TIME = 250;

// Workers that have the same run take turns: each row is settled by whoever holds the run.
const hold = statement<InvitationRunFacts>(
  'invitation-run-hold',
  `select ${RUN_COLUMNS} from invitation_run r
   where r.id = $1 and r.total is not null and r.stopped_at is null and r.ended_at is null for no key update`,
);

interface WaitingRow {
  readonly row: number;
  readonly draft: StagedDraft;
}

const waiting = statement<WaitingRow>(
  'invitation-run-waiting-rows',
  `select row_number as row, draft from invitation_run_row
   where run_id = $1 and outcome is null order by row_number limit $2`,
);

const settle = statement(
  'invitation-run-settle',
  `update invitation_run_row t set outcome = s.outcome, invitation_id = s."invitationId"
   from jsonb_to_recordset($2) as s(row integer, outcome text, "invitationId" uuid)
   where t.run_id = $1 and t.row_number = s.row`,
);

const progress = statement(
  'invitation-run-progress',
  'update invitation_run set counts = $2, ended_at = $3 where id = $1',
);

const halt = statement(
  'invitation-run-halt',
  `update invitation_run set stopped_at = $2, stopped_why = 'HALTED' where id = $1`,
);

/**
 * Sends the next rows: their outcomes, invitations, mails and audit entries are in one transaction with the progress
 * of the run. Whether there may be more.
 */
export function sendBatch(parts: Parts, runId: string): Promise<boolean> {
  return parts.db.transaction(async tx => {
    const [run] = await within(tx, hold, [runId]);
    if (!run) return false;
    const now = parts.clock.now();
    const rows = await within(tx, waiting, [runId, ROWS_AT_A_TIME]);
    const context = await actingContext({ ...parts, db: parts.db.joining(tx) }, run);
    if (context === null || !(await mayAsStaff(context, 'INVITE', run.associationId))) {
      await within(tx, halt, [runId, now]);
      return false;
    }

    const issued = rows.length === 0 ? [] : await issue(context, tx, run, rows);
    const settled = rows.map(({ row }, place) => ({ row, ...issued[place] }));
    if (settled.length > 0) await within(tx, settle, [runId, JSON.stringify(settled)]);
    const isLast = rows.length < ROWS_AT_A_TIME;
    await within(tx, progress, [runId, countsWith(run.counts, issued), isLast ? now : null]);
    return !isLast;
  });
}

async function issue(
  context: Context,
  tx: Tx,
  { associationId }: InvitationRunFacts,
  rows: readonly WaitingRow[],
): Promise<readonly IssuedRow[]> {
  const association = await context.load(associationById, associationId);
  if (!association) throw new Error('a run invites for an association that is gone');
  const named = await nameRows(tx, associationId, rows);
  const judged = await Promise.all(
    rows.map(({ row, draft }) => judge(context, association, draftOf(draft, named(row)))),
  );
  const stationery = await stationeryByLocale(context, association);
  return issueJudged(context, tx, judged, { act: 'startInvitationRun', stationery });
}

const judge = async (
  context: Context,
  association: AssociationEntity,
  draft: ReturnType<typeof draftOf>,
): ReturnType<typeof judgeRow> => (typeof draft === 'string' ? draft : judgeRow(context, association, draft));

function countsWith(
  counts: InvitationRunFacts['counts'],
  issued: readonly IssuedRow[],
): Partial<Record<InvitationRowOutcome, number>> {
  const sum = { ...counts };
  for (const { outcome } of issued) sum[outcome] = (sum[outcome] ?? 0) + 1;
  return sum;
}
