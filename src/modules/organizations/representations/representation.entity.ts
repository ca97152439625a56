import { Check, Entity, Exclusion, ForeignKey, Index } from 'typeorm';
import type {
  AssociationId,
  OrganizationId,
  PersonId,
  RepresentationId,
  UploadId,
} from '../../../kernel/id.ts';
import type { LocalDate } from '../../../kernel/local-date.ts';
import {
  CalendarDay,
  Instant,
  Key,
  OneOf,
  Reference,
  SortKey,
  Text,
} from '../../../platform/database/columns.ts';
import { REPRESENTATION_KINDS, type RepresentationKind } from './representation.enums.ts';

export const ONCE = 'representation_once';

/** Somebody who stands for a person or an organization, `[from, to)`. History is rows; only an end is ever set. */
@Entity('representation')
@OneOf('representation', 'kind', REPRESENTATION_KINDS)
@Check('representation_represented', 'num_nonnulls(person_id, organization_id) = 1')
@Check(
  'representation_representative',
  '(representative_person_id is null) = (given_name is not null) and (given_name is null) = (family_name is null) and (given_name is null) = (name_key is null)',
)
@Check('representation_of_another', 'person_id <> representative_person_id')
@Check('representation_period', 'from_on <= to_on')
@Exclusion(
  ONCE,
  'using gist ((coalesce(person_id, organization_id)) with =, kind with =, (coalesce(representative_person_id::text, name_key)) with =, daterange(from_on, to_on) with &&)',
)
export class RepresentationEntity {
  @Key()
  id!: RepresentationId;

  @ForeignKey('association')
  @Reference()
  associationId!: AssociationId;

  /** Who is represented: a person on file, such as somebody who died, or an organization. */
  @Index()
  @ForeignKey('person')
  @Reference({ nullable: true })
  personId!: PersonId | null;

  @Index()
  @ForeignKey('organization')
  @Reference({ nullable: true })
  organizationId!: OrganizationId | null;

  @Text()
  kind!: RepresentationKind;

  /** Who represents: somebody on file, or a name. */
  @Index()
  @ForeignKey('person')
  @Reference({ nullable: true })
  representativePersonId!: PersonId | null;

  @Text({ nullable: true })
  givenName!: string | null;

  @Text({ nullable: true })
  familyName!: string | null;

  @SortKey({ nullable: true })
  nameKey!: string | null;

  @CalendarDay()
  fromOn!: LocalDate;

  @CalendarDay({ nullable: true })
  toOn!: LocalDate | null;

  /** What shows it, in the words of whoever recorded it. */
  @Text()
  document!: string;

  /** The document itself. */
  @Reference({ nullable: true })
  uploadId!: UploadId | null;

  @Instant()
  recordedAt!: Date;
}
