import { fromPublicId } from '../../kernel/id.ts';
import type { Context } from '../../platform/context.ts';
import { Forbidden } from '../../platform/graphql/faults.ts';
import { associationInReach, mayAsStaff, type AssociationEntity } from '../associations/index.ts';

/** Whose invitations the signed-in person looks after. Absent, of another tree and not theirs are the same answer. */
export async function associationInCare(context: Context, publicId: string): Promise<AssociationEntity> {
  const id = fromPublicId('Association', publicId);
  const association = id && (await associationInReach(context, id));
  if (!association || !(await mayAsStaff(context, 'INVITE', association.id))) throw new Forbidden('STAFF');
  return association;
}
