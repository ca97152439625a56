import type { GraphQLResolveInfo } from 'graphql';
import { Ctx, Info, Query, Resolver } from 'type-graphql';
import { Account, AccountAddress } from '../modules/accounts/index.ts';
import { assignmentsOfActor, StaffAssignment, type Association } from '../modules/associations/index.ts';
import { bringInvoices } from '../modules/billing/index.ts';
import { bringMembership, membershipView } from '../modules/memberships/index.ts';
import {
  delegationOfJson,
  delegationView,
  organizationView,
  type Delegation,
  type OrganizationRights,
} from '../modules/organizations/index.ts';
import { actingPerson, Person } from '../modules/people/index.ts';
import type { Context } from '../platform/context.ts';
import { Policy } from '../platform/graphql/policy.ts';
import { asksForWholeAssociation, associationOfJson } from './association-json.ts';
import { HISTORY_FIELDS } from './history-fields.ts';
import { asksWhetherMore, invoicePartsAskedFor, invoicesWanted, NO_INVOICES } from './invoice-parts.ts';
import {
  readViewer,
  type ViewerDelegation,
  type ViewerMembership,
  type ViewerParts,
  type ViewerTree,
} from './read-viewer.ts';
import { asksFor, asksForAny, oncePerDocument } from './selection.ts';
import { Viewer } from './viewer.type.ts';

@Resolver()
export class ViewerResolver {
  @Policy('CLIENT')
  @Query(() => Viewer, {
    nullable: true,
    description: 'The signed-in person; null when nobody is signed in.',
  })
  async viewer(@Ctx() context: Context, @Info() info: GraphQLResolveInfo): Promise<Viewer | null> {
    const { actor, client } = context;
    if (!actor || !client) return null;

    const asked = partsAskedFor(info);
    const wanted = asked.parts.invoices ? invoicesWanted(info) : null;
    const parts = wanted === null ? { ...asked.parts, ...NO_INVOICES } : asked.parts;
    const rows = wanted === null ? 0 : wanted + Number(asked.whetherMore);
    const tree = await readViewer(context, actor, client, parts, rows);
    if (tree === null) return null;
    const viewer = viewerOf(context, tree, client.associationId);
    if (tree.invoices !== null && wanted !== null) bringInvoices(viewer, tree.invoices, wanted);
    return viewer;
  }
}

interface Asked {
  readonly parts: ViewerParts;
  readonly whetherMore: boolean;
}

const partsAskedFor = oncePerDocument((info): Asked => ({
  parts: partsIn(info),
  whetherMore: asksWhetherMore(info),
}));

function partsIn(info: GraphQLResolveInfo): ViewerParts {
  return {
    ...invoicePartsAskedFor(info),
    addresses: asksFor(info, 'account', 'addresses'),
    addressChanges: asksFor(info, 'account', 'addresses', 'pendingChange'),
    persons: asksForAny(info, [], ['persons', 'actingPerson']),
    memberships: asksFor(info, 'memberships'),
    delegations: asksFor(info, 'delegations'),
    associations:
      asksFor(info, 'memberships', 'association') ||
      asksFor(info, 'delegations', 'organization', 'association'),
    wholeAssociations: asksForWholeAssociation(info),
    history: asksForAny(info, ['memberships'], HISTORY_FIELDS),
    organizationMemberships: asksFor(info, 'delegations', 'organization', 'membership'),
  };
}

function viewerOf(context: Context, tree: ViewerTree, clientAssociationId: string): Viewer {
  const { addresses, delegations, memberships, persons } = tree;
  const account = new Account({
    ...tree.account,
    ...(addresses && { addresses: addresses.map(address => new AccountAddress(address)) }),
  });
  const acting = actingPerson(persons, clientAssociationId);
  return new Viewer({
    account,
    persons: persons.map(person => new Person(person)),
    actingPerson: acting && new Person(acting),
    memberships: memberships.map(facts =>
      membershipView(context, facts, { association: associationIn(facts), seesAccount: true }),
    ),
    delegations: delegationsOf(context, delegations),
    staffAssignments: async () => (await assignmentsOfActor(context)).map(row => new StaffAssignment(row)),
  });
}

const associationIn = ({ association }: ViewerMembership | ViewerDelegation): Association | undefined =>
  association === null ? undefined : associationOfJson(association);

function delegationsOf(context: Context, delegations: readonly ViewerDelegation[]): Delegation[] {
  return delegations.map(delegation => {
    const { organization: facts, membership } = delegation;
    const organization = organizationView(context, facts, {
      association: associationIn(delegation),
      rights: rightsThroughSite(context, facts.id, delegations),
    });
    if (membership !== null) bringMembership(context, organization, membership);
    return delegationView(context, delegationOfJson(delegation), organization);
  });
}

/** Through a site that anybody can open the delegations say it all; through an internal tool staff roles add to them. */
function rightsThroughSite(
  { client }: Context,
  organizationId: string,
  delegations: readonly ViewerDelegation[],
): OrganizationRights | undefined {
  if (client?.kind !== 'PUBLISHABLE') return undefined;
  const own = delegations.filter(delegation => delegation.organizationId === organizationId);
  return { delegateRoles: own.map(({ role }) => role), isOwn: true, staffRoles: [], scopes: [] };
}
