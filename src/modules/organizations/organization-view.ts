import { addDays } from '../../kernel/local-date.ts';
import { localDateIn } from '../../kernel/time-zone.ts';
import type { Context } from '../../platform/context.ts';
import { associationById, associationView, Section, type Association } from '../associations/index.ts';
import { delegationsOfOrganization } from './delegation.loaders.ts';
import { organizationById, sectionStaysOf, type SectionStay } from './organization.loaders.ts';
import { OrganizationSection } from './organization-parts.type.ts';
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
    sections: () => sectionsOf(context, facts, { association, sectionStays }),
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

async function sectionsOf(
  context: Context,
  facts: OrganizationFacts,
  brought: Pick<BroughtAlong, 'association' | 'sectionStays'>,
): Promise<OrganizationSection[]> {
  const [{ timeZone }, stays] = await Promise.all([
    brought.association ?? associationOf(context, facts),
    brought.sectionStays ?? context.load(sectionStaysOf, facts.id),
  ]);
  const today = localDateIn(timeZone, context.clock.now());
  return stays
    .filter(({ from, to }) => from <= today && (to === null || today < to))
    .map(stay => new OrganizationSection(new Section(stay), stay.from, stay.to && addDays(stay.to, -1)));
}
