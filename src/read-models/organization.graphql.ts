import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, ID, Info, Query, Resolver } from 'type-graphql';
import { fromPublicId } from '../kernel/id.ts';
import { staffRolesAt } from '../modules/associations/index.ts';
import { bringInvoices } from '../modules/billing/index.ts';
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
import { asksWhetherMore, invoicePartsAskedFor, invoicesWanted, NO_INVOICES } from './invoice-parts.ts';
import { readOrganization, type OrganizationTree, type OrganizationTreeParts } from './read-organization.ts';
import { asksFor, asksForAny, oncePerDocument } from './selection.ts';

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

    const asked = partsAskedFor(info);
    const wanted = asked.parts.invoices ? invoicesWanted(info) : null;
    const parts = wanted === null ? { ...asked.parts, ...NO_INVOICES } : asked.parts;
    const rows = wanted === null ? 0 : wanted + Number(asked.whetherMore);
    const tree = await readOrganization(context, actor, client, id, parts, rows);
    if (tree === null) return null;

    const rights: OrganizationRights = {
      delegateRoles: tree.ownRoles,
      isOwn: tree.isOwn,
      staffRoles: await staffRolesAt(context, tree.organization.associationId),
      scopes: client.scopes,
    };
    if (!mayOnOrganization('READ', rights)) return null;
    const organization = viewOf(context, tree, rights, asked.parts.membership);
    if (tree.invoices !== null && wanted !== null) bringInvoices(organization, tree.invoices, wanted);
    return organization;
  }
}

interface AskedParts {
  readonly parts: OrganizationTreeParts;
  readonly whetherMore: boolean;
}

const partsAskedFor = oncePerDocument((info): AskedParts => ({
  parts: {
    ...invoicePartsAskedFor(info),
    // The days of its sections are those of its association.
    association: asksForAny(info, [], ['association', 'sections', 'sectionsForm']),
    wholeAssociation: asksForWholeAssociation(info),
    sections: asksForAny(info, [], ['sections', 'sectionHistory', 'sectionsForm']),
    delegations: asksFor(info, 'delegations'),
    membership: asksFor(info, 'membership'),
  },
  whetherMore: asksWhetherMore(info),
}));

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
