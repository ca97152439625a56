import type { InvoiceLineId } from '../../../kernel/id.ts';
import type { Money } from '../../../kernel/money.ts';
import { within, type Tx } from '../../../platform/database/database.ts';
import { statement, type Statement } from '../../../platform/database/statement.ts';

export interface CountedOnLine {
  readonly lineId: InvoiceLineId;
  readonly amount: Money;
}

const counting = (column: 'paid_cents' | 'credited_cents'): Statement<{ id: InvoiceLineId }> =>
  statement(
    `invoice-lines-count-${column}`,
    `with counted as (
       select line_id, sum(cents::bigint)::bigint as cents
       from json_to_recordset($1::json) r (line_id uuid, cents text) group by line_id),
     lines as (
       update invoice_line l set ${column} = l.${column} + c.cents from counted c where l.id = c.line_id
       returning l.id, l.invoice_id, c.cents),
     invoices as (
       update invoice i set ${column} = i.${column} + s.cents
       from (select invoice_id, sum(cents)::bigint as cents from lines group by invoice_id) s
       where i.id = s.invoice_id)
     select id from lines`,
  );

const addPaid = counting('paid_cents');
const addCredited = counting('credited_cents');

/**
 * Adds what was paid of lines, or takes it back where it is below zero, on the lines and on their invoices. The database
 * refuses more than there is. The invoices are held.
 */
export const countPaid = (tx: Tx, counted: readonly CountedOnLine[]): Promise<void> =>
  count(tx, addPaid, counted);

/** The same for what was credited. */
export const countCredited = (tx: Tx, counted: readonly CountedOnLine[]): Promise<void> =>
  count(tx, addCredited, counted);

async function count(
  tx: Tx,
  add: Statement<{ id: InvoiceLineId }>,
  counted: readonly CountedOnLine[],
): Promise<void> {
  if (counted.length === 0) return;
  const rows = counted.map(({ lineId, amount }) => ({ line_id: lineId, cents: amount.cents.toString() }));
  const found = await within(tx, add, [JSON.stringify(rows)]);
  if (found.length !== new Set(counted.map(({ lineId }) => lineId)).size)
    throw new Error('an amount was counted on a line that does not exist');
}
