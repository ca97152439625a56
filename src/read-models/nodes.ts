import { associationInReach, mayAsStaff } from '../modules/associations/index.ts';
import {
  Affiliation,
  findTransfer,
  Hold,
  mayReadMembership,
  MembershipClass,
  membershipById,
  membershipClassById,
  membershipView,
  Term,
  type MembershipFacts,
} from '../modules/memberships/index.ts';
import {
  delegationById,
  delegationView,
  findJoinRequest,
  findRepresentation,
  mayReadOrganization,
  organizationById,
  organizationView,
  PrincipalHandover,
  principalHandoverById,
} from '../modules/organizations/index.ts';
import { Person, personById } from '../modules/people/index.ts';
import type { Context } from '../platform/context.ts';
import { statement } from '../platform/database/statement.ts';
import { nodeSource, type NodeSources } from '../platform/graphql/node.ts';

const membershipOfAffiliation = statement<{ id: string }>(
  'membership-of-affiliation',
  'select membership_id as id from affiliation where id = $1 and withdrawn_at is null',
);
const membershipOfTerm = statement<{ id: string }>(
  'membership-of-term',
  'select membership_id as id from term where id = $1 and withdrawn_at is null',
);
const membershipOfHold = statement<{ id: string }>(
  'membership-of-hold',
  'select membership_id as id from hold where id = $1 and withdrawn_at is null',
);

async function findPerson(context: Context, id: string): Promise<Person | null> {
  if (context.actor === null) return null;
  const row = await context.load(personById, id);
  if (!row || !(await associationInReach(context, row.associationId))) return null;

  const isOwn = row.accountId === context.actor.accountId;
  return isOwn || (await mayAsStaff(context, 'READ_PEOPLE', row.associationId)) ? new Person(row) : null;
}

async function findOrganization(context: Context, id: string): Promise<object | null> {
  const row = await context.load(organizationById, id);
  return row && (await mayReadOrganization(context, row)) ? organizationView(context, row) : null;
}

async function findDelegation(context: Context, id: string): Promise<object | null> {
  const facts = await context.load(delegationById, id);
  const organization = facts && (await context.load(organizationById, facts.organizationId));
  const mayRead = organization && (await mayReadOrganization(context, organization));
  return mayRead ? delegationView(context, facts, organizationView(context, organization)) : null;
}

async function findPrincipalHandover(context: Context, id: string): Promise<object | null> {
  const facts = await context.load(principalHandoverById, id);
  const organization = facts && (await context.load(organizationById, facts.organizationId));
  const mayRead = organization && (await mayReadOrganization(context, organization));
  return mayRead ? new PrincipalHandover(facts) : null;
}

async function readableMembership(context: Context, id: string | undefined): Promise<MembershipFacts | null> {
  const facts = id === undefined ? null : await context.load(membershipById, id);
  return facts && (await mayReadMembership(context, facts)) ? facts : null;
}

async function findMembership(context: Context, id: string): Promise<object | null> {
  const facts = await readableMembership(context, id);
  return facts && membershipView(context, facts);
}

async function findMembershipClass(context: Context, id: string): Promise<MembershipClass | null> {
  const row = await context.load(membershipClassById, id);
  const association = row && (await associationInReach(context, row.associationId));
  return association ? new MembershipClass(row, context.locale) : null;
}

async function findAffiliation(context: Context, id: string): Promise<Affiliation | null> {
  const [membership] = await context.db.read(membershipOfAffiliation, [id]);
  const facts = await readableMembership(context, membership?.id);
  const found = facts?.history?.affiliations.find(affiliation => affiliation.id === id);
  return found ? new Affiliation(found, context) : null;
}

async function findTerm(context: Context, id: string): Promise<Term | null> {
  const [membership] = await context.db.read(membershipOfTerm, [id]);
  const facts = await readableMembership(context, membership?.id);
  const found = facts?.history?.terms.find(term => term.id === id);
  return found ? new Term(found) : null;
}

async function findHold(context: Context, id: string): Promise<Hold | null> {
  const [membership] = await context.db.read(membershipOfHold, [id]);
  const facts = await readableMembership(context, membership?.id);
  const found = facts?.history?.holds.find(hold => hold.id === id);
  return found ? new Hold(found) : null;
}

/** The rights are those of the queries: whoever could not read a record there finds nothing here. */
export const readModelNodes: NodeSources = [
  nodeSource('Person', findPerson),
  nodeSource('Organization', findOrganization),
  nodeSource('Delegation', findDelegation),
  nodeSource('PrincipalHandover', findPrincipalHandover),
  nodeSource('JoinRequest', findJoinRequest),
  nodeSource('Representation', findRepresentation),
  nodeSource('Membership', findMembership),
  nodeSource('MembershipClass', findMembershipClass),
  nodeSource('Affiliation', findAffiliation),
  nodeSource('Term', findTerm),
  nodeSource('MembershipTransfer', findTransfer),
  nodeSource('Hold', findHold),
];
