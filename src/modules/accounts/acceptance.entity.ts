import { Entity, ForeignKey, Index } from 'typeorm';
import type { AccountId, AssociationDocumentId, AssociationId } from '../../kernel/id.ts';
import type { Locale } from '../../kernel/locale.ts';
import { Instant, Key, Reference, Text } from '../../platform/database/columns.ts';

/** Which version of the terms or privacy notice was accepted, and in which language it was shown. */
@Entity('document_acceptance')
export class DocumentAcceptanceEntity {
  @Key()
  id!: string;

  @Index()
  @ForeignKey('account')
  @Reference()
  accountId!: AccountId;

  @ForeignKey('association_document')
  @Reference()
  documentId!: AssociationDocumentId;

  @Text()
  shownLocale!: Locale;

  @Instant()
  acceptedAt!: Date;
}

/** The express choice of a language, and the language that was shown before it: in Québec, French comes first. */
@Entity('language_choice')
export class LanguageChoiceEntity {
  @Key()
  id!: string;

  @Index()
  @ForeignKey('account')
  @Reference()
  accountId!: AccountId;

  @ForeignKey('association')
  @Reference()
  associationId!: AssociationId;

  @Text()
  chosen!: Locale;

  @Text()
  firstShown!: Locale;

  @Instant()
  chosenAt!: Date;
}
