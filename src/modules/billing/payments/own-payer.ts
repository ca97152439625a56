import type { Context } from '../../../platform/context.ts';
import { delegationsOfPersons } from '../../organizations/index.ts';
import { isOwnPerson, personById, personsOfActor } from '../../people/index.ts';
import type { Payer } from '../payer.ts';

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
