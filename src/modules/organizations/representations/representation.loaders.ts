import type {
  AssociationId,
  OrganizationId,
  PersonId,
  RepresentationId,
  UploadId,
} from '../../../kernel/id.ts';
import type { LocalDate } from '../../../kernel/local-date.ts';
import { defineLoader, type Loader } from '../../../platform/database/loader.ts';
import { statement } from '../../../platform/database/statement.ts';
import type { RepresentationKind } from './representation.enums.ts';

/** What a view of a representation is made from. */
export interface RepresentationFacts {
  readonly id: RepresentationId;
  readonly associationId: AssociationId;
  readonly personId: PersonId | null;
  readonly organizationId: OrganizationId | null;
  readonly representedFr: string;
  readonly representedEn: string;
  readonly kind: RepresentationKind;
  readonly representativePersonId: PersonId | null;
  /** Of the representative: as they are on file today, or as they were recorded. */
  readonly givenName: string;
  readonly familyName: string;
  readonly from: LocalDate;
  readonly to: LocalDate | null;
  readonly document: string;
  readonly uploadId: UploadId | null;
}

// Whatever stays with a record that was merged into another is told by that other, or by nobody.
const read = (name: string, column: string) =>
  statement<RepresentationFacts>(
    name,
    `select r.id, r.association_id as "associationId", r.person_id as "personId",
       r.organization_id as "organizationId",
       coalesce(o.public_name_fr, p.given_name || ' ' || p.family_name) as "representedFr",
       coalesce(o.public_name_en, p.given_name || ' ' || p.family_name) as "representedEn",
       r.kind, r.representative_person_id as "representativePersonId",
       coalesce(q.given_name, r.given_name) as "givenName", coalesce(q.family_name, r.family_name) as "familyName",
       r.from_on::text as "from", r.to_on::text as "to", r.document, r.upload_id as "uploadId"
     from representation r
     left join person p on p.id = r.person_id
     left join organization o on o.id = r.organization_id
     left join person q on q.id = r.representative_person_id
     where r.${column} = any ($1::uuid[])
       and p.merged_into_id is null and o.merged_into_id is null and q.merged_into_id is null
     order by r.from_on desc, r.id`,
  );

const byId = read('representations-by-id', 'id');
const ofPersons = read('representations-of-persons', 'person_id');
const ofOrganizations = read('representations-of-organizations', 'organization_id');
const byPersons = read('representations-by-persons', 'representative_person_id');

export const representationById: Loader<string, RepresentationFacts | null> = defineLoader(
  async (context, ids: readonly string[]) => {
    const rows = await context.db.read(byId, [ids]);
    return ids.map(id => rows.find(row => row.id === id) ?? null);
  },
);

const allBy = (
  which: typeof byId,
  keyOf: (row: RepresentationFacts) => string | null,
): Loader<string, readonly RepresentationFacts[]> =>
  defineLoader(async (context, ids: readonly string[]) => {
    const rows = await context.db.read(which, [ids]);
    return ids.map(id => rows.filter(row => keyOf(row) === id));
  });

/** Who represents a person, past and coming ones included, the latest first. */
export const representationsOfPerson = allBy(ofPersons, row => row.personId);
/** The same of an organization. */
export const representationsOfOrganization = allBy(ofOrganizations, row => row.organizationId);
/** Whom a person represents. */
export const representationsByPerson = allBy(byPersons, row => row.representativePersonId);
