import { Entity, ForeignKey, Unique } from 'typeorm';
import type { AssociationDocumentId, AssociationId } from '../../kernel/id.ts';
import { Instant, Key, OneOf, Reference, Text } from '../../platform/database/columns.ts';
import { DocumentKind } from './association.enums.ts';

/** One version of the terms or of the privacy notice. Versions are added, never changed: people accepted them. */
@Entity('association_document')
@Unique(['associationId', 'kind', 'version'])
@OneOf('association_document', 'kind', Object.values(DocumentKind))
export class AssociationDocumentEntity {
  @Key()
  id!: AssociationDocumentId;

  @ForeignKey('association')
  @Reference()
  associationId!: AssociationId;

  @Text()
  kind!: DocumentKind;

  @Text()
  version!: string;

  @Text()
  urlFr!: string;

  @Text()
  urlEn!: string;

  @Instant()
  inForceFrom!: Date;
}
