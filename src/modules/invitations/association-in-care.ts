import { fromPublicId } from '../../kernel/id.ts';
import type { Context } from '../../platform/context.ts';
import { ClientScope } from '../../platform/graphql/client-scope.ts';
import { Forbidden } from '../../platform/graphql/faults.ts';
import { associationInReach, mayActAsStaff, type AssociationEntity } from '../associations/index.ts';
import { INVITING_STAFF } from './invitation.policy.ts';

/** Whose invitations the signed-in person looks after. Absent, of another tree and not theirs are the same answer. */
export async function associationInCare(context: Context, publicId: string): Promise<AssociationEntity> {
  const id = fromPublicId('Association', publicId);
  const association = id && (await associationInReach(context, id));
  if (
    !association ||
    !(await mayActAsStaff(context, association.id, INVITING_STAFF, ClientScope.INVITATIONS_WRITE))
  )
    throw new Forbidden('STAFF');
  return association;
}
