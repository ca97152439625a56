import type { InvoiceId, InvoiceLineId, PaymentId } from '../../../kernel/id.ts';
import { Money } from '../../../kernel/money.ts';
import { within, type Tx } from '../../../platform/database/database.ts';
import { statement } from '../../../platform/database/statement.ts';
import type { LineAmount } from '../ledger/index.ts';

export interface PaidLine extends LineAmount {
  readonly invoiceId: InvoiceId;
}

interface Row {
  readonly invoiceId: InvoiceId;
  readonly lineId: InvoiceLineId;
  readonly cents: string;
}

/** In the ledger, the causes of a payment's journals are itself and its refunds. */
export const JOURNALS_OF_PAYMENT = `
  select id from journal where cause_id = $1
  union all
  select j.id from refund r join journal j on j.cause_id = r.id where r.payment_id = $1`;

const read = statement<Row>(
  'payment-allocation',
  `select l.invoice_id as "invoiceId", l.id as "lineId", (-sum(e.cents))::text as cents
   from ledger_entry e join invoice_line l on l.id = e.line_id
   where e.journal_id in (${JOURNALS_OF_PAYMENT}) and e.account in ('OWED', 'TAX')
   group by l.invoice_id, l.id, l.position having sum(e.cents) < 0
   order by l.invoice_id, l.position`,
);

/** To which lines a payment went, less what its refunds and its return took back. */
export async function allocationOf(tx: Tx, paymentId: PaymentId): Promise<PaidLine[]> {
  const rows = await within(tx, read, [paymentId]);
  return rows.map(({ cents, ...line }) => ({ ...line, amount: Money.cad(BigInt(cents)) }));
}

export const invoicesOf = (lines: readonly PaidLine[]): InvoiceId[] => [
  ...new Set(lines.map(({ invoiceId }) => invoiceId)),
];
