/**
 * Invitations to thousands: from a file or a selection, sent row by row by a worker.
 *
 * Responsible for: who is in a run, its progress, stopping it and going on with it.
 * Not responsible for: what an invitation is and whom it may go to (the rest of invitations), receiving the file
 * (documents), how fast mails leave (the queue).
 */
import type { AnyJob } from '../../../platform/jobs/job.ts';
import { CancelInvitationRunResolver } from './cancel-invitation-run.graphql.ts';
import { InvitationRunResolver } from './invitation-run.graphql.ts';
import { ResumeInvitationRunResolver } from './resume-invitation-run.graphql.ts';
import { StartInvitationRunResolver } from './start-invitation-run.graphql.ts';
import { sendInvitationRun } from './running/send-invitation-run.ts';

export { invitationRunNodes } from './invitation-run.graphql.ts';

export const invitationRunResolvers: readonly Function[] = [
  StartInvitationRunResolver,
  CancelInvitationRunResolver,
  ResumeInvitationRunResolver,
  InvitationRunResolver,
];
export const invitationRunJobs: readonly AnyJob[] = [sendInvitationRun];
