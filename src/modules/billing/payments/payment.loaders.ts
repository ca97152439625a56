import type { InvoiceId, PaymentId } from '../../../kernel/id.ts';
import { defineLoader, type Loader } from '../../../platform/database/loader.ts';
import { statement } from '../../../platform/database/statement.ts';
import { PAYMENT_COLUMNS, PAYMENT_JOINS, type PaymentFacts } from './payment-facts.ts';

const readPayments = statement<PaymentFacts>(
  'payments-by-id',
  `select ${PAYMENT_COLUMNS} from payment p ${PAYMENT_JOINS} where p.id = any ($1::uuid[])`,
);
const readInvoices = statement<{ readonly paymentId: PaymentId; readonly invoiceId: InvoiceId }>(
  'payments-invoices',
  `select distinct j.cause_id as "paymentId", l.invoice_id as "invoiceId"
   from journal j join ledger_entry e on e.journal_id = j.id join invoice_line l on l.id = e.line_id
   where j.cause_id = any ($1::uuid[]) and j.kind = 'PAYMENT'
   order by "paymentId", "invoiceId"`,
);

export const paymentById: Loader<string, PaymentFacts | null> = defineLoader(
  async ({ db }, ids: readonly string[]) => {
    const rows = await db.read(readPayments, [ids]);
    const byId = new Map<string, PaymentFacts>(rows.map(row => [row.id, row]));
    return ids.map(id => byId.get(id) ?? null);
  },
);

/** Which invoices it went to. */
export const invoicesOfPayment: Loader<PaymentId, readonly InvoiceId[]> = defineLoader(
  async ({ db }, ids: readonly PaymentId[]) => {
    const rows = await db.read(readInvoices, [ids]);
    return ids.map(id => rows.filter(row => row.paymentId === id).map(row => row.invoiceId));
  },
);
