import type { AssociationId } from '../../../../kernel/id.ts';
import { addDays, type LocalDate } from '../../../../kernel/local-date.ts';
import type { Context } from '../../../../platform/context.ts';
import { within, type Tx } from '../../../../platform/database/database.ts';
import { statement } from '../../../../platform/database/statement.ts';
import { closedThrough } from '../../ledger/closing/closed-through.ts';

const findBilled = statement<{ readonly one: number }>(
  'tax-election-billed-since',
  `select 1 as one from invoice i where i.issuer_id = $1 and i.issued_at >= $3 and i.issued_on >= $4
     and exists (select from invoice_line l where l.invoice_id = i.id and l.supplier_id = $2)
   limit 1`,
);

/** Why who accounts for a tax from that day on stands: the day is in a closed period, or an invoice answered it. */
export async function settledSince(
  context: Context,
  tx: Tx,
  { issuerId, supplierId }: { readonly issuerId: AssociationId; readonly supplierId: AssociationId },
  day: LocalDate,
): Promise<'closed' | 'billed' | null> {
  const closed = await closedThrough(context.db.joining(tx), issuerId);
  if (closed !== null && day <= closed) return 'closed';
  // Wherever the issuer is, the day has not begun by then: it lets the index find the invoices.
  const before = new Date(`${addDays(day, -1)}T00:00:00Z`);
  const billed = await within(tx, findBilled, [issuerId, supplierId, before, day]);
  return billed.length > 0 ? 'billed' : null;
}
