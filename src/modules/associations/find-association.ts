import type { Context } from '../../platform/context.ts';
import { AssociationEntity } from './association.entity.ts';
import { associationById } from './association.loaders.ts';

/** The association, if it stands in the calling client's tree; absent and elsewhere are the same answer. */
export async function associationInReach(
  context: Context,
  associationId: string,
): Promise<AssociationEntity | null> {
  const row = await context.load(associationById, associationId);
  return isInTreeOfClient(context, row) ? row : null;
}

/** The same by its code. */
export async function associationByCode(context: Context, code: string): Promise<AssociationEntity | null> {
  const row = await context.db.entities.findOneBy(AssociationEntity, { code });
  return isInTreeOfClient(context, row) ? row : null;
}

const isInTreeOfClient = (context: Context, row: AssociationEntity | null): boolean =>
  row !== null && row.rootId === context.client?.rootId;
