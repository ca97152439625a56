import type { Context } from '../../../platform/context.ts';
import { associationInReach, mayAsStaff } from '../../associations/index.ts';
import { isOwnPerson, personById, personsOfActor } from '../../people/index.ts';
import { mayOnOrganization } from '../organization.policy.ts';
import { organizationById } from '../organization.loaders.ts';
import { mayReadOrganization, rightsOn } from '../organization-rights.ts';
import { isOwnRepresentative } from './is-own-representative.ts';
import type { RepresentationFacts } from './representation.loaders.ts';

/** Whoever may read the represented one, and the representative. */
export async function mayReadRepresentation(context: Context, facts: RepresentationFacts): Promise<boolean> {
  const { associationId, personId, organizationId, representativePersonId } = facts;
  if (context.actor === null || !(await associationInReach(context, associationId))) return false;
  const own = await personsOfActor(context);
  if (own.some(({ id }) => id === personId || id === representativePersonId)) return true;
  if (personId !== null) return mayAsStaff(context, 'READ_PEOPLE', associationId);
  const organization = organizationId && (await context.load(organizationById, organizationId));
  return organization ? mayReadOrganization(context, organization) : false;
}

/** What shows it is for the office alone. */
export const mayReadDocument = (
  context: Context,
  { associationId }: Pick<RepresentationFacts, 'associationId'>,
): Promise<boolean> => mayAsStaff(context, 'READ_FILES', associationId);

/** Staff who may end it: never about their own record, nor what makes them a representative. */
export async function mayEndRepresentation(context: Context, facts: RepresentationFacts): Promise<boolean> {
  const { associationId, personId, organizationId, representativePersonId } = facts;
  if (context.actor === null) return false;
  const [represented, representative] = await Promise.all(
    [personId, representativePersonId].map(async id => id && (await context.load(personById, id))),
  );
  if (represented && isOwnPerson(context, represented)) return false;
  const { givenName, familyName } = facts;
  if (await isOwnRepresentative(context, representative || { accountId: null, givenName, familyName }))
    return false;
  if (organizationId === null) return mayAsStaff(context, 'MANAGE_REPRESENTATIONS', associationId);
  const rights = await rightsOn(context, { id: organizationId, associationId });
  return mayOnOrganization('MANAGE_REPRESENTATIONS', rights);
}
