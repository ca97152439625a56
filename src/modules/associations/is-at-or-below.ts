import type { AssociationId } from '../../kernel/id.ts';
import type { Context } from '../../platform/context.ts';
import { associationById } from './association.loaders.ts';

/** Whether a body is another one or stands anywhere below it in their tree. */
export async function isAtOrBelow(
  context: Context,
  id: AssociationId,
  above: AssociationId,
): Promise<boolean> {
  if (id === above) return true;
  const parentId = (await context.load(associationById, id))?.parentId ?? null;
  return parentId !== null && isAtOrBelow(context, parentId, above);
}
