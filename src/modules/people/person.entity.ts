import { Check, Entity, ForeignKey, Index } from 'typeorm';
import type { AccountId, AssociationId, PersonId } from '../../kernel/id.ts';
import type { LocalDate } from '../../kernel/local-date.ts';
import type { Locale } from '../../kernel/locale.ts';
import { CalendarDay, Instant, Key, Reference, SortKey, Text } from '../../platform/database/columns.ts';

/** Somebody whom an association has on file, with or without an account. */
@Entity('person')
@Index('person_association_id_search_key_idx', ['associationId', 'searchKey', 'id'], {
  where: 'merged_into_id is null',
})
@Index('person_association_id_added_at_idx', ['associationId', 'addedAt', 'id'], {
  where: 'merged_into_id is null',
})
// Of expressions, which the decorator cannot say.
@Index('person_contact_email_idx', { synchronize: false })
@Index('person_name_words_idx', { synchronize: false })
@Index('person_has_account_idx', { synchronize: false })
@Index('person_association_id_email_idx', { synchronize: false })
@Check('person_merged_has_no_account', 'merged_into_id is null or account_id is null')
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

  /** Nobody writes to them any more; null for the living. What says so is a death record. */
  @CalendarDay({ nullable: true })
  diedOn!: LocalDate | null;

  /** Said by staff, where prices go by age. */
  @CalendarDay({ nullable: true })
  bornOn!: LocalDate | null;

  @Instant()
  addedAt!: Date;

  /** The record that was kept when the two became one; this one is no longer shown anywhere. */
  @Index({ where: 'merged_into_id is not null' })
  @ForeignKey('person')
  @Reference({ nullable: true })
  mergedIntoId!: PersonId | null;
}
