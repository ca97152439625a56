import { Entity, ForeignKey, Unique } from 'typeorm';
import type { AssociationId, SectionId } from '../../kernel/id.ts';
import { Key, Reference, Text } from '../../platform/database/columns.ts';

/** A sector into which an association sorts its member organizations. */
@Entity('section')
@Unique(['associationId', 'code'])
export class SectionEntity {
  @Key()
  id!: SectionId;

  @ForeignKey('association')
  @Reference()
  associationId!: AssociationId;

  @Text()
  code!: string;

  @Text()
  nameFr!: string;

  @Text()
  nameEn!: string;
}
