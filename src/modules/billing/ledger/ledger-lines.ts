import type { AssociationId, InvoiceLineId } from '../../../kernel/id.ts';
import { Money } from '../../../kernel/money.ts';
import { within, type Tx } from '../../../platform/database/database.ts';
import { statement } from '../../../platform/database/statement.ts';
import type { Tax } from '../billing-words.ts';
import { registrationFor, type TaxRegistrationKind } from '../taxes/index.ts';
import type { LedgerLine } from './payment-postings.ts';

interface Row {
  readonly id: InvoiceLineId;
  readonly supplier_id: AssociationId;
  readonly issuer_id: AssociationId;
  readonly elected: readonly TaxRegistrationKind[];
  readonly net: string;
  readonly paid: string;
  readonly taxes: readonly { readonly tax: Tax; readonly cents: string }[];
}

// Who accounts for a line's taxes is asked of the day of its invoice: one line has one answer for good.
const read = statement<Row>(
  'ledger-lines',
  `select l.id, l.supplier_id, i.issuer_id,
     coalesce((
       select json_agg(e.kind) from tax_accounting_election e
       where e.supplier_id = l.supplier_id and e.issuer_id = i.issuer_id
         and e.from_on <= i.issued_on and (e.to_on is null or i.issued_on < e.to_on)), '[]') as elected,
     (l.net_cents - coalesce((select sum(c.net_cents) from credit_note_line c where c.line_id = l.id), 0))::text as net,
     l.paid_cents::text as paid,
     coalesce((
       select json_agg(json_build_object('tax', t.tax, 'cents', (t.cents - coalesce((
         select sum(c.cents) from credit_note_line_tax c where c.line_id = l.id and c.tax = t.tax), 0))::text)
         order by t.tax)
       from invoice_line_tax t where t.line_id = l.id), '[]') as taxes
   from invoice_line l
   join invoice i on i.id = l.invoice_id
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
    taxBodies: Object.fromEntries(
      row.taxes.filter(({ tax }) => isElected(row, tax)).map(({ tax }) => [tax, row.issuer_id]),
    ),
    net: Money.cad(BigInt(row.net)),
    taxes: row.taxes.map(({ tax, cents }) => ({ tax, amount: Money.cad(BigInt(cents)) })),
    paid: Money.cad(BigInt(row.paid)),
  }));
}

function isElected({ elected }: Row, tax: Tax): boolean {
  const kind = registrationFor(tax);
  return kind !== null && elected.includes(kind);
}
