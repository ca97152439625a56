import { toPublicId } from '../kernel/id.ts';
import { actorOf, clientOf } from '../modules/accounts/index.ts';
import { assignmentsOfActor, associationById } from '../modules/associations/index.ts';
import { affiliationAt, statusOf, type MembershipFacts } from '../modules/memberships/index.ts';
import { actingPerson, displayNameOf } from '../modules/people/index.ts';
import type { Context } from '../platform/context.ts';
import { statement } from '../platform/database/statement.ts';
import { NO_INVOICES } from './invoice-parts.ts';
import { readViewer, type ViewerTree } from './read-viewer.ts';

const knownInTree = statement<{ isKnown: boolean }>(
  'claims-known-in-tree',
  `select exists (
       select from person p join association a on a.id = p.association_id
       where p.account_id = $1 and a.root_id = $2)
     or exists (
       select from account_holding h join association a on a.id = h.association_id
       where h.account_id = $1 and a.root_id = $2 and h.from_at <= $3 and (h.to_at is null or h.to_at > $3))
     as "isKnown"`,
);

/**
 * What a site may know of the signed-in person, computed now. All of it lies in the tree of the client: `readViewer`
 * is where other trees end. Username and address belong to no tree: they are for those whom the person has to do with.
 */
export async function claimsOf(
  context: Context,
  scopes: ReadonlySet<string>,
): Promise<Record<string, unknown>> {
  const actor = actorOf(context);
  const client = clientOf(context);
  const ofAffilia = scopes.has('affilia');
  const tree = await readViewer(context, actor, client, {
    ...NO_INVOICES,
    addressChanges: false,
    addresses: scopes.has('email'),
    persons: scopes.has('profile'),
    memberships: ofAffilia,
    delegations: ofAffilia,
    associations: ofAffilia,
    wholeAssociations: false,
    history: ofAffilia,
    organizationMemberships: ofAffilia,
  });
  if (tree === null) return {};
  const isKnown = await isKnownHere(context);
  return {
    ...(isKnown && scopes.has('profile') && profileOf(tree, client.associationId)),
    ...(isKnown && scopes.has('email') && emailOf(tree)),
    ...(ofAffilia && { affilia: { ...belongingsOf(context, tree), ...(await staffOf(context)) } }),
  };
}

/** Whether the person is on file in the tree of the client, or holds something there. */
async function isKnownHere(context: Context): Promise<boolean> {
  const values = [actorOf(context).accountId, clientOf(context).rootId, context.clock.now()];
  const [found] = await context.db.read(knownInTree, values);
  return found?.isKnown === true;
}

function profileOf({ account, persons }: ViewerTree, associationId: string): Record<string, unknown> {
  const person = actingPerson(persons, associationId);
  return {
    locale: account.locale,
    ...(account.username !== null && { preferred_username: account.username }),
    ...(person && {
      name: displayNameOf(person),
      given_name: person.givenName,
      family_name: person.familyName,
    }),
  };
}

function emailOf({ addresses }: ViewerTree): Record<string, unknown> {
  const primary = addresses?.find(address => address.primary);
  return primary ? { email: primary.address, email_verified: primary.verifiedAt !== null } : {};
}

function belongingsOf(context: Context, { memberships, delegations }: ViewerTree): Record<string, unknown> {
  const held = [...memberships, ...delegations];
  const bodies = new Map(held.flatMap(({ association: body }) => (body === null ? [] : [[body.id, body]])));
  return {
    associations: [...bodies.values()].map(({ code, nameFr, nameEn }) => ({
      code,
      name_fr: nameFr,
      name_en: nameEn,
    })),
    memberships: memberships.map(facts => ({
      association: facts.association?.code ?? null,
      ...standingOf(context, facts),
    })),
    delegations: delegations.map(({ role, organization, association, membership }) => ({
      association: association?.code ?? null,
      organization: toPublicId('Organization', organization.id),
      name_fr: organization.publicNameFr,
      name_en: organization.publicNameEn,
      role,
      membership: membership && standingOf(context, membership),
    })),
  };
}

/** Where a membership stands at this moment: a site that asks later is told what holds then. */
function standingOf({ clock }: Context, { memberNumber, timeZone, history }: MembershipFacts): object {
  if (history === null) throw new Error('a membership was read without its history');
  const now = clock.now();
  const { code, since, until } = statusOf({ timeZone, ...history }, now);
  const held = affiliationAt({ timeZone, ...history }, now)?.class;
  return {
    member_number: memberNumber,
    status: code,
    since,
    until,
    class: held ? { code: held.code, name_fr: held.nameFr, name_en: held.nameEn } : null,
  };
}

/** Of nobody's business but an internal tool's: `assignmentsOfActor` is empty anywhere else. */
async function staffOf(context: Context): Promise<Record<string, unknown>> {
  if (clientOf(context).kind !== 'SECRET') return {};
  const assignments = await assignmentsOfActor(context);
  const staff = await Promise.all(
    assignments.map(async ({ associationId, role, reach }) => {
      const body = await context.load(associationById, associationId);
      return { association: body?.code ?? null, role, reach };
    }),
  );
  return { staff };
}
