import type { AssociationId, InvoiceLineId } from '../../../kernel/id.ts';
import { Money } from '../../../kernel/money.ts';
import { within, type Tx } from '../../../platform/database/database.ts';
import { statement } from '../../../platform/database/statement.ts';
import type { Tax } from '../billing-words.ts';
import type { LedgerLine } from './payment-postings.ts';

interface Row {
  readonly id: InvoiceLineId;
  readonly supplier_id: AssociationId;
  readonly tax_body_id: AssociationId;
  readonly net: string;
  readonly paid: string;
  readonly taxes: readonly { readonly tax: Tax; readonly cents: string }[];
}

// Who accounts for a line's taxes is asked of the day of its invoice: one line has one answer for good.
const read = statement<Row>(
  'ledger-lines',
  `select l.id, l.supplier_id, coalesce(election.issuer_id, l.supplier_id) as tax_body_id,
     (l.net_cents - coalesce((select sum(c.net_cents) from credit_note_line c where c.line_id = l.id), 0))::text as net,
     l.paid_cents::text as paid,
     coalesce((
       select json_agg(json_build_object('tax', t.tax, 'cents', (t.cents - coalesce((
         select sum(c.cents) from credit_note_line_tax c where c.line_id = l.id and c.tax = t.tax), 0))::text)
         order by t.tax)
       from invoice_line_tax t where t.line_id = l.id), '[]') as taxes
   from invoice_line l
   join invoice i on i.id = l.invoice_id
   left join tax_accounting_election election on election.supplier_id = l.supplier_id
     and election.issuer_id = i.issuer_id and election.from_on <= i.issued_on
     and (election.to_on is null or i.issued_on < election.to_on)
   where l.id = any($1)`,
);

/**
 * Lines as they stand, for the postings of an act on them: read them while their invoices are held, before the act
 * counts anything on them and before it writes its credit note.
 */
export async function ledgerLines(tx: Tx, ids: readonly InvoiceLineId[]): Promise<LedgerLine[]> {
  const rows = await within(tx, read, [ids]);
  return rows.map(row => ({
    id: row.id,
    supplierId: row.supplier_id,
    taxBodyId: row.tax_body_id,
    net: Money.cad(BigInt(row.net)),
    taxes: row.taxes.map(({ tax, cents }) => ({ tax, amount: Money.cad(BigInt(cents)) })),
    paid: Money.cad(BigInt(row.paid)),
  }));
}
