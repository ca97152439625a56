import type { InvoiceId } from '../../../kernel/id.ts';
import { defineLoader, type Loader } from '../../../platform/database/loader.ts';
import { statement, type Statement } from '../../../platform/database/statement.ts';
import {
  INVOICE_COLUMNS,
  INVOICE_JOINS,
  LINE_COLUMNS,
  type BillToFacts,
  type InvoiceFacts,
  type LineFacts,
} from './invoice-facts.ts';

const readInvoices = statement<InvoiceFacts>(
  'invoices-by-id',
  `select ${INVOICE_COLUMNS} from invoice i ${INVOICE_JOINS} where i.id = any ($1::uuid[])`,
);

export const readLines = statement<LineFacts>(
  'invoice-lines',
  `select ${LINE_COLUMNS}
   from invoice_line l where l.invoice_id = any ($1::uuid[]) order by l.invoice_id, l.position`,
);

const BILL_TO = `
  b.invoice_id as "invoiceId", b.version, b.name, b.attention, b.street, b.street2, b.city, b.province,
  b.postal_code as "postalCode", b.country, b.recorded_at as "recordedAt"`;

/** The one of today, and 50 before it. */
const MOST_VERSIONS = 51;
const readBillTos = statement<BillToFacts>(
  'invoice-bill-tos',
  `select v.* from unnest($1::uuid[]) i (id) cross join lateral (
     select ${BILL_TO} from bill_to b where b.invoice_id = i.id
     order by b.version desc limit ${String(MOST_VERSIONS)}) v
   order by v."invoiceId", v.version`,
);

export const invoiceById: Loader<string, InvoiceFacts | null> = defineLoader(
  async ({ db }, ids: readonly string[]) => {
    const byId = new Map<string, InvoiceFacts>(
      (await db.read(readInvoices, [ids])).map(row => [row.id, row]),
    );
    return ids.map(id => byId.get(id) ?? null);
  },
);

const ofEachInvoice = <Row extends { readonly invoiceId: InvoiceId }>(
  read: Statement<Row>,
): Loader<string, readonly Row[]> =>
  defineLoader(async ({ db }, ids: readonly string[]) => {
    const rows = new Map<string, Row[]>();
    for (const row of await db.read(read, [ids])) {
      const others = rows.get(row.invoiceId);
      if (others) others.push(row);
      else rows.set(row.invoiceId, [row]);
    }
    return ids.map(id => rows.get(id) ?? []);
  });

/** In their order on the document. */
export const linesOfInvoice = ofEachInvoice(readLines);

/** To whom it is and was addressed lately, the first one first. */
export const billTosOfInvoice = ofEachInvoice(readBillTos);

const readInvoicesOfLines = statement<{ readonly id: string; readonly invoiceId: InvoiceId }>(
  'invoices-of-lines',
  'select id, invoice_id as "invoiceId" from invoice_line where id = any ($1::uuid[])',
);

/** On which invoice a line stands. */
export const invoiceOfLine: Loader<string, InvoiceId | null> = defineLoader(
  async ({ db }, ids: readonly string[]) => {
    const rows = await db.read(readInvoicesOfLines, [ids]);
    return ids.map(id => rows.find(row => row.id === id)?.invoiceId ?? null);
  },
);
