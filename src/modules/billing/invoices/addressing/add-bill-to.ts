import type { InvoiceId } from '../../../../kernel/id.ts';
import type { Context } from '../../../../platform/context.ts';
import { within, type Tx } from '../../../../platform/database/database.ts';
import { statement } from '../../../../platform/database/statement.ts';
import type { BillTo } from '../new-invoice.ts';
import { ADDRESSEE_COLUMNS, addresseeValues, IS_ANOTHER_ADDRESSEE } from './addressee-columns.ts';

// The same addressee again is no change, and makes no version.
const add = statement<{ version: number }>(
  'bill-to-add',
  `insert into bill_to (invoice_id, version, recorded_at, recorded_by, ${ADDRESSEE_COLUMNS})
   select $1, b.version + 1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11
   from bill_to b where ${IS_ANOTHER_ADDRESSEE}
   returning version`,
);

/** Addresses a held invoice to somebody else; gives the version, null where it is addressed to them already. */
export async function addBillTo(
  { clock, actor }: Pick<Context, 'clock' | 'actor'>,
  tx: Tx,
  invoiceId: InvoiceId,
  billTo: BillTo,
): Promise<number | null> {
  const values = [invoiceId, clock.now(), actor?.accountId ?? null, ...addresseeValues(billTo)];
  const [added] = await within(tx, add, values);
  return added?.version ?? null;
}
