import type { InvoiceId, MembershipId } from '../../../kernel/id.ts';
import { within, type Tx } from '../../../platform/database/database.ts';
import { statement } from '../../../platform/database/statement.ts';
import { holdMemberships } from '../../memberships/index.ts';
import type { HeldInvoice } from '../invoices/held-invoice.ts';
import { holdInvoices } from '../invoices/hold-invoices.ts';

const membershipsOf = statement<{ id: MembershipId }>(
  'invoices-memberships-settled',
  `select distinct coalesce(m.merged_into_id, m.id) as id from invoice_line l join membership m on m.id = l.membership_id
   where l.invoice_id = any ($1::uuid[]) and l.effect <> 'NONE'`,
);

/**
 * Holds invoices, in the order asked for, and before them the memberships that their lines change: every act takes
 * these locks in this order, so that no two of them wait for each other.
 */
export async function holdToSettle(tx: Tx, invoiceIds: readonly InvoiceId[]): Promise<HeldInvoice[]> {
  if (invoiceIds.length === 0) return [];
  const memberships = await within(tx, membershipsOf, [invoiceIds]);
  await holdMemberships(
    tx,
    memberships.map(({ id }) => id),
  );
  return holdInvoices(tx, invoiceIds);
}
