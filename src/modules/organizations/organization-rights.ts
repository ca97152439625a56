import type { Context } from '../../platform/context.ts';
import { associationInReach, staffRolesAt } from '../associations/index.ts';
import { personsOfActor } from '../people/index.ts';
import { delegationsOfPersons } from './delegation.loaders.ts';
import type { OrganizationEntity } from './organization.entity.ts';
import {
  mayOnOrganization,
  type OrganizationAction,
  type OrganizationRights,
} from './organization.policy.ts';

type Subject = Pick<OrganizationEntity, 'id' | 'associationId'>;

const NONE: OrganizationRights = { delegateRoles: [], isOwn: false, staffRoles: [], scopes: [] };

/** What the signed-in person is to an organization. Through a client of another tree they are nothing to it. */
export async function rightsOn(context: Context, organization: Subject): Promise<OrganizationRights> {
  if (context.actor === null) return NONE;
  const association = await associationInReach(context, organization.associationId);
  if (association === null) return NONE;

  const persons = await personsOfActor(context);
  const loaded = await Promise.all(persons.map(({ id }) => context.load(delegationsOfPersons, id)));
  const own = loaded.flat().filter(({ organizationId }) => organizationId === organization.id);
  return {
    delegateRoles: own.filter(({ suspendedAt }) => suspendedAt === null).map(({ role }) => role),
    isOwn: own.length > 0,
    staffRoles: await staffRolesAt(context, organization.associationId),
    scopes: context.client?.scopes ?? [],
  };
}

const mayDo =
  (action: OrganizationAction) =>
  async (context: Context, organization: Subject): Promise<boolean> =>
    mayOnOrganization(action, await rightsOn(context, organization));

export const mayReadOrganization = mayDo('READ');
export const mayInviteDelegates = mayDo('INVITE_DELEGATES');

/** Whether the signed-in person is its principal, with rights. */
export async function speaksFor(context: Context, organization: Subject): Promise<boolean> {
  return (await rightsOn(context, organization)).delegateRoles.includes('PRINCIPAL');
}
