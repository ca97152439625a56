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

const columnsOf = (issuedAt: string): string => `
  i.id, i.issuer_id as "issuerId", h.facts ->> 'code' as code, a.time_zone as "timeZone",
  i.fiscal_year as "fiscalYear", i.number, i.kind, ${issuedAt} as "issuedAt", i.issued_on::text as "issuedOn",
  i.due_on::text as "dueOn", i.locale, i.membership_id as "membershipId", i.member_name as "memberName",
  i.member_number as "memberNumber", i.net_cents::text as net, i.tax_cents::text as tax, i.total_cents::text as total,
  i.paid_cents::text as paid, i.credited_cents::text as credited, i.payer_person_id as "payerPersonId",
  i.payer_organization_id as "payerOrganizationId", i.payer_association_id as "payerAssociationId"`;

/** `i` is the invoice; see `INVOICE_JOINS`. */
export const INVOICE_COLUMNS = columnsOf('i.issued_at');

/** The instant for JSON: in UTC, with all the digits that the database keeps. */
const ISSUED_AT_OF_JSON = `i.issued_at at time zone 'UTC'`;
export const INVOICE_COLUMNS_OF_JSON = columnsOf(ISSUED_AT_OF_JSON);

/** What most ask of an invoice in a list; one of which something else is asked is read whole. */
export const BRIEF_INVOICE_FIELDS = [
  ...[
    '__typename',
    'id',
    'number',
    'kind',
    'state',
    'stateLabel',
    'issuedOn',
    'dueOn',
    'total',
    'paid',
    'credited',
  ],
  ...['open', 'lines'],
];
export const BRIEF_INVOICE_COLUMNS_OF_JSON = `
  i.id, h.facts ->> 'code' as code, a.time_zone as "timeZone", i.fiscal_year as "fiscalYear", i.number, i.kind,
  ${ISSUED_AT_OF_JSON} as "issuedAt", i.issued_on as "issuedOn", i.due_on as "dueOn", i.total_cents::text as total,
  i.paid_cents::text as paid, i.credited_cents::text as credited`;

export const INVOICE_JOINS = `
  join association a on a.id = i.issuer_id
  join letterhead h on h.id = i.letterhead_id`;

/** Where an invoice stands; the last one of which something else is asked is read whole. */
export const STANDING_FIELDS = [
  '__typename',
  'id',
  'state',
  'stateLabel',
  'dueOn',
  'total',
  'paid',
  'credited',
  'open',
];

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

/** The columns of `LineFacts`; `l` is the line. */
export const LINE_COLUMNS = `
  l.id, l.invoice_id as "invoiceId", l.supplier_id as "supplierId", l.kind, l.description_fr as fr,
  l.description_en as en, l.quantity, l.unit_cents::text as unit, l.net_cents::text as net,
  (l.net_cents + l.tax_cents)::text as total, l.paid_cents::text as paid, l.credited_cents::text as credited,
  l.membership_id as "membershipId", l.period_from::text as "from", l.period_to::text as "to", l.effect,
  l.settlement, l.explanation,
  (select coalesce(json_agg(json_build_object('tax', t.tax, 'per100000', t.per_100000, 'cents', t.cents::text,
     'registrationNumber', t.registration_number) order by t.tax), '[]')
   from invoice_line_tax t where t.line_id = l.id) as taxes`;

/** What most ask of a line; one of which something else is asked is read whole. */
export const BRIEF_LINE_FIELDS = [
  '__typename',
  'id',
  'kind',
  'description',
  'descriptions',
  'quantity',
  'total',
  'period',
];
export const BRIEF_LINE_COLUMNS = `
  l.id, l.kind, l.description_fr as fr, l.description_en as en, l.quantity,
  (l.net_cents + l.tax_cents)::text as total, l.period_from as "from", l.period_to as "to"`;

export interface BillToFacts extends BillTo {
  readonly invoiceId: InvoiceId;
  readonly version: number;
  readonly recordedAt: Date;
}
