import { fromPublicId } from '../../kernel/id.ts';
import type { Context } from '../../platform/context.ts';
import { refuse, type Problem } from '../../platform/problem.ts';
import { extendsToOwn, mayAsStaff, type StaffAction } from '../associations/index.ts';
import type { PersonEntity } from './person.entity.ts';
import { personById } from './person.loaders.ts';
import { PersonNotFound } from './person.problems.ts';

/** Whether it is the signed-in person, or somebody of their household: those who share an account with them. */
export const isOwnPerson = (
  { actor }: Pick<Context, 'actor'>,
  { accountId }: Pick<PersonEntity, 'accountId'>,
): boolean => actor !== null && accountId === actor.accountId;

/**
 * Somebody on file, for an act of staff: the door of every one of them. Absent, out of reach and one's own are the same
 * answer, unless the act has another one for one's own.
 */
export async function personFor(
  context: Context,
  publicId: string,
  action: StaffAction,
  own: Problem = new PersonNotFound(),
): Promise<PersonEntity> {
  const id = fromPublicId('Person', publicId);
  const person = id && (await context.load(personById, id));
  if (!person || !(await mayAsStaff(context, action, person.associationId))) refuse(new PersonNotFound());
  if (isOwnPerson(context, person) && !extendsToOwn(action)) refuse(own);
  return person;
}
