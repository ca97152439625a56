import type { Context } from '../../platform/context.ts';
import type { Tx } from '../../platform/database/database.ts';
import { endHolding } from '../accounts/index.ts';
import { endStaffAssignment } from '../associations/index.ts';
import { suspendDelegations } from '../organizations/index.ts';
import { InvitationTargetKind } from './invitation.enums.ts';
import type { InvitationEntity } from './invitation.entity.ts';

/** Takes back the rights that an acceptance gave. False where there is no role: a record is for staff to untangle. */
export async function suspendTarget(
  context: Context,
  tx: Tx,
  row: InvitationEntity,
  personIds: readonly string[],
): Promise<boolean> {
  switch (row.targetKind) {
    case InvitationTargetKind.DELEGATION: {
      const { organizationId, delegateRoles: roles } = row;
      if (organizationId === null) return false;
      let suspended = 0;
      for (const personId of personIds)
        suspended += await suspendDelegations(context, tx, { organizationId, personId, roles });
      return suspended > 0;
    }
    case InvitationTargetKind.STAFF_ROLE:
      return endStaffRole(context, tx, row);
    case InvitationTargetKind.PERSON:
    case InvitationTargetKind.MEMBERSHIP:
      return false;
  }
}

async function endStaffRole(context: Context, tx: Tx, row: InvitationEntity): Promise<boolean> {
  const { acceptedByAccountId: accountId, associationId, staffRole, acceptedAt } = row;
  if (accountId === null || staffRole === null || acceptedAt === null) return false;

  const which = { accountId, associationId, role: staffRole, givenSince: acceptedAt };
  const assignment = await endStaffAssignment(context, tx, which);
  if (!assignment) return false;
  await endHolding(context, tx, { accountId, kind: 'STAFF', subjectId: assignment.id });
  return true;
}
