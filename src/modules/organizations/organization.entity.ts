import { Entity, ForeignKey, Index } from 'typeorm';
import type { AssociationId, OrganizationId } from '../../kernel/id.ts';
import { Instant, Key, Reference, SortKey, Text } from '../../platform/database/columns.ts';

/** A member organization of an association. */
@Entity('organization')
@Index('organization_association_id_search_key_idx', ['associationId', 'searchKey', 'id'])
@Index('organization_association_id_search_key_en_idx', ['associationId', 'searchKeyEn'])
export class OrganizationEntity {
  @Key()
  id!: OrganizationId;

  @ForeignKey('association')
  @Reference()
  associationId!: AssociationId;

  /** As incorporated; the association's staff keeps it. */
  @Text()
  legalName!: string;

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
}
