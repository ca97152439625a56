import type { CreditNoteId, InvoiceId } from '../../../../kernel/id.ts';
import type { LocalDate } from '../../../../kernel/local-date.ts';
import { defineLoader, type Loader } from '../../../../platform/database/loader.ts';
import { statement } from '../../../../platform/database/statement.ts';
import type { LineTaxFacts } from '../invoice-facts.ts';

export interface CreditNoteLineFacts {
  readonly position: number;
  readonly fr: string;
  readonly en: string;
  readonly net: string;
  readonly taxes: readonly LineTaxFacts[];
}

/** A credit note as it is read; cents as text. */
export interface CreditNoteFacts {
  readonly id: CreditNoteId;
  readonly invoiceId: InvoiceId;
  /** Of the issuer, when it was issued. */
  readonly code: string;
  readonly fiscalYear: number;
  readonly number: number;
  readonly issuedAt: Date;
  readonly issuedOn: LocalDate;
  readonly reason: string;
  readonly net: string;
  readonly tax: string;
  readonly lines: readonly CreditNoteLineFacts[];
}

const read = (name: string, condition: string): ReturnType<typeof statement<CreditNoteFacts>> =>
  statement<CreditNoteFacts>(
    name,
    `select n.id, n.invoice_id as "invoiceId", h.facts ->> 'code' as code, n.fiscal_year as "fiscalYear", n.number,
       n.issued_at as "issuedAt", n.issued_on::text as "issuedOn", n.reason, n.net_cents::text as net,
       n.tax_cents::text as tax,
       (select coalesce(json_agg(json_build_object('position', l.position, 'fr', l.description_fr, 'en', l.description_en,
          'net', c.net_cents::text, 'taxes', (
            select coalesce(json_agg(json_build_object('tax', b.tax, 'per100000', b.per_100000, 'cents', t.cents::text,
              'registrationNumber', b.registration_number) order by b.tax), '[]')
            from credit_note_line_tax t join invoice_line_tax b on b.line_id = t.line_id and b.tax = t.tax
            where t.credit_note_id = n.id and t.line_id = l.id)) order by l.position), '[]')
        from credit_note_line c join invoice_line l on l.id = c.line_id where c.credit_note_id = n.id) as lines
     from credit_note n join letterhead h on h.id = n.letterhead_id
     where ${condition} order by n.issued_at, n.id`,
  );

const readById = read('credit-notes-by-id', 'n.id = any ($1::uuid[])');
const readOfInvoices = read('credit-notes-of-invoices', 'n.invoice_id = any ($1::uuid[])');

export const creditNoteById: Loader<string, CreditNoteFacts | null> = defineLoader(
  async ({ db }, ids: readonly string[]) => {
    const byId = new Map<string, CreditNoteFacts>((await db.read(readById, [ids])).map(row => [row.id, row]));
    return ids.map(id => byId.get(id) ?? null);
  },
);

/** The first one first. */
export const creditNotesOfInvoice: Loader<string, readonly CreditNoteFacts[]> = defineLoader(
  async ({ db }, ids: readonly string[]) => {
    const rows = await db.read(readOfInvoices, [ids]);
    return ids.map(id => rows.filter(row => row.invoiceId === id));
  },
);
