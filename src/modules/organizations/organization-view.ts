import type { Context } from '../../platform/context.ts';
import { associationById, associationView, type Association } from '../associations/index.ts';
import { delegationsOfOrganization } from './delegation.loaders.ts';
import { organizationById, sectionStaysOf, type SectionStay } from './organization.loaders.ts';
import type { DelegationFacts, OrganizationFacts } from './organization-facts.ts';
import { Delegation, Organization, type OrganizationParts } from './organization.type.ts';

/** What a read brought along with an organization; whatever is missing is fetched when it is asked for. */
export interface BroughtAlong {
  readonly association?: Association | undefined;
  readonly sectionStays?: readonly SectionStay[] | undefined;
  readonly delegations?: readonly DelegationFacts[] | undefined;
  readonly rights?: OrganizationParts['rights'] | undefined;
}

/** The view of an organization, for whoever may read it: ask before. */
export function organizationView(
  context: Context,
  facts: OrganizationFacts,
  { association, sectionStays, delegations, rights }: BroughtAlong = {},
): Organization {
  const parts: OrganizationParts = {
    association: association ?? (() => associationOf(context, facts)),
    stays: async () => sectionStays ?? (await context.load(sectionStaysOf, facts.id)),
    delegations: organization =>
      delegations?.map(one => new Delegation(one, organization)) ??
      (async () => {
        const loaded = await context.load(delegationsOfOrganization, facts.id);
        return loaded.map(one => new Delegation(one, organization));
      }),
    ...(rights && { rights }),
  };
  return new Organization(facts, parts, context.locale);
}

/** The view of a delegation, for whoever may read its organization. */
export const delegationView = (
  context: Context,
  facts: DelegationFacts,
  organization?: Organization,
): Delegation =>
  new Delegation(
    facts,
    organization ??
      (async () => {
        const row = await context.load(organizationById, facts.organizationId);
        if (row === null) throw new Error('a delegation names an organization that is gone');
        return organizationView(context, row);
      }),
  );

async function associationOf(context: Context, { associationId }: OrganizationFacts): Promise<Association> {
  const row = await context.load(associationById, associationId);
  if (row === null) throw new Error('an organization names an association that is gone');
  return associationView(row);
}
