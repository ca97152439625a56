import { IsNull } from 'typeorm';
import type { AccountId } from '../../kernel/id.ts';
import type { Context } from '../../platform/context.ts';
import { StaffAssignmentEntity } from '../associations/index.ts';
import { delegationsOfOrganization } from '../organizations/index.ts';
import { personById } from '../people/index.ts';
import { InvitationTargetKind } from './invitation.enums.ts';
import type { InvitationEntity } from './invitation.entity.ts';

/** What an invitation would give, and to whom; `personId` is null for somebody who is not on file yet. */
export type Target = Pick<
  InvitationEntity,
  'targetKind' | 'associationId' | 'organizationId' | 'delegateRoles' | 'staffRole'
> & { readonly personId: string | null };

/**
 * Whether nothing is left to give. Somebody else who is principal without rights makes room; for an appointment, any
 * other principal does. It spares a mail that would disappoint; the database decides at
 * acceptance.
 */
export async function isTargetTaken(
  context: Context,
  target: Target,
  { appointing = false }: { readonly appointing?: boolean } = {},
): Promise<boolean> {
  switch (target.targetKind) {
    case InvitationTargetKind.PERSON:
    case InvitationTargetKind.MEMBERSHIP:
      return (await accountOf(context, target.personId)) !== null;
    case InvitationTargetKind.DELEGATION:
      return isDelegationTaken(context, target, appointing);
    case InvitationTargetKind.STAFF_ROLE:
      return holdsStaffRole(context, target);
  }
}

async function isDelegationTaken(context: Context, target: Target, appointing: boolean): Promise<boolean> {
  const { organizationId, delegateRoles, personId } = target;
  const inForce =
    organizationId === null ? [] : await context.load(delegationsOfOrganization, organizationId);
  const othersPrincipal = inForce.some(
    one => one.role === 'PRINCIPAL' && one.suspendedAt === null && one.personId !== personId,
  );
  if (othersPrincipal && !appointing && delegateRoles.includes('PRINCIPAL')) return true;

  // Delegates may be on file long before they have an account: then the account is what they are invited to.
  const own = inForce.filter(one => one.personId === personId).map(one => one.role);
  return delegateRoles.every(role => own.includes(role)) && (await accountOf(context, personId)) !== null;
}

async function holdsStaffRole(
  context: Context,
  { associationId, staffRole, personId }: Target,
): Promise<boolean> {
  const accountId = await accountOf(context, personId);
  if (accountId === null || staffRole === null) return false;
  const where = { accountId, associationId, role: staffRole, toAt: IsNull() };
  return context.db.entities.existsBy(StaffAssignmentEntity, where);
}

async function accountOf(context: Context, personId: string | null): Promise<AccountId | null> {
  const person = personId === null ? null : await context.load(personById, personId);
  return person?.accountId ?? null;
}
