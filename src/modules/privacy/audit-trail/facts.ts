import type { IdKind } from '../../../kernel/id.ts';

/** A fact of an entry: where it stands, and what it says. */
export interface Fact {
  readonly path: string;
  /** The last name of its path, which says what it is. */
  readonly name: string;
  readonly value: string | number | boolean | null;
}

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

export const isUuid = (value: unknown): value is string => typeof value === 'string' && UUID.test(value);

/** What kind of record an id names, by the name of the fact; those of which nothing is said are no public ones. */
const KINDS: Readonly<Record<string, IdKind>> = {
  accountId: 'Account',
  associationId: 'Association',
  clientId: 'Client',
  fromPersonId: 'Person',
  handoverId: 'PrincipalHandover',
  invitationId: 'Invitation',
  invitationIds: 'Invitation',
  keptPersonId: 'Person',
  linked: 'Account',
  linkedInto: 'Account',
  mergeId: 'RecordMerge',
  organizationId: 'Organization',
  otherPersonId: 'Person',
  pagesClientId: 'Client',
  personId: 'Person',
  personIds: 'Person',
  principalPersonId: 'Person',
  sectionId: 'Section',
  toAssociationId: 'Association',
  toPersonId: 'Person',
  uploadId: 'Upload',
};
/** The same record that the entry is about, or another of its kind. */
const OF_SUBJECT = ['keptId', 'otherId'];

export const kindNamed = (name: string, subjectKind: string): string | null =>
  KINDS[name] ?? (OF_SUBJECT.includes(name) ? subjectKind : null);

/** Every single fact of an object, with lists and objects inside taken apart. */
export function factsOf(given: unknown, path = '', name = ''): Fact[] {
  if (given === null || typeof given === 'boolean' || typeof given === 'number' || typeof given === 'string')
    return path === '' ? [] : [{ path, name, value: given }];
  if (Array.isArray(given))
    return given.flatMap((item: unknown, place) => factsOf(item, `${path}[${String(place + 1)}]`, name));
  if (typeof given !== 'object') return [];
  return Object.entries(given).flatMap(([key, value]) =>
    factsOf(value, path === '' ? key : `${path}.${key}`, key),
  );
}
