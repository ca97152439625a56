import type { Context } from '../../platform/context.ts';
import { associationInReach, mayAsStaff } from '../associations/index.ts';
import { mayReadOrganization, organizationById } from '../organizations/index.ts';
import { personsOfActor } from '../people/index.ts';
import type { MembershipFacts } from './membership-facts.ts';

type Subject = Pick<MembershipFacts, 'associationId' | 'personId' | 'organizationId'>;

/** The holder reads it, a delegate in force of an organization that holds it, and any staff of the association. */
export async function mayReadMembership(context: Context, membership: Subject): Promise<boolean> {
  if (context.actor === null) return false;
  if ((await associationInReach(context, membership.associationId)) === null) return false;
  if (await mayAsStaff(context, 'READ_RECORDS', membership.associationId)) return true;

  if (membership.personId !== null) {
    const persons = await personsOfActor(context);
    return persons.some(({ id }) => id === membership.personId);
  }
  const holder =
    membership.organizationId && (await context.load(organizationById, membership.organizationId));
  return holder ? mayReadOrganization(context, holder) : false;
}
