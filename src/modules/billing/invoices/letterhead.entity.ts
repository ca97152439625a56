import { Entity, ForeignKey } from 'typeorm';
import type { AssociationId, Id } from '../../../kernel/id.ts';
import { Json, Key, Reference } from '../../../platform/database/columns.ts';
import type { LetterheadFacts } from './letterhead.ts';

/** What a body called itself, and where it was, when it put its name on a document: never changed. */
@Entity('letterhead')
export class LetterheadEntity {
  /** Made of the facts themselves: the same facts are the same row. */
  @Key()
  id!: Id<'Letterhead'>;

  @ForeignKey('association')
  @Reference()
  associationId!: AssociationId;

  @Json()
  facts!: LetterheadFacts;
}
