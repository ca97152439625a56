import type { MembershipId } from '../../kernel/id.ts';
import type { Context } from '../../platform/context.ts';
import { membershipById } from '../memberships/index.ts';
import { delegationsOfPersons } from '../organizations/index.ts';
import { isOwnPerson, personById, personsOfActor } from '../people/index.ts';
import { payerIn, type Payer } from './payer.ts';

/** Whether the signed-in person would act as staff on their own: themselves, their household, or whom they act for. */
export async function isOwnPayer(context: Context, payer: Payer): Promise<boolean> {
  if ('associationId' in payer) return false;
  if ('personId' in payer) {
    const person = await context.load(personById, payer.personId);
    return person !== null && isOwnPerson(context, person);
  }
  const persons = await personsOfActor(context);
  const held = await Promise.all(persons.map(({ id }) => context.load(delegationsOfPersons, id)));
  return held.flat().some(({ organizationId }) => organizationId === payer.organizationId);
}

/** Whether it is theirs to pay, or about a membership of theirs, whoever pays it. */
export async function isOwnInvoice(
  context: Context,
  { membershipId, payer }: { readonly membershipId: MembershipId | null; readonly payer: Payer | null },
): Promise<boolean> {
  const membership = membershipId && (await context.load(membershipById, membershipId));
  const holder =
    membership &&
    payerIn({
      payerPersonId: membership.personId,
      payerOrganizationId: membership.organizationId,
      payerAssociationId: null,
    });
  const concerned = [payer, holder].filter(one => one !== null);
  return (await Promise.all(concerned.map(one => isOwnPayer(context, one)))).includes(true);
}
