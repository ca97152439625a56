import { fromPublicId } from '../../kernel/id.ts';
import type { Context } from '../../platform/context.ts';
import { refuse } from '../../platform/problem.ts';
import { mayAsStaff } from '../associations/index.ts';
import { mayInviteDelegates, organizationById } from '../organizations/index.ts';
import { isOwnPerson, personById } from '../people/index.ts';
import { findInvitation, type FoundInvitation } from './find-invitation.ts';
import { mayCareAsPrincipal } from './delegates/principal-invites.ts';
import { InvitationTargetKind } from './invitation.enums.ts';
import { actionOfInviting } from './invitation.policy.ts';
import { InvitationNotFound } from './invitation.problems.ts';
import type { Target } from './target-taken.ts';

/**
 * Whether the signed-in person may send out what leads to this target. Nobody acts as staff on their own record or
 * organization.
 */
export async function mayInviteTo(context: Context, target: Target): Promise<boolean> {
  if (!(await mayAsStaff(context, actionOfInviting(target.targetKind), target.associationId))) return false;

  const person = target.personId === null ? null : await context.load(personById, target.personId);
  if (person && isOwnPerson(context, person)) return false;
  if (target.targetKind !== InvitationTargetKind.DELEGATION || target.organizationId === null) return true;

  const organization = await context.load(organizationById, target.organizationId);
  return organization !== null && mayInviteDelegates(context, organization);
}

export interface InvitationInCare extends FoundInvitation {
  /** As principal delegate of the organization that it leads to, and not for the association. */
  readonly asPrincipal: boolean;
}

/** An invitation that the signed-in person looks after; absent and somebody else's are the same refusal. */
export async function invitationInCare(context: Context, publicId: string): Promise<InvitationInCare> {
  const id = fromPublicId('Invitation', publicId);
  const found = id && (await findInvitation(context, id));
  if (!found) refuse(new InvitationNotFound());
  if (await mayInviteTo(context, found.row)) return { ...found, asPrincipal: false };
  if (await mayCareAsPrincipal(context, found.row)) return { ...found, asPrincipal: true };
  refuse(new InvitationNotFound());
}
