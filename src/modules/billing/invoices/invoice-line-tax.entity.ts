import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import type { InvoiceLineId } from '../../../kernel/id.ts';
import { Cents, OneOf, Text, TextKey } from '../../../platform/database/columns.ts';
import { TAXES, type Tax } from '../billing-words.ts';

/** A tax of a line as it is printed. */
@Entity('invoice_line_tax')
@OneOf('invoice_line_tax', 'tax', Object.values(TAXES))
@Check('invoice_line_tax_cents_check', 'cents >= 0')
export class InvoiceLineTaxEntity {
  @ForeignKey('invoice_line')
  @PrimaryColumn('uuid')
  lineId!: InvoiceLineId;

  @TextKey()
  tax!: Tax;

  /** 9.975 % is 9975. */
  @Column('integer', { name: 'per_100000' })
  per100000!: number;

  @Cents()
  cents!: bigint;

  @Text({ nullable: true })
  registrationNumber!: string | null;
}
