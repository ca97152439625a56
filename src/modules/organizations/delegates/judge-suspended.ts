import type { Context } from '../../../platform/context.ts';
import { associationById } from '../../associations/index.ts';
import type { OrganizationEntity } from '../organization.entity.ts';
import { speaksFor } from '../organization-rights.ts';
import type { DelegateFacts } from './delegate-of.ts';
import { refuseSuspended } from './suspended-delegate.ts';

/**
 * A principal neither gives roles to whom the association has suspended, nor removes them: another role would be
 * without the suspension, and so would one that is given after a removal.
 */
export async function judgeSuspended(
  context: Context,
  organization: OrganizationEntity,
  { underReview }: Pick<DelegateFacts, 'underReview'>,
): Promise<void> {
  if (!underReview || !(await speaksFor(context, organization))) return;
  const association = await context.load(associationById, organization.associationId);
  if (association === null) throw new Error('an organization names an association that is gone');
  refuseSuspended(context, association);
}
