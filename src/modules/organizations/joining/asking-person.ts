import { fromPublicId } from '../../../kernel/id.ts';
import type { Context } from '../../../platform/context.ts';
import { InputIssues } from '../../../platform/graphql/input-issues.ts';
import { InputIssueCode } from '../../../platform/graphql/invalid-input.ts';
import { actingPerson, personsOfActor, type PersonEntity } from '../../people/index.ts';

/** Which person of the signed-in account asks; of somebody else's record and of an absent one it knows nothing. */
export async function askingPerson(
  context: Context,
  publicId: string | null | undefined,
): Promise<PersonEntity> {
  const persons = await personsOfActor(context);
  const named = publicId ?? null;
  const id = named === null ? null : fromPublicId('Person', named);
  const person =
    named === null
      ? actingPerson(persons, context.client?.associationId ?? '')
      : persons.find(known => known.id === id);
  if (person) return person;

  const issues = new InputIssues(context.wording);
  const code = named === null ? InputIssueCode.REQUIRED : InputIssueCode.NOT_ALLOWED;
  issues.add('personId', code, 'organizations.joining.issue.person');
  issues.refuseIfAny();
  throw new Error('a person who is not found is blamed above');
}
