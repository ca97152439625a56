import type { InvitationRunId } from '../../../kernel/id.ts';
import type { Context } from '../../../platform/context.ts';
import { forgetLoaded } from '../../../platform/database/loader.ts';
import { invitationRunById } from './invitation-run.rows.ts';
import { InvitationRun } from './invitation-run.type.ts';

/** As it stands after an act, past the loaders. */
export async function runAfter(context: Context, id: InvitationRunId): Promise<InvitationRun> {
  forgetLoaded(context);
  const run = await context.load(invitationRunById, id);
  if (!run) throw new Error('a run of invitations went away between two reads');
  return new InvitationRun(run);
}
