import type { Context } from '../../../platform/context.ts';
import type { Tx } from '../../../platform/database/database.ts';
import type { AssociationEntity } from '../../associations/index.ts';
import { lackOfRoom, type DelegateLimitReached } from '../../organizations/index.ts';
import type { InvitationEntity } from '../invitation.entity.ts';

type Invited = Pick<InvitationEntity, 'organizationId' | 'delegateRoles'> & {
  readonly personId: string | null;
};

/**
 * Why an invitation cannot go out: its organization has as many delegates as its class lets. Whoever is to be principal
 * has the place of another, so nothing stands in their way. In a transaction that holds the organization.
 */
export async function lackOfRoomFor(
  context: Context,
  tx: Tx,
  association: AssociationEntity,
  { organizationId, delegateRoles, personId }: Invited,
): Promise<DelegateLimitReached | null> {
  if (organizationId === null || delegateRoles.includes('PRINCIPAL')) return null;
  return lackOfRoom(context, tx, { association, organizationId, personId });
}
