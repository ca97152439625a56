import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { Context } from '../../platform/context.ts';
import { Organization } from '../organizations/index.ts';
import type { MembershipFacts } from './membership-facts.ts';
import { membershipsOfOrganization } from './membership.loaders.ts';
import { Membership } from './membership.type.ts';
import { membershipView } from './membership-view.ts';

/** Memberships that a read brought along with their organization, so that they are not read again. */
const brought = new WeakMap<Organization, Membership | null>();

/** Says which membership an organization has, or that it has none. */
export function bringMembership(
  context: Context,
  organization: Organization,
  facts: MembershipFacts | null,
): void {
  brought.set(organization, facts && membershipView(context, facts, { organization }));
}

@Resolver(() => Organization)
export class OrganizationMembershipResolver {
  @FieldResolver(() => Membership, {
    nullable: true,
    description: 'Its membership in its association; null when it has none.',
  })
  async membership(@Root() organization: Organization, @Ctx() context: Context): Promise<Membership | null> {
    const known = brought.get(organization);
    if (known !== undefined) return known;

    const { id, associationId } = organization.facts;
    const held = await context.load(membershipsOfOrganization, id);
    const facts = held.find(membership => membership.associationId === associationId);
    return facts ? membershipView(context, facts, { organization }) : null;
  }
}
