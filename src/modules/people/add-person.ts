import { newId, type AssociationId } from '../../kernel/id.ts';
import type { Locale } from '../../kernel/locale.ts';
import type { Parts } from '../../platform/context.ts';
import type { Tx } from '../../platform/database/database.ts';
import { PersonEntity } from './person.entity.ts';
import { personSearchKey } from './person.ts';

export interface NewPerson {
  readonly associationId: string;
  readonly givenName: string;
  readonly familyName: string;
  readonly locale: Locale;
  readonly contactEmail?: string | null;
}

/** Puts somebody on file. Whether they are there already is for people to judge: namesakes exist. */
export async function addPerson(
  parts: Pick<Parts, 'clock' | 'random'>,
  tx: Tx,
  wanted: NewPerson,
): Promise<PersonEntity> {
  const person = newPerson(parts, wanted);
  await tx.insert(PersonEntity, person);
  return person;
}

/** The same for many, in one statement and in their order. */
export async function addPersons(
  parts: Pick<Parts, 'clock' | 'random'>,
  tx: Tx,
  wanted: readonly NewPerson[],
): Promise<readonly PersonEntity[]> {
  const persons = wanted.map(one => newPerson(parts, one));
  if (persons.length > 0) await tx.insert(PersonEntity, persons);
  return persons;
}

const newPerson = ({ clock, random }: Pick<Parts, 'clock' | 'random'>, wanted: NewPerson): PersonEntity =>
  Object.assign(new PersonEntity(), {
    id: newId<'Person'>(clock, random),
    associationId: wanted.associationId as AssociationId,
    accountId: null,
    givenName: wanted.givenName,
    familyName: wanted.familyName,
    searchKey: personSearchKey(wanted),
    locale: wanted.locale,
    contactEmail: wanted.contactEmail ?? null,
    workPhone: null,
    workPhoneExtension: null,
    bornOn: null,
    diedOn: null,
    addedAt: clock.now(),
  });
