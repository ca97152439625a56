import type { AssociationId, InvoiceLineId } from '../../src/kernel/id.ts';
import { Money } from '../../src/kernel/money.ts';
import type { Tax } from '../../src/modules/billing/billing-words.ts';
import { sharesOf } from '../../src/modules/billing/ledger/index.ts';
import type { Portal } from '../support/portal.ts';
import { add } from './books.ts';

interface LineRow {
  readonly id: InvoiceLineId;
  readonly supplier_id: AssociationId;
  readonly net: string;
  readonly paid: string;
  readonly paid_of_invoice: string;
  readonly lines_paid: string;
  readonly taxes: readonly { readonly tax: Tax; readonly cents: string }[] | null;
}

// Told from documents alone: the invoices and their credit notes, never the ledger.
const LINES = `
  select l.id, l.supplier_id, l.paid_cents as paid, i.paid_cents as paid_of_invoice,
    (select sum(x.paid_cents) from invoice_line x where x.invoice_id = i.id) as lines_paid,
    l.net_cents - coalesce((select sum(net_cents) from credit_note_line c where c.line_id = l.id), 0) as net,
    (select json_agg(json_build_object('tax', t.tax, 'cents', (t.cents - coalesce((
       select sum(c.cents) from credit_note_line_tax c where c.line_id = t.line_id and c.tax = t.tax), 0))::text)
       order by t.tax)
     from invoice_line_tax t where t.line_id = l.id) as taxes
  from invoice_line l join invoice i on i.id = l.invoice_id where i.issuer_id = $1`;

const CASH = `
  select (select coalesce(sum(cents), 0) from payment where receiver_id = $1)
    - (select coalesce(sum(p.cents), 0) from payment_return r join payment p on p.id = r.payment_id
       where p.receiver_id = $1)
    - (select coalesce(sum(cents), 0) from refund
       where book_id = $1 and way <> 'CREDIT' and approved_at is not null and failed_at is null)
    - (select coalesce(sum(case kind when 'CLAIM' then -cents else cents end), 0) from remittance_batch
       where book_id = $1 and paid_at is not null and reversed_at is null) as cents`;

// By what batches gathered, as far as it was paid or claimed.
const HANDED_ON = `
  select e.account, e.body_id, e.tax, -sum(e.cents) as cents from remittance_batch b
  join remittance_item i on i.batch_id = b.id join ledger_entry e on e.id = i.entry_id
  where b.book_id = $1 and b.reversed_at is null
    and case b.kind when 'CLAIM' then b.approved_at is not null else b.paid_at is not null end
  group by e.account, e.body_id, e.tax`;

const CLAIMED = `
  select body_id, sum(cents) as cents from remittance_batch
  where book_id = $1 and kind = 'CLAIM' and approved_at is not null and paid_at is null and reversed_at is null
  group by body_id`;

const POSTED = `
  select account, body_id, tax, sum(cents) as cents from ledger_entry where book_id = $1 group by account, body_id, tax`;

const OF_LINES = `
  select line_id, account, body_id, tax, sum(cents) as cents from ledger_entry
  where book_id = $1 and line_id is not null group by line_id, account, body_id, tax`;

const LAME = `select journal_id from ledger_entry where book_id = $1 group by journal_id having sum(cents) <> 0`;

interface Sum {
  readonly account: string;
  readonly body_id: string | null;
  readonly tax: string | null;
  readonly cents: string;
}

const keyOf = ({ account, body_id: body, tax }: Omit<Sum, 'cents'>): string =>
  [account, body, tax].filter(part => part !== null).join(' ');
const asText = (tally: ReadonlyMap<string, number>): string[] =>
  [...tally].map(([key, cents]) => `${key}: ${String(cents)}`).sort();

/** What a book says, and what the documents say that it must: invoices, credit notes, payments, refunds and batches. */
export async function bothCounts(
  { parts }: Portal,
  book: AssociationId,
): Promise<{ readonly posted: readonly string[]; readonly counted: readonly string[] }> {
  const query = <Row>(sql: string): Promise<Row[]> => parts.db.entities.query<Row[]>(sql, [book]);
  const posted = new Map<string, number>();
  const counted = new Map<string, number>();
  for (const row of await query<Sum>(POSTED)) add(posted, keyOf(row), Number(row.cents));
  for (const row of await query<Sum & { line_id: string }>(OF_LINES))
    add(posted, `line ${row.line_id} ${keyOf(row)}`, Number(row.cents));
  for (const { journal_id: id } of await query<{ journal_id: string }>(LAME))
    add(posted, `lame journal ${id}`, 1);

  for (const line of await query<LineRow>(LINES)) {
    if (line.paid_of_invoice !== line.lines_paid) add(posted, `miscounted invoice of ${line.id}`, 1);
    const taxes = (line.taxes ?? []).map(({ tax, cents }) => ({ tax, amount: Money.cad(BigInt(cents)) }));
    const shares = sharesOf({ net: Money.cad(BigInt(line.net)), taxes }, Money.cad(BigInt(line.paid)));
    const tell = (key: string, share: Money): void => {
      add(counted, key, -Number(share.cents));
      add(counted, `line ${line.id} ${key}`, -Number(share.cents));
    };
    tell(`OWED ${line.supplier_id}`, shares.net);
    for (const [tax, share] of shares.taxes) tell(`TAX ${line.supplier_id} ${tax}`, share);
  }
  for (const row of await query<Sum>(HANDED_ON)) add(counted, keyOf(row), Number(row.cents));
  for (const row of await query<Sum>(CLAIMED))
    add(counted, `CLAIMED ${String(row.body_id)}`, Number(row.cents));
  const [cash] = await query<{ cents: string }>(CASH);
  add(counted, 'CASH', Number(cash?.cents));
  // What is neither a body's nor a tax is the payers'.
  const sum = [...counted].reduce((all, [key, cents]) => (key.startsWith('line ') ? all : all + cents), 0);
  add(counted, 'PAYER_CREDIT', -sum);
  return { posted: asText(posted), counted: asText(counted) };
}

// What refunds gave out of the house, the cheque that they are of takes a second time when it bounces.
const LEFT = `
  select payer, sum(cents)::text as cents from (
    select payer_person_id as payer, -cents as cents from ledger_entry where book_id = $1 and account = 'PAYER_CREDIT'
    union all select payer_person_id, paid_cents from invoice where issuer_id = $1
    union all select p.payer_person_id, r.cents from refund r join payment p on p.id = r.payment_id
      where r.book_id = $1 and r.way <> 'CREDIT' and r.approved_at is not null and r.failed_at is null) t
  group by payer having sum(cents) <> 0`;

/**
 * Once every payment of a book has come back: what payers have, in credit and on what they owe, beyond nothing and
 * what they were refunded.
 */
export const leftOfPayers = ({ parts }: Portal, book: AssociationId): Promise<object[]> =>
  parts.db.entities.query<object[]>(LEFT, [book]);
