import type { Context } from '../../../platform/context.ts';
import { statement } from '../../../platform/database/statement.ts';
import { associationInReach } from '../find-association.ts';
import { mayAsStaff } from '../staff-rights.ts';
import { coveringBodies, kindsLetThrough, type SharedKind, type Sharing } from './sharing.policy.ts';
import { treeOf } from './tree-of.ts';

const inForce = statement<Sharing>(
  'sharing-agreements-in-force',
  `select from_association_id as "fromAssociationId", to_association_id as "toAssociationId", kinds
   from sharing_agreement
   where from_association_id = any ($1::uuid[]) and from_at <= $2 and (to_at is null or to_at > $2)`,
);

/**
 * What an association lets the signed-in person see, as staff of a body above that an agreement names. Empty without one,
 * and for an association that is absent or of another tree.
 */
export async function whatIsShared(context: Context, associationId: string): Promise<readonly SharedKind[]> {
  const body = await associationInReach(context, associationId);
  if (!body) return [];
  const bodies = coveringBodies(await context.load(treeOf, body.rootId), body.id);
  const agreements = await context.db.read(inForce, [bodies, context.clock.now()]);
  const receives = new Set<string>();
  for (const { toAssociationId } of agreements)
    if (await mayAsStaff(context, 'READ_SHARED_MEMBERS', toAssociationId)) receives.add(toAssociationId);
  return kindsLetThrough(agreements, receives);
}
