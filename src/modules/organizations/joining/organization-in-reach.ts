import type { Context } from '../../../platform/context.ts';
import { associationInReach, type AssociationEntity } from '../../associations/index.ts';
import type { OrganizationEntity } from '../organization.entity.ts';
import { organizationById } from '../organization.loaders.ts';

export interface OrganizationInReach {
  readonly organization: OrganizationEntity;
  readonly association: AssociationEntity;
}

/** The organization, if it stands in the calling client's tree, whatever the person is to it. */
export async function organizationInReach(context: Context, id: string): Promise<OrganizationInReach | null> {
  const organization = await context.load(organizationById, id);
  const association = organization && (await associationInReach(context, organization.associationId));
  return association && { organization, association };
}
