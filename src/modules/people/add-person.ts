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
  { clock, random }: Pick<Parts, 'clock' | 'random'>,
  tx: Tx,
  wanted: NewPerson,
): Promise<PersonEntity> {
  const person = Object.assign(new PersonEntity(), {
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
    addedAt: clock.now(),
  });
  await tx.insert(PersonEntity, person);
  return person;
}
