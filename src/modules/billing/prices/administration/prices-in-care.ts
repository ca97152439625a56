import { fromPublicId, type AssociationId } from '../../../../kernel/id.ts';
import type { Context } from '../../../../platform/context.ts';
import { Forbidden } from '../../../../platform/graphql/faults.ts';
import { refuse } from '../../../../platform/problem.ts';
import { bodyForStaff, mayAsStaff } from '../../../associations/index.ts';
import { FeeItemEntity } from '../fee-item.entity.ts';
import { FeeItemNotFound } from './administration.problems.ts';

/** A body whose prices the signed-in person sets. */
export async function bodyWithPrices(context: Context, publicId: string): Promise<AssociationId> {
  const id = fromPublicId('Association', publicId);
  const body = id && (await bodyForStaff(context, 'MANAGE_PRICES', id));
  if (!body) throw new Forbidden('STAFF');
  return body.id;
}

/** A fee whose prices the signed-in person sets; absent and elsewhere are the same answer. */
export async function feeItemInCare(context: Context, publicId: string): Promise<FeeItemEntity> {
  const id = fromPublicId('FeeItem', publicId);
  const row = id && (await context.db.entities.findOneBy(FeeItemEntity, { id }));
  if (!row || !(await mayAsStaff(context, 'MANAGE_PRICES', row.associationId))) refuse(new FeeItemNotFound());
  return row;
}
