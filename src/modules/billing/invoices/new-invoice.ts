import type { AssociationId, FeeItemId, InvoiceId, InvoiceLineId, MembershipId } from '../../../kernel/id.ts';
import type { LocalDate } from '../../../kernel/local-date.ts';
import type { Locale } from '../../../kernel/locale.ts';
import type { Money } from '../../../kernel/money.ts';
import type { Period } from '../../../kernel/period.ts';
import type { Province } from '../../../kernel/province.ts';
import type { LineEffect, LineKind, Settlement, Tax } from '../billing-words.ts';
import type { Payer } from '../payer.ts';

/** What it is for as a whole; each of its lines has a kind of its own. */
export const INVOICE_KINDS = { DUES: 'DUES', EVENT: 'EVENT', OTHER: 'OTHER' } as const;
export type InvoiceKind = keyof typeof INVOICE_KINDS;

/** A tax of a line as it is printed: apart, with its rate and the supplier's number. */
export interface LineTax {
  readonly tax: Tax;
  /** 9.975 % is 9975. */
  readonly per100000: number;
  readonly amount: Money;
  /** Null for taxes without one, such as those on premiums. */
  readonly registrationNumber: string | null;
}

/** Why a line costs what it costs: the rule's stable name and what it looked at, worded when it is shown. */
export interface LineExplanation {
  readonly rule: string;
  readonly inputs: Readonly<Record<string, string>>;
}

export interface NewLine {
  /** Whose money it is. */
  readonly supplierId: AssociationId;
  readonly feeItemId: FeeItemId | null;
  readonly kind: LineKind;
  readonly descriptions: { readonly fr: string; readonly en: string };
  readonly quantity: number;
  readonly unit: Money;
  readonly taxes: readonly LineTax[];
  readonly membershipId: MembershipId | null;
  readonly period: Period | null;
  readonly effect: LineEffect;
  readonly settlement: Settlement;
  readonly explanation: readonly LineExplanation[];
}

/** Where the invoice is sent, apart from whoever owes it. */
export interface BillTo {
  readonly name: string;
  readonly attention: string | null;
  readonly street: string | null;
  readonly street2: string | null;
  readonly city: string | null;
  readonly province: string | null;
  readonly postalCode: string | null;
  readonly country: string | null;
}

export interface NewInvoice {
  /** Who bills, and in whose series the number is. */
  readonly issuerId: AssociationId;
  readonly kind: InvoiceKind;
  readonly payer: Payer;
  /** Whose membership it is about; null where it is about none. */
  readonly membershipId: MembershipId | null;
  readonly billTo: BillTo;
  readonly locale: Locale;
  readonly dueOn: LocalDate;
  /** Null outside Canada. */
  readonly placeOfSupply: Province | null;
  readonly lines: readonly NewLine[];
}

/** What was written: ids in the order of the lines. */
export interface WrittenInvoice {
  readonly id: InvoiceId;
  readonly fiscalYear: number;
  readonly number: number;
  readonly lineIds: readonly InvoiceLineId[];
}
