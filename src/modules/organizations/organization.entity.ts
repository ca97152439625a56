import { Entity, ForeignKey, Index } from 'typeorm';
import type { AssociationId, OrganizationId } from '../../kernel/id.ts';
import { Instant, Key, Reference, SortKey, Text } from '../../platform/database/columns.ts';

/** A member organization of an association. */
@Entity('organization')
@Index('organization_association_id_search_key_idx', ['associationId', 'searchKey', 'id'], {
  where: 'merged_into_id is null',
})
@Index('organization_association_id_added_at_idx', ['associationId', 'addedAt', 'id'], {
  where: 'merged_into_id is null',
})
@Index('organization_association_id_province_idx', ['associationId', 'province', 'searchKey', 'id'], {
  where: 'merged_into_id is null',
})
// Of an expression, which the decorator cannot say.
@Index('organization_name_words_idx', { synchronize: false })
@Index('organization_association_id_search_key_en_idx', ['associationId', 'searchKeyEn'])
export class OrganizationEntity {
  @Key()
  id!: OrganizationId;

  @ForeignKey('association')
  @Reference()
  associationId!: AssociationId;

  /** As incorporated, in French where it has a version in each language; the association's staff keeps it. */
  @Text()
  legalName!: string;

  /** Its English version, where there is one. */
  @Text({ nullable: true })
  legalNameEn!: string | null;

  /** Of both, by which it is found as well. */
  @SortKey()
  legalKey!: string;

  @Text()
  publicNameFr!: string;

  @Text()
  publicNameEn!: string;

  /** Of the French name, which sorts every list. */
  @SortKey()
  searchKey!: string;

  /** Of the English name, by which it is found as well. */
  @SortKey()
  searchKeyEn!: string;

  @Text({ nullable: true })
  email!: string | null;

  /** E.164. */
  @Text({ nullable: true })
  phone!: string | null;

  @Text({ nullable: true })
  phoneExtension!: string | null;

  @Text({ nullable: true })
  website!: string | null;

  @Text({ nullable: true })
  street!: string | null;

  @Text({ nullable: true })
  street2!: string | null;

  @Text({ nullable: true })
  city!: string | null;

  /** A code of Canada Post in Canada, a name elsewhere. */
  @Text({ nullable: true })
  province!: string | null;

  @Text({ nullable: true })
  postalCode!: string | null;

  /** ISO 3166-1, two letters. */
  @Text()
  country!: string;

  @Instant()
  addedAt!: Date;

  /** The record that was kept when the two became one; this one is no longer shown anywhere. */
  @Index({ where: 'merged_into_id is not null' })
  @ForeignKey('organization')
  @Reference({ nullable: true })
  mergedIntoId!: OrganizationId | null;
}
