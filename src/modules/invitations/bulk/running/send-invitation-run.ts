import type { InvitationRunId } from '../../../../kernel/id.ts';
import { defineJob, type Job } from '../../../../platform/jobs/job.ts';
import { SEND_INVITATION_RUN } from '../start-invitation-run.ts';
import { sendBatch } from './send-batch.ts';
import { stageRun } from './stage-run.ts';

/** Goes through a run until nothing is left, or it is stopped. Where a worker dies the next one goes on. */
export const sendInvitationRun: Job<{ readonly runId: InvitationRunId }> = defineJob(
  SEND_INVITATION_RUN.name,
  async (parts, { runId }) => {
    await stageRun(parts, runId);
    while (await sendBatch(parts, runId));
  },
);
