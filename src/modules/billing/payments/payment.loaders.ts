import type { PaymentId } from '../../../kernel/id.ts';
import { defineLoader, type Loader } from '../../../platform/database/loader.ts';
import { statement } from '../../../platform/database/statement.ts';
import { PAYMENT_COLUMNS, PAYMENT_JOINS, type AllocationFacts, type PaymentFacts } from './payment-facts.ts';

const readPayments = statement<PaymentFacts>(
  'payments-by-id',
  `select ${PAYMENT_COLUMNS} from payment p ${PAYMENT_JOINS} where p.id = any ($1::uuid[])`,
);
const readAllocations = statement<AllocationFacts>(
  'payments-allocations',
  `select j.cause_id as "paymentId", l.invoice_id as "invoiceId", l.description_fr as fr, l.description_en as en,
     (-sum(e.cents))::text as cents
   from journal j join ledger_entry e on e.journal_id = j.id join invoice_line l on l.id = e.line_id
   where j.cause_id = any ($1::uuid[]) and j.kind = 'PAYMENT'
   group by j.cause_id, l.id order by j.cause_id, l.invoice_id, l.position`,
);

export const paymentById: Loader<string, PaymentFacts | null> = defineLoader(
  async ({ db }, ids: readonly string[]) => {
    const rows = await db.read(readPayments, [ids]);
    const byId = new Map<string, PaymentFacts>(rows.map(row => [row.id, row]));
    return ids.map(id => byId.get(id) ?? null);
  },
);

export const allocationsOfPayment: Loader<PaymentId, readonly AllocationFacts[]> = defineLoader(
  async ({ db }, ids: readonly PaymentId[]) => {
    const rows = await db.read(readAllocations, [ids]);
    return ids.map(id => rows.filter(({ paymentId }) => paymentId === id));
  },
);
