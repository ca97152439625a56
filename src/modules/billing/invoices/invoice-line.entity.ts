import { Check, Entity, Exclusion, ForeignKey, Index, Unique } from 'typeorm';
import type {
  AssociationId,
  FeeItemId,
  Id,
  InvoiceId,
  InvoiceLineId,
  MembershipId,
} from '../../../kernel/id.ts';
import type { LocalDate } from '../../../kernel/local-date.ts';
import {
  CalendarDay,
  Cents,
  Count,
  Instant,
  Json,
  Key,
  OneOf,
  Reference,
  Text,
} from '../../../platform/database/columns.ts';
import {
  LINE_EFFECTS,
  LINE_KINDS,
  SETTLEMENTS,
  type LineEffect,
  type LineKind,
  type Settlement,
} from '../billing-words.ts';
import { OCCASIONS, type Occasion } from '../prices/price-rules.ts';
import type { LineExplanation } from './new-invoice.ts';

/** What is charged once for the days that it is about. */
const ONCE = `('WHEN_LATE', 'AT_REINSTATEMENT')`;

/** A price on an invoice: whose money it is, and what it brings about. */
@Entity('invoice_line')
@Unique(['invoiceId', 'position'])
@OneOf('invoice_line', 'kind', Object.values(LINE_KINDS))
@OneOf('invoice_line', 'effect', Object.values(LINE_EFFECTS))
@OneOf('invoice_line', 'settlement', Object.values(SETTLEMENTS))
@OneOf('invoice_line', 'charged', Object.values(OCCASIONS))
@ForeignKey('fee_item', ['feeItemId', 'charged'], ['id', 'charged'])
@Check('invoice_line_quantity_check', 'quantity > 0')
@Check('invoice_line_unit_cents_check', 'unit_cents >= 0')
@Check('invoice_line_period', 'period_from < period_to')
@Check('invoice_line_net', 'net_cents = quantity * unit_cents and tax_cents >= 0')
@Check(
  'invoice_line_extends_a_period',
  `effect <> 'EXTEND_TERM' or (membership_id is not null and period_from is not null and period_to is not null)`,
)
@Check(
  'invoice_line_never_overpaid',
  'paid_cents >= 0 and credited_cents >= 0 and paid_cents + credited_cents <= net_cents + tax_cents',
)
@Exclusion(
  'invoice_line_one_live',
  `using gist (membership_id with =, effect with =, daterange(period_from, period_to) with &&) where (released_at is null and effect in ('EXTEND_TERM', 'BIND_COVER'))`,
)
@Check('invoice_line_charged_with_its_item', '(fee_item_id is null) = (charged is null)')
@Check(
  'invoice_line_fee_is_about_days',
  `charged not in ${ONCE} or (membership_id is not null and period_from is not null)`,
)
@Exclusion(
  'invoice_line_fee_once',
  `using gist (membership_id with =, fee_item_id with =, daterange(period_from, period_to) with &&) where (released_at is null and charged in ${ONCE})`,
)
export class InvoiceLineEntity {
  @Key()
  id!: InvoiceLineId;

  @ForeignKey('invoice')
  @Reference()
  invoiceId!: InvoiceId;

  /** From 1. */
  @Count()
  position!: number;

  @ForeignKey('association')
  @Reference()
  supplierId!: AssociationId;

  @ForeignKey('letterhead')
  @Reference()
  letterheadId!: Id<'Letterhead'>;

  @Reference({ nullable: true })
  feeItemId!: FeeItemId | null;

  /** As its item says; null without one. */
  @Text({ nullable: true })
  charged!: Occasion | null;

  @Text()
  kind!: LineKind;

  @Text()
  descriptionFr!: string;

  @Text()
  descriptionEn!: string;

  @Count()
  quantity!: number;

  @Cents()
  unitCents!: bigint;

  @Cents()
  netCents!: bigint;

  @Cents()
  taxCents!: bigint;

  @Index()
  @ForeignKey('membership')
  @Reference({ nullable: true })
  membershipId!: MembershipId | null;

  @CalendarDay({ nullable: true })
  periodFrom!: LocalDate | null;

  @CalendarDay({ nullable: true })
  periodTo!: LocalDate | null;

  @Text()
  effect!: LineEffect;

  @Text()
  settlement!: Settlement;

  @Json()
  explanation!: readonly LineExplanation[];

  @Cents()
  paidCents!: bigint;

  @Cents()
  creditedCents!: bigint;

  /** When it was credited whole: its period may be billed again. */
  @Instant({ nullable: true })
  releasedAt!: Date | null;
}
