import type { InvitationRunId } from '../../../kernel/id.ts';
import { recordAudit } from '../../../platform/audit/record-audit.ts';
import type { Context } from '../../../platform/context.ts';
import { within } from '../../../platform/database/database.ts';
import { once } from '../../../platform/database/idempotency.ts';
import { statement } from '../../../platform/database/statement.ts';
import { enqueue } from '../../../platform/jobs/job.ts';
import { refuse } from '../../../platform/problem.ts';
import { InvitationRunOver } from './invitation-run.problems.ts';
import { runIsOver } from './invitation-run.rows.ts';
import { runInCare } from './run-in-care.ts';
import { actingIn, SEND_INVITATION_RUN } from './start-invitation-run.ts';

export interface ResumeInvitationRun {
  readonly invitationRunId: string;
  readonly idempotencyKey: string | undefined;
}

const goOn = statement<{ id: string }>(
  'invitation-run-go-on',
  `update invitation_run set stopped_at = null, stopped_why = null, acting_account_id = $2, acting_client_id = $3,
     factor_at = $4, request_id = $5
   where id = $1 and ended_at is null and stopped_at is not null returning id`,
);

/**
 * Goes on with what is left, from now on by the rights of whoever resumes. One that goes on already is only given to a
 * worker again, in case it was lost: rows are settled once however many workers have them.
 */
export async function resumeInvitationRun(
  context: Context,
  { invitationRunId, idempotencyKey: key }: ResumeInvitationRun,
): Promise<InvitationRunId> {
  const { id, associationId } = await runInCare(context, invitationRunId);
  return once(context, { operation: 'resumeInvitationRun', key, input: { id } }, async tx => {
    const [resumed] = await within(tx, goOn, [id, ...actingIn(context)]);
    if (resumed) {
      const subject = { subjectKind: 'InvitationRun', subjectId: id, associationId };
      await recordAudit(context, tx, { act: 'resumeInvitationRun', ...subject });
    } else if ((await within(tx, runIsOver, [id])).length > 0) refuse(new InvitationRunOver());
    await enqueue(tx, SEND_INVITATION_RUN, { runId: id });
    return id;
  });
}
