import type { CreditNoteId, InvoiceId } from '../../../../kernel/id.ts';
import type { LocalDate } from '../../../../kernel/local-date.ts';
import type { Locale } from '../../../../kernel/locale.ts';
import { statement } from '../../../../platform/database/statement.ts';
import type { LineTaxFacts } from '../invoice-facts.ts';
import type { LetterheadFacts } from '../letterhead.ts';
import type { BillTo } from '../new-invoice.ts';

/** A line as a document prints it; cents as text. */
export interface PrintedLine {
  readonly fr: string;
  readonly en: string;
  readonly quantity: number;
  readonly unit: string;
  readonly net: string;
  readonly from: LocalDate | null;
  readonly to: LocalDate | null;
  readonly supplierId: string;
  readonly supplier: LetterheadFacts;
  readonly taxes: readonly LineTaxFacts[];
}

/** All that a document of an invoice says: what was frozen when it was written, and nothing of today. */
export interface InvoiceDocumentFacts {
  readonly id: InvoiceId;
  readonly layout: number;
  readonly issuerId: string;
  readonly letterhead: LetterheadFacts;
  readonly fiscalYear: number;
  readonly number: number;
  readonly locale: Locale;
  readonly issuedOn: LocalDate;
  readonly dueOn: LocalDate;
  readonly memberName: string | null;
  readonly memberNumber: string | null;
  readonly net: string;
  readonly total: string;
  readonly billTo: BillTo;
  /** When the addressee was recorded, or the invoice issued. */
  readonly at: Date;
  readonly lines: readonly PrintedLine[];
}

export interface CreditNoteDocumentFacts {
  readonly id: CreditNoteId;
  readonly layout: number;
  readonly issuerId: string;
  readonly letterhead: LetterheadFacts;
  readonly fiscalYear: number;
  readonly number: number;
  readonly locale: Locale;
  readonly issuedOn: LocalDate;
  readonly invoiceCode: string;
  readonly invoiceFiscalYear: number;
  readonly invoiceNumber: number;
  readonly invoiceIssuedOn: LocalDate;
  readonly memberName: string | null;
  readonly memberNumber: string | null;
  readonly reason: string;
  readonly net: string;
  readonly total: string;
  readonly billTo: BillTo;
  readonly at: Date;
  readonly lines: readonly PrintedLine[];
}

const BILL_TO = `json_build_object('name', b.name, 'attention', b.attention, 'street', b.street, 'street2', b.street2,
  'city', b.city, 'province', b.province, 'postalCode', b.postal_code, 'country', b.country) as "billTo"`;

const taxes = (cents: string, from: string): string => `
  (select coalesce(json_agg(json_build_object('tax', t.tax, 'per100000', t.per_100000, 'cents', ${cents}::text,
     'registrationNumber', t.registration_number) order by t.tax), '[]') from ${from})`;

const line = (net: string, lineTaxes: string): string => `
  json_build_object('fr', l.description_fr, 'en', l.description_en, 'quantity', l.quantity,
    'unit', l.unit_cents::text, 'net', ${net}::text, 'from', l.period_from, 'to', l.period_to,
    'supplierId', l.supplier_id, 'supplier', s.facts, 'taxes', ${lineTaxes})`;

export const readInvoiceDocument = statement<InvoiceDocumentFacts>(
  'invoice-document',
  `select i.id, i.layout, i.issuer_id as "issuerId", h.facts as letterhead, i.fiscal_year as "fiscalYear", i.number,
     i.locale, i.issued_on::text as "issuedOn", i.due_on::text as "dueOn", i.member_name as "memberName",
     i.member_number as "memberNumber", i.net_cents::text as net, i.total_cents::text as total, ${BILL_TO},
     b.recorded_at as at,
     (select json_agg(${line('l.net_cents', taxes('t.cents', 'invoice_line_tax t where t.line_id = l.id'))}
        order by l.position)
      from invoice_line l join letterhead s on s.id = l.letterhead_id where l.invoice_id = i.id) as lines
   from invoice i join letterhead h on h.id = i.letterhead_id
   join bill_to b on b.invoice_id = i.id and b.version = (select max(version) from bill_to where invoice_id = i.id)
   where i.id = $1`,
);

export const readCreditNoteDocument = statement<CreditNoteDocumentFacts>(
  'credit-note-document',
  `select n.id, n.layout, n.issuer_id as "issuerId", h.facts as letterhead, n.fiscal_year as "fiscalYear", n.number,
     i.locale, n.issued_on::text as "issuedOn", ih.facts ->> 'code' as "invoiceCode",
     i.fiscal_year as "invoiceFiscalYear", i.number as "invoiceNumber", i.issued_on::text as "invoiceIssuedOn",
     i.member_name as "memberName", i.member_number as "memberNumber", n.reason, n.net_cents::text as net,
     (n.net_cents + n.tax_cents)::text as total, ${BILL_TO}, n.issued_at as at,
     (select json_agg(${line(
       'c.net_cents',
       taxes(
         'ct.cents',
         `credit_note_line_tax ct join invoice_line_tax t on t.line_id = ct.line_id and t.tax = ct.tax
          where ct.credit_note_id = n.id and ct.line_id = l.id`,
       ),
     )} order by l.position)
      from credit_note_line c join invoice_line l on l.id = c.line_id join letterhead s on s.id = l.letterhead_id
      where c.credit_note_id = n.id) as lines
   from credit_note n join invoice i on i.id = n.invoice_id join letterhead h on h.id = n.letterhead_id
   join letterhead ih on ih.id = i.letterhead_id
   join bill_to b on b.invoice_id = n.invoice_id and b.version = n.bill_to_version
   where n.id = $1`,
);
