import { Entity, ForeignKey, Unique } from 'typeorm';
import type { AssociationId, FeeItemId } from '../../../kernel/id.ts';
import { Key, OneOf, Reference, Text } from '../../../platform/database/columns.ts';
import {
  LINE_EFFECTS,
  LINE_KINDS,
  SETTLEMENTS,
  type LineEffect,
  type LineKind,
  type Settlement,
} from '../billing-words.ts';
import { TAX_TREATMENTS, type TaxTreatment } from '../taxes/index.ts';
import { DECIDING_DAYS, OCCASIONS, type DecidingDay, type Occasion } from './price-rules.ts';

/** Something that a body charges for. What it costs stands in its price rules. */
@Entity('fee_item')
@Unique(['associationId', 'code'])
@Unique(['id', 'charged'])
@OneOf('fee_item', 'kind', Object.values(LINE_KINDS))
@OneOf('fee_item', 'tax_treatment', Object.values(TAX_TREATMENTS))
@OneOf('fee_item', 'charged', Object.values(OCCASIONS))
@OneOf('fee_item', 'effect', Object.values(LINE_EFFECTS))
@OneOf('fee_item', 'settlement', Object.values(SETTLEMENTS))
@OneOf('fee_item', 'price_day', Object.values(DECIDING_DAYS))
@OneOf('fee_item', 'tax_day', Object.values(DECIDING_DAYS))
export class FeeItemEntity {
  @Key()
  id!: FeeItemId;

  /** Whose money it is. */
  @ForeignKey('association')
  @Reference()
  associationId!: AssociationId;

  @Text()
  code!: string;

  @Text()
  kind!: LineKind;

  @Text()
  nameFr!: string;

  @Text()
  nameEn!: string;

  @Text()
  taxTreatment!: TaxTreatment;

  @Text()
  charged!: Occasion;

  @Text()
  effect!: LineEffect;

  @Text()
  settlement!: Settlement;

  @Text()
  priceDay!: DecidingDay;

  @Text()
  taxDay!: DecidingDay;
}
