import type { InvitationRunId } from '../../../kernel/id.ts';
import { recordAudit } from '../../../platform/audit/record-audit.ts';
import type { Context } from '../../../platform/context.ts';
import { within } from '../../../platform/database/database.ts';
import { statement } from '../../../platform/database/statement.ts';
import { refuse } from '../../../platform/problem.ts';
import { InvitationRunOver } from './invitation-run.problems.ts';
import { runIsOver } from './invitation-run.rows.ts';
import { runInCare } from './run-in-care.ts';

const stop = statement<{ id: string }>(
  'invitation-run-stop',
  `update invitation_run set stopped_at = $2, stopped_why = 'CANCELLED'
   where id = $1 and ended_at is null and stopped_at is null returning id`,
);

/** Stops a run: rows in a worker's hand are finished first, and none after them is sent. Twice is as good as once. */
export async function cancelInvitationRun(context: Context, publicId: string): Promise<InvitationRunId> {
  const { id, associationId } = await runInCare(context, publicId);
  await context.db.transaction(async tx => {
    const [stopped] = await within(tx, stop, [id, context.clock.now()]);
    if (stopped) {
      const subject = { subjectKind: 'InvitationRun', subjectId: id, associationId };
      await recordAudit(context, tx, { act: 'cancelInvitationRun', ...subject });
    } else if ((await within(tx, runIsOver, [id])).length > 0) refuse(new InvitationRunOver());
  });
  return id;
}
