import { fromPublicId, type AccountId } from '../../kernel/id.ts';
import type { Context } from '../../platform/context.ts';
import { recordAudit } from '../../platform/audit/record-audit.ts';
import { InputIssues } from '../../platform/graphql/input-issues.ts';
import { InputIssueCode } from '../../platform/graphql/invalid-input.ts';
import { actorOf } from '../accounts/index.ts';
import { PersonEntity } from './person.entity.ts';
import { personsOfActor } from './person.loaders.ts';
import { actingPerson, personSearchKey } from './person.ts';
import { readProfile, type Profile, type TypedProfile } from './profile.ts';

export interface UpdateProfile extends TypedProfile {
  /** Which of the account's persons; may be left out where there is no choice. */
  readonly personId?: string | null;
}

/** Changes what a person may change about themselves. Somebody else's record and an absent one are the same answer. */
export async function updateProfile(context: Context, input: UpdateProfile): Promise<PersonEntity> {
  const accountId = actorOf(context).accountId as AccountId;
  const issues = new InputIssues(context.wording);
  const own = await ownPerson(context, input.personId, issues);
  const profile = readProfile(input, issues);
  issues.refuseIfAny();
  if (own === null) throw new Error('a person who is not found is blamed above');

  return context.db.transaction(async tx => {
    const person = await tx.findOneOrFail(PersonEntity, {
      where: { id: own.id, accountId },
      lock: { mode: 'pessimistic_write' },
    });
    const before = profileOf(person);
    const changes = { ...profile, searchKey: personSearchKey(profile) };
    await tx.update(PersonEntity, { id: person.id }, changes);
    await recordAudit(context, tx, {
      act: 'updateProfile',
      subjectKind: 'Person',
      subjectId: person.id,
      associationId: person.associationId,
      before,
      after: profile,
    });
    return Object.assign(person, changes);
  });
}

async function ownPerson(
  context: Context,
  publicId: string | null | undefined,
  issues: InputIssues,
): Promise<PersonEntity | null> {
  const persons = await personsOfActor(context);
  if (publicId === null || publicId === undefined) {
    const person = actingPerson(persons, context.client?.associationId ?? '');
    if (person === null) issues.add('personId', InputIssueCode.REQUIRED, 'people.issue.person');
    return person;
  }
  const id = fromPublicId('Person', publicId);
  const person = persons.find(known => known.id === id) ?? null;
  if (person === null) issues.add('personId', InputIssueCode.NOT_ALLOWED, 'people.issue.person');
  return person;
}

const profileOf = ({ givenName, familyName, workPhone, workPhoneExtension }: Profile): Profile => ({
  givenName,
  familyName,
  workPhone,
  workPhoneExtension,
});
