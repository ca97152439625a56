import { Entity, ForeignKey, Index } from 'typeorm';
import type { AccountId, AssociationId, PersonId } from '../../kernel/id.ts';
import type { Locale } from '../../kernel/locale.ts';
import { Instant, Key, Reference, SortKey, Text } from '../../platform/database/columns.ts';

/** Somebody whom an association has on file, with or without an account. */
@Entity('person')
@Index('person_association_id_search_key_idx', ['associationId', 'searchKey', 'id'])
// Of an expression, which the decorator cannot say.
@Index('person_contact_email_idx', { synchronize: false })
export class PersonEntity {
  @Key()
  id!: PersonId;

  @ForeignKey('association')
  @Reference()
  associationId!: AssociationId;

  @Index()
  @ForeignKey('account')
  @Reference({ nullable: true })
  accountId!: AccountId | null;

  @Text()
  givenName!: string;

  @Text()
  familyName!: string;

  @SortKey()
  searchKey!: string;

  /** The language of mail and documents. */
  @Text()
  locale!: Locale;

  /** Where to write to; not unique, and nobody signs in with it. */
  @Text({ nullable: true })
  contactEmail!: string | null;

  /** E.164. */
  @Text({ nullable: true })
  workPhone!: string | null;

  @Text({ nullable: true })
  workPhoneExtension!: string | null;

  @Instant()
  addedAt!: Date;
}
