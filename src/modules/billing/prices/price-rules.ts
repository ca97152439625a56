import type { AssociationId, FeeItemId, MembershipClassId } from '../../../kernel/id.ts';
import type { Money } from '../../../kernel/money.ts';
import type { Period } from '../../../kernel/period.ts';
import type { Province } from '../../../kernel/province.ts';
import type { LineEffect, LineKind, Settlement } from '../billing-words.ts';
import type { TaxRules, TaxTreatment } from '../taxes/index.ts';

/** What brings an item about. */
export const OCCASIONS = {
  WITH_TERM: 'WITH_TERM',
  AT_ADMISSION: 'AT_ADMISSION',
  WHEN_LATE: 'WHEN_LATE',
  AT_REINSTATEMENT: 'AT_REINSTATEMENT',
  DURING_HOLD: 'DURING_HOLD',
  ON_DEMAND: 'ON_DEMAND',
} as const;
export type Occasion = keyof typeof OCCASIONS;

/** Which day decides what holds: the one on which the invoice is issued, or the first one of the term that it is for. */
export const DECIDING_DAYS = { INVOICE_DAY: 'INVOICE_DAY', TERM_START: 'TERM_START' } as const;
export type DecidingDay = keyof typeof DECIDING_DAYS;

export const PRORATIONS = { NONE: 'NONE', BY_MONTH: 'BY_MONTH', BY_DAY: 'BY_DAY' } as const;
export type Proration = keyof typeof PRORATIONS;

/** Something that a body charges for. */
export interface FeeItem {
  readonly id: FeeItemId;
  /** Whose money it is. */
  readonly supplierId: AssociationId;
  readonly code: string;
  readonly kind: LineKind;
  readonly names: { readonly fr: string; readonly en: string };
  readonly treatment: TaxTreatment;
  readonly charged: Occasion;
  readonly effect: LineEffect;
  readonly settlement: Settlement;
  /** Which day's price, and which day's age and seniority. */
  readonly priceDay: DecidingDay;
  /** Which day's rate of tax. */
  readonly taxDay: DecidingDay;
}

/** Whole years, both ends included; null where there is no end. */
export interface Years {
  readonly min: number | null;
  readonly max: number | null;
}

/** An amount, or a share of what is owing: 10 % is 10000. */
export type Price = { readonly amount: Money } | { readonly per100000OfOwing: number };

/** The last day without a late fee: so many days after the due day, or the first such day of a calendar from then on, `03-31`. */
export type LateAfter = { readonly days: number } | { readonly monthDay: string };

/** What an item costs whom, on the days of its period. Null says that a rule does not ask. */
export interface PriceRule {
  readonly id: string;
  readonly feeItemId: FeeItemId;
  readonly classId: MembershipClassId | null;
  readonly province: Province | null;
  readonly age: Years | null;
  readonly seniority: Years | null;
  readonly price: Price;
  readonly proration: Proration;
  /** In ten-thousandths, by the month of entry: the first one is the term's first month, the last one all later ones. */
  readonly monthTable: readonly number[] | null;
  /** The price is for that many months, and a term of another length costs in proportion; null: for any term. */
  readonly forMonths: number | null;
  /** Until when a late fee is not charged yet; null: until the due day. */
  readonly lateAfter: LateAfter | null;
  readonly period: Period;
}

export interface PriceRules extends TaxRules {
  readonly items: readonly FeeItem[];
  readonly prices: readonly PriceRule[];
}
