import { Check, Entity, ForeignKey, Index, Unique } from 'typeorm';
import type { AssociationId, MembershipId, OrganizationId, PersonId } from '../../kernel/id.ts';
import type { LocalDate } from '../../kernel/local-date.ts';
import { CalendarDay, Key, Reference, SortKey, Text } from '../../platform/database/columns.ts';

/** A person or an organization in an association, once and for good: what changes are its affiliations and terms. */
@Entity('membership')
@Unique(['associationId', 'memberNumber'])
@Check('membership_one_holder', 'num_nonnulls(person_id, organization_id) = 1')
@Index('membership_person_idx', ['associationId', 'personId'], {
  unique: true,
  where: 'person_id is not null',
})
@Index('membership_organization_idx', ['associationId', 'organizationId'], {
  unique: true,
  where: 'organization_id is not null',
})
@Index('membership_by_name_idx', ['associationId', 'holderSearchKey', 'id'], {
  where: 'merged_into_id is null',
})
@Index('membership_association_id_admitted_on_idx', ['associationId', 'admittedOn', 'id'], {
  where: 'merged_into_id is null',
})
export class MembershipEntity {
  @Key()
  id!: MembershipId;

  @ForeignKey('association')
  @Reference()
  associationId!: AssociationId;

  @Index()
  @ForeignKey('person')
  @Reference({ nullable: true })
  personId!: PersonId | null;

  @Index()
  @ForeignKey('organization')
  @Reference({ nullable: true })
  organizationId!: OrganizationId | null;

  @Text()
  memberNumber!: string;

  /** A copy of the holder's: the database follows when the holder is renamed. */
  @SortKey()
  holderSearchKey!: string;

  @CalendarDay()
  admittedOn!: LocalDate;

  /** The membership to which the history of this one went when two records became one. */
  @ForeignKey('membership')
  @Reference({ nullable: true })
  mergedIntoId!: MembershipId | null;
}
