import type { InvoiceId, MembershipId } from '../../../kernel/id.ts';
import { within, type Tx } from '../../../platform/database/database.ts';
import { statement } from '../../../platform/database/statement.ts';
import { holdMemberships } from '../../memberships/index.ts';
import type { HeldInvoice } from './held-invoice.ts';
import { holdInvoices } from './hold-invoices.ts';

const membershipsOf = statement<{ id: MembershipId }>(
  'invoices-memberships',
  `select distinct coalesce(m.merged_into_id, m.id) as id
   from (select membership_id from invoice where id = any ($1::uuid[])
     union select membership_id from invoice_line where invoice_id = any ($1::uuid[])) t
   join membership m on m.id = t.membership_id`,
);

/**
 * Holds invoices, in the order asked for, and before them the memberships that they are about. Every act takes its locks
 * in one order, so that no two of them wait for each other: memberships, invoices, payments, credits of payers by book
 * and by key (`holdCredits`), and numbers of documents last. An act on a membership holds that one and whomever it may
 * change with it, and whoever holds an invoice that is about one of them has waited for it before.
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
