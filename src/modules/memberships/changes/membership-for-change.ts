import { fromPublicId } from '../../../kernel/id.ts';
import type { Context } from '../../../platform/context.ts';
import { refuse } from '../../../platform/problem.ts';
import { associationInReach, mayAsStaff } from '../../associations/index.ts';
import { organizationById, rightsOn } from '../../organizations/index.ts';
import { personsOfActor } from '../../people/index.ts';
import type { MembershipFacts } from '../membership-facts.ts';
import { membershipById } from '../membership.loaders.ts';
import { MembershipNotFound } from '../membership.problems.ts';

/** As whom somebody changes a membership. */
export type ChangedBy = 'HOLDER' | 'STAFF';

export interface InCare {
  readonly membership: MembershipFacts;
  readonly by: ChangedBy;
}

interface Rights {
  readonly isOwn: boolean;
  readonly speaks: boolean;
}

/**
 * A membership, for a change by its holder — of an organization's, its principal delegate — or by staff, who never
 * change their own. One that is absent and one that is not theirs are the same answer.
 */
export async function membershipForChange(
  context: Context,
  publicId: string,
  allowed: readonly ChangedBy[],
): Promise<InCare> {
  const id = fromPublicId('Membership', publicId);
  const membership = id && (await context.load(membershipById, id));
  if (!membership || context.actor === null || !(await associationInReach(context, membership.associationId)))
    return refuse(new MembershipNotFound());

  const { holder, staff } = await rightsOnMembership(context, membership);
  if (allowed.includes('HOLDER') && holder) return { membership, by: 'HOLDER' };
  if (allowed.includes('STAFF') && staff) return { membership, by: 'STAFF' };
  return refuse(new MembershipNotFound());
}

/** As whom the signed-in person may change a membership; nobody changes their own as staff. */
export async function rightsOnMembership(
  context: Context,
  membership: MembershipFacts,
): Promise<{ readonly holder: boolean; readonly staff: boolean }> {
  const { isOwn, speaks } = await rightsOf(context, membership);
  const mayStaff = !isOwn && (await mayAsStaff(context, 'MANAGE_MEMBERSHIPS', membership.associationId));
  return { holder: speaks, staff: mayStaff };
}

async function rightsOf(context: Context, { personId, organizationId }: MembershipFacts): Promise<Rights> {
  if (personId !== null) {
    const isOwn = (await personsOfActor(context)).some(({ id }) => id === personId);
    return { isOwn, speaks: isOwn };
  }
  const organization = organizationId && (await context.load(organizationById, organizationId));
  if (!organization) return { isOwn: false, speaks: false };
  const { isOwn, delegateRoles } = await rightsOn(context, organization);
  return { isOwn, speaks: delegateRoles.includes('PRINCIPAL') };
}
