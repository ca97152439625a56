import { fromPublicId } from '../../../kernel/id.ts';
import type { Context } from '../../../platform/context.ts';
import type { ConnectionArgs, Page } from '../../../platform/graphql/connection.ts';
import { Forbidden } from '../../../platform/graphql/faults.ts';
import { readWalk, walkByInstant } from '../../../platform/graphql/instant-walk.ts';
import { associationInReach, mayAsStaff } from '../../associations/index.ts';
import { RUN_COLUMNS, type InvitationRunFacts } from './invitation-run.rows.ts';
import { InvitationRun } from './invitation-run.type.ts';

const ofAssociation = walkByInstant<InvitationRunFacts>('invitation-runs', {
  columns: RUN_COLUMNS,
  from: 'from invitation_run r where r.association_id = $1',
  values: 1,
  instant: 'r.asked_at',
  id: 'r.id',
});

/** The runs of an association, the latest first. */
export async function listInvitationRuns(
  context: Context,
  publicId: string,
  args: ConnectionArgs,
): Promise<Page<InvitationRun>> {
  const associationId = fromPublicId('Association', publicId);
  const association = associationId && (await associationInReach(context, associationId));
  if (!association || !(await mayAsStaff(context, 'READ_INVITATIONS', association.id))) throw new Forbidden();
  return readWalk(context, ofAssociation, [association.id], args, row => new InvitationRun(row));
}
