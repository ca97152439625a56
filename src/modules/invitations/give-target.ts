import type { AccountId } from '../../kernel/id.ts';
import type { Context } from '../../platform/context.ts';
import type { Tx } from '../../platform/database/database.ts';
import { refuse, Refusal } from '../../platform/problem.ts';
import { AccountKind, holdAccount, recordHolding } from '../accounts/index.ts';
import { assignStaff, StaffReach } from '../associations/index.ts';
import { DelegationTaken, grantDelegations, isSuspended, refuseSuspended } from '../organizations/index.ts';
import type { FoundInvitation } from './find-invitation.ts';
import { InvitationTargetKind } from './invitation.enums.ts';
import { InvitationNeedsOwnAccount, InvitationTargetTaken } from './invitation.problems.ts';
import { contactSupport } from './next-steps.ts';

export interface Receiver {
  readonly accountId: AccountId;
  readonly personId: string;
}

/** Gives what the invitation promised, and notes that the account holds it. */
export async function giveTarget(
  context: Context,
  tx: Tx,
  found: FoundInvitation,
  { accountId, personId }: Receiver,
): Promise<void> {
  const { row } = found;
  switch (row.targetKind) {
    case InvitationTargetKind.DELEGATION:
      return giveDelegations(context, tx, found, { accountId, personId });
    case InvitationTargetKind.STAFF_ROLE:
      return giveStaffRole(context, tx, found, accountId);
    case InvitationTargetKind.MEMBERSHIP:
    case InvitationTargetKind.PERSON:
      // Whoever has the record has what belongs to it.
      return;
  }
}

async function giveDelegations(
  context: Context,
  tx: Tx,
  { row, association }: FoundInvitation,
  { accountId, personId }: Receiver,
): Promise<void> {
  if (row.organizationId === null) throw new Error('a delegation without its organization');
  const { organizationId, byPrincipal } = row;
  // Under another record than the one that was invited it may be somebody whose rights the association suspended.
  if (byPrincipal && (await isSuspended(context, tx, { organizationId, personId })))
    refuseSuspended(context, association);
  try {
    const roles = row.delegateRoles;
    await grantDelegations(context, tx, { organizationId, personId, roles, accountId });
  } catch (error) {
    const taken = error instanceof Refusal && error.problem instanceof DelegationTaken;
    if (taken) refuse(new InvitationTargetTaken(contactSupport(context, association)));
    throw error;
  }
}

/** Of the association itself: how far down a role reaches is not for a mail to decide. */
async function giveStaffRole(
  context: Context,
  tx: Tx,
  { row, association }: FoundInvitation,
  accountId: AccountId,
): Promise<void> {
  const { kind } = await holdAccount(tx, accountId);
  if (kind !== AccountKind.INDIVIDUAL)
    refuse(new InvitationNeedsOwnAccount(contactSupport(context, association)));
  const { associationId, staffRole } = row;
  if (staffRole === null) throw new Error('an invitation to the staff without a role');
  const facts = { accountId, associationId, role: staffRole, reach: StaffReach.NODE, toAt: null };
  const { id } = await assignStaff(context, tx, facts);
  await recordHolding(context, tx, { accountId, associationId, kind: 'STAFF', subjectId: id });
}
