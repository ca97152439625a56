import { Entity, ForeignKey, Index } from 'typeorm';
import type { AffiliationId, Id, InvoiceLineId, TermId } from '../../../kernel/id.ts';
import { Instant, Key, OneOf, Reference, Text } from '../../../platform/database/columns.ts';
import { EFFECT_CAUSES, UNDONE_WHY, type EffectCause, type UndoneWhy } from './payment-words.ts';

/** What a line brought about, at most once at a time. */
@Entity('line_effect')
@OneOf('line_effect', 'cause', Object.values(EFFECT_CAUSES))
@OneOf('line_effect', 'undone_why', Object.values(UNDONE_WHY))
@Index('line_effect_line_id_idx', ['lineId'])
@Index('line_effect_standing_idx', ['lineId'], { unique: true, where: 'undone_at is null' })
export class LineEffectEntity {
  @Key()
  id!: Id<'LineEffect'>;

  @ForeignKey('invoice_line')
  @Reference()
  lineId!: InvoiceLineId;

  @Text()
  cause!: EffectCause;

  @Instant()
  appliedAt!: Date;

  @ForeignKey('term')
  @Reference({ nullable: true })
  termId!: TermId | null;

  /** The stay of whoever was let in again. */
  @ForeignKey('affiliation')
  @Reference({ nullable: true })
  affiliationId!: AffiliationId | null;

  /** Since when it stands although its money was given back: staff decided so. */
  @Instant({ nullable: true })
  keptAt!: Date | null;

  @Instant({ nullable: true })
  undoneAt!: Date | null;

  @Text({ nullable: true })
  undoneWhy!: UndoneWhy | null;
}
