import type { Context } from '../../../platform/context.ts';
import { TooManyAttempts } from '../../../platform/graphql/too-many-attempts.ts';
import type { Budget } from '../../../platform/http/limits.ts';
import { refuse } from '../../../platform/problem.ts';
import { organizationById, speaksFor } from '../../organizations/index.ts';
import { InvitationTargetKind } from '../invitation.enums.ts';
import type { InvitationEntity } from '../invitation.entity.ts';

type Invited = Pick<InvitationEntity, 'targetKind' | 'organizationId' | 'delegateRoles'>;

/** Mails in the name of the association that a principal has sent, to addresses of their choosing. */
const MAILS_OF_ORGANIZATION: Budget = { name: 'delegate-invitation', points: 30, seconds: 86_400 };

/** Whether the signed-in person looks after an invitation as principal of the organization: only below their own place. */
export async function mayCareAsPrincipal(
  context: Context,
  { targetKind, organizationId, delegateRoles }: Invited,
): Promise<boolean> {
  if (targetKind !== InvitationTargetKind.DELEGATION || organizationId === null) return false;
  if (delegateRoles.includes('PRINCIPAL')) return false;
  const organization = await context.load(organizationById, organizationId);
  return organization !== null && speaksFor(context, organization);
}

export async function spendDelegateInvitation({ limits }: Context, organizationId: string): Promise<void> {
  const spent = await limits.spend(MAILS_OF_ORGANIZATION, organizationId);
  if (!spent.allowed) refuse(new TooManyAttempts(spent.retryAfterSeconds));
}
