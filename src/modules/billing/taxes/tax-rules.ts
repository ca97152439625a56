import type { AssociationId, MembershipClassId } from '../../../kernel/id.ts';
import type { Period } from '../../../kernel/period.ts';
import type { Province } from '../../../kernel/province.ts';
import type { Tax } from '../billing-words.ts';

/** How an item is taxed at all: by sales tax, by the tax on insurance premiums, or by none. */
export const TAX_TREATMENTS = { SALES: 'SALES', PREMIUM: 'PREMIUM', NONE: 'NONE' } as const;
export type TaxTreatment = keyof typeof TAX_TREATMENTS;

/** GST and HST are one registration with the Canada Revenue Agency, QST is another one with Revenu Québec. */
export const TAX_REGISTRATION_KINDS = { GST_HST: 'GST_HST', QST: 'QST' } as const;
export type TaxRegistrationKind = keyof typeof TAX_REGISTRATION_KINDS;

/**
 * Why dues are exempt or taxed: sections 17 and 18 of Part VI of Schedule V of the Excise Tax Act exempt them, the
 * elections of forms GST23 and GST24 tax them all the same.
 */
export const TAX_STATUS_BASES = {
  SECTION_17: 'SECTION_17',
  SECTION_18: 'SECTION_18',
  GST23: 'GST23',
  GST24: 'GST24',
} as const;
export type TaxStatusBasis = keyof typeof TAX_STATUS_BASES;

export interface TaxRate {
  readonly tax: Tax;
  readonly province: Province;
  /** 9.975 % is 9975. */
  readonly per100000: number;
  readonly period: Period;
}

export interface TaxRegistration {
  readonly supplierId: AssociationId;
  readonly kind: TaxRegistrationKind;
  readonly number: string;
  readonly period: Period;
}

/** Whether dues are taxed, of a body or of one of its classes; dues of which nothing is said are taxed. */
export interface TaxStatus {
  readonly supplierId: AssociationId;
  readonly classId: MembershipClassId | null;
  readonly taxable: boolean;
  readonly basis: TaxStatusBasis;
  readonly period: Period;
}

export interface TaxRules {
  readonly rates: readonly TaxRate[];
  readonly registrations: readonly TaxRegistration[];
  readonly statuses: readonly TaxStatus[];
}
