import { fromPublicId } from '../../kernel/id.ts';
import type { Context } from '../../platform/context.ts';
import { ClientScope } from '../../platform/graphql/client-scope.ts';
import { refuse } from '../../platform/problem.ts';
import { mayActAsStaff } from '../associations/index.ts';
import { mayInviteDelegates, organizationById } from '../organizations/index.ts';
import { personsOfActor } from '../people/index.ts';
import { findInvitation, type FoundInvitation } from './find-invitation.ts';
import { InvitationTargetKind } from './invitation.enums.ts';
import { staffWhoMayInviteTo } from './invitation.policy.ts';
import { InvitationNotFound } from './invitation.problems.ts';
import type { Target } from './target-taken.ts';

/**
 * Whether the signed-in person may send out what leads to this target. Nobody acts as staff on their own record or
 * organization.
 */
export async function mayInviteTo(context: Context, target: Target): Promise<boolean> {
  const staff = staffWhoMayInviteTo(target.targetKind);
  if (!(await mayActAsStaff(context, target.associationId, staff, ClientScope.INVITATIONS_WRITE)))
    return false;

  const own = await personsOfActor(context);
  if (own.some(person => person.id === target.personId)) return false;
  if (target.targetKind !== InvitationTargetKind.DELEGATION || target.organizationId === null) return true;

  const organization = await context.load(organizationById, target.organizationId);
  return organization !== null && mayInviteDelegates(context, organization);
}

/** An invitation that the signed-in person looks after; absent and somebody else's are the same refusal. */
export async function invitationInCare(context: Context, publicId: string): Promise<FoundInvitation> {
  const id = fromPublicId('Invitation', publicId);
  const found = id && (await findInvitation(context, id));
  if (!found || !(await mayInviteTo(context, found.row))) refuse(new InvitationNotFound());
  return found;
}
