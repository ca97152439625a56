import { fromPublicId } from '../../../kernel/id.ts';
import type { Context } from '../../../platform/context.ts';
import { refuse } from '../../../platform/problem.ts';
import { associationInReach, mayAsStaff } from '../../associations/index.ts';
import { InvitationRunNotFound } from './invitation-run.problems.ts';
import { invitationRunById, type InvitationRunFacts } from './invitation-run.rows.ts';

/** A run that the signed-in person may read; null for one that is absent or not theirs. */
export async function readableRun(context: Context, id: string): Promise<InvitationRunFacts | null> {
  const run = await context.load(invitationRunById, id);
  if (!run || !(await associationInReach(context, run.associationId))) return null;
  return (await mayAsStaff(context, 'READ_INVITATIONS', run.associationId)) ? run : null;
}

/** The same for an act on it. */
export async function runInCare(context: Context, publicId: string): Promise<InvitationRunFacts> {
  const id = fromPublicId('InvitationRun', publicId);
  const run = id && (await readableRun(context, id));
  if (!run || !(await mayAsStaff(context, 'INVITE', run.associationId))) refuse(new InvitationRunNotFound());
  return run;
}
