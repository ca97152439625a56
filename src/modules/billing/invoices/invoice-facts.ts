import type { AssociationId, InvoiceId, InvoiceLineId, MembershipId } from '../../../kernel/id.ts';
import type { LocalDate } from '../../../kernel/local-date.ts';
import type { Locale } from '../../../kernel/locale.ts';
import type { LineEffect, LineKind, Settlement, Tax } from '../billing-words.ts';
import type { PayerColumns } from '../payer.ts';
import type { BillTo, InvoiceKind, LineExplanation } from './new-invoice.ts';

/** An invoice as it is read; cents as text. */
export interface InvoiceFacts extends PayerColumns {
  readonly id: InvoiceId;
  readonly issuerId: AssociationId;
  /** Of the issuer, when the invoice was issued. */
  readonly code: string;
  /** The zone of the issuer: its days decide. */
  readonly timeZone: string;
  readonly fiscalYear: number;
  readonly number: number;
  readonly kind: InvoiceKind;
  readonly issuedAt: Date;
  readonly issuedOn: LocalDate;
  readonly dueOn: LocalDate;
  readonly locale: Locale;
  readonly membershipId: MembershipId | null;
  readonly memberName: string | null;
  readonly memberNumber: string | null;
  readonly net: string;
  readonly tax: string;
  readonly total: string;
  readonly paid: string;
  readonly credited: string;
}

/** `i` is the invoice; see `INVOICE_JOINS`. */
export const INVOICE_COLUMNS = `
  i.id, i.issuer_id as "issuerId", h.facts ->> 'code' as code, a.time_zone as "timeZone",
  i.fiscal_year as "fiscalYear", i.number, i.kind, i.issued_at as "issuedAt", i.issued_on::text as "issuedOn",
  i.due_on::text as "dueOn", i.locale, i.membership_id as "membershipId", i.member_name as "memberName",
  i.member_number as "memberNumber", i.net_cents::text as net, i.tax_cents::text as tax, i.total_cents::text as total,
  i.paid_cents::text as paid, i.credited_cents::text as credited, i.payer_person_id as "payerPersonId",
  i.payer_organization_id as "payerOrganizationId", i.payer_association_id as "payerAssociationId"`;

export const INVOICE_JOINS = `
  join association a on a.id = i.issuer_id
  join letterhead h on h.id = i.letterhead_id`;

export interface LineTaxFacts {
  readonly tax: Tax;
  readonly per100000: number;
  readonly cents: string;
  readonly registrationNumber: string | null;
}

export interface LineFacts {
  readonly id: InvoiceLineId;
  readonly invoiceId: InvoiceId;
  readonly supplierId: AssociationId;
  readonly kind: LineKind;
  readonly fr: string;
  readonly en: string;
  readonly quantity: number;
  readonly unit: string;
  readonly net: string;
  readonly total: string;
  readonly paid: string;
  readonly credited: string;
  readonly membershipId: MembershipId | null;
  readonly from: LocalDate | null;
  readonly to: LocalDate | null;
  readonly effect: LineEffect;
  readonly settlement: Settlement;
  readonly explanation: readonly LineExplanation[];
  readonly taxes: readonly LineTaxFacts[];
}

export interface BillToFacts extends BillTo {
  readonly invoiceId: InvoiceId;
  readonly version: number;
  readonly recordedAt: Date;
}
