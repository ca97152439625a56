import type { Context } from '../../platform/context.ts';
import { AssociationEntity } from './association.entity.ts';
import { associationById } from './association.loaders.ts';
import { isWithin } from './association.policy.ts';

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

/** The association, if it is the calling client's own or below it; absent and elsewhere are the same answer. */
export async function associationOfClient(
  context: Context,
  associationId: string,
): Promise<AssociationEntity | null> {
  const row = await associationInReach(context, associationId);
  if (row === null || context.client === null) return null;
  const bodies = await context.db.entities.findBy(AssociationEntity, { rootId: row.rootId });
  const tree = new Map<string, AssociationEntity>(bodies.map(body => [body.id, body]));
  return isWithin(tree, context.client.associationId, row.id) ? row : null;
}

const isInTreeOfClient = (context: Context, row: AssociationEntity | null): boolean =>
  row !== null && row.rootId === context.client?.rootId;
