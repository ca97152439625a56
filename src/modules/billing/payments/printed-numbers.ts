import type { AssociationId, InvoiceId } from '../../../kernel/id.ts';
import { within, type Tx } from '../../../platform/database/database.ts';
import { statement } from '../../../platform/database/statement.ts';
import type { HeldInvoice } from '../invoices/held-invoice.ts';
import { invoiceNumber } from '../invoices/printed-number.ts';

const codes = statement<{ id: AssociationId; code: string }>(
  'association-codes',
  'select id, code from association where id = any ($1::uuid[])',
);

/** What stands on top of the invoices: `OPPI-2026-000123`. */
export async function printedNumbers(
  tx: Tx,
  invoices: readonly Pick<HeldInvoice, 'id' | 'issuerId' | 'fiscalYear' | 'number'>[],
): Promise<(id: InvoiceId) => string> {
  const found = await within(tx, codes, [[...new Set(invoices.map(({ issuerId }) => issuerId))]]);
  const codeOf = new Map(found.map(({ id, code }) => [id, code]));
  const numbers = new Map(
    invoices.map(invoice => [invoice.id, invoiceNumber(codeOf.get(invoice.issuerId) ?? '', invoice)]),
  );
  return id => numbers.get(id) ?? '';
}
