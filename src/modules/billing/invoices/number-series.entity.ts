import { Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import type { AssociationId } from '../../../kernel/id.ts';
import { Count, OneOf, TextKey } from '../../../platform/database/columns.ts';

const SERIES = { INVOICE: 'INVOICE', CREDIT_NOTE: 'CREDIT_NOTE' } as const;

/** The last number that a body gave in a fiscal year. Whoever takes one holds the row until the end of the change. */
@Entity('number_series')
@OneOf('number_series', 'kind', Object.values(SERIES))
export class NumberSeriesEntity {
  @ForeignKey('association')
  @PrimaryColumn('uuid')
  issuerId!: AssociationId;

  @TextKey()
  kind!: keyof typeof SERIES;

  @PrimaryColumn('integer')
  fiscalYear!: number;

  @Count()
  lastNumber!: number;
}
