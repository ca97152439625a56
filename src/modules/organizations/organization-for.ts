import { fromPublicId } from '../../kernel/id.ts';
import type { Context } from '../../platform/context.ts';
import { refuse } from '../../platform/problem.ts';
import type { OrganizationEntity } from './organization.entity.ts';
import { organizationById } from './organization.loaders.ts';
import { mayOnOrganization, type OrganizationAction } from './organization.policy.ts';
import { OrganizationNotFound } from './organization.problems.ts';
import { rightsOn } from './organization-rights.ts';

/** The organization for an act of the signed-in person. One that is absent and one that is not theirs are the same answer. */
export async function organizationFor(
  context: Context,
  publicId: string,
  action: OrganizationAction,
): Promise<OrganizationEntity> {
  const id = fromPublicId('Organization', publicId);
  const organization = id && (await context.load(organizationById, id));
  if (!organization) refuse(new OrganizationNotFound());
  if (!mayOnOrganization(action, await rightsOn(context, organization))) refuse(new OrganizationNotFound());
  return organization;
}

/** The same as the one rule of an act: see `actOnOrganization`. */
export const ruleFor =
  (publicId: string, action: OrganizationAction) =>
  async (context: Context): Promise<{ readonly organization: OrganizationEntity }> => ({
    organization: await organizationFor(context, publicId, action),
  });
