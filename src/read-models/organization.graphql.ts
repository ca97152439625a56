import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, ID, Info, Query, Resolver } from 'type-graphql';
import { fromPublicId } from '../kernel/id.ts';
import { staffRolesAt } from '../modules/associations/index.ts';
import { bringMembership } from '../modules/memberships/index.ts';
import {
  delegationOfJson,
  mayOnOrganization,
  Organization,
  organizationView,
  type OrganizationRights,
} from '../modules/organizations/index.ts';
import type { Context } from '../platform/context.ts';
import { Policy } from '../platform/graphql/policy.ts';
import { asksForWholeAssociation, associationOfJson } from './association-json.ts';
import { readOrganization, type OrganizationTree } from './read-organization.ts';
import { asksFor, asksForAny } from './selection.ts';

@Resolver()
export class OrganizationResolver {
  @Policy('SIGNED_IN')
  @Query(() => Organization, {
    nullable: true,
    description:
      'A member organization, for its delegates and for staff; null for anybody else and when there is none.',
  })
  async organization(
    @Ctx() context: Context,
    @Arg('id', () => ID) publicId: string,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Organization | null> {
    const { actor, client } = context;
    const id = fromPublicId('Organization', publicId);
    if (!actor || !client || !id) return null;

    const tree = await readOrganization(context, actor, client, id, {
      // The days of its sections are those of its association.
      association: asksForAny(info, [], ['association', 'sections', 'sectionsForm']),
      wholeAssociation: asksForWholeAssociation(info),
      sections: asksForAny(info, [], ['sections', 'sectionHistory', 'sectionsForm']),
      delegations: asksFor(info, 'delegations'),
      membership: asksFor(info, 'membership'),
    });
    if (tree === null) return null;

    const rights: OrganizationRights = {
      delegateRoles: tree.ownRoles,
      isOwn: tree.isOwn,
      staffRoles: await staffRolesAt(context, tree.organization.associationId),
      scopes: client.scopes,
    };
    if (!mayOnOrganization('READ', rights)) return null;
    return viewOf(context, tree, rights, asksFor(info, 'membership'));
  }
}

function viewOf(
  context: Context,
  { organization: facts, association, sectionStays, delegations, membership }: OrganizationTree,
  rights: OrganizationRights,
  asksForMembership: boolean,
): Organization {
  const organization = organizationView(context, facts, {
    rights,
    association: association === null ? undefined : associationOfJson(association),
    sectionStays: sectionStays ?? undefined,
    delegations: delegations?.map(delegationOfJson),
  });
  if (asksForMembership) bringMembership(context, organization, membership);
  return organization;
}
