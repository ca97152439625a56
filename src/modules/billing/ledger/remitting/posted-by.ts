import type { AssociationId } from '../../../../kernel/id.ts';
import { Money } from '../../../../kernel/money.ts';
import { within, type Tx } from '../../../../platform/database/database.ts';
import { statement } from '../../../../platform/database/statement.ts';
import type { Tax } from '../../billing-words.ts';
import type { Posting } from '../post-journal.ts';
import type { OwedPart } from './remittance-postings.ts';

type Row = { readonly cents: string } & (
  | { readonly account: 'CASH'; readonly bodyId: null; readonly tax: null }
  | { readonly account: 'OWED' | 'CLAIMED'; readonly bodyId: AssociationId; readonly tax: null }
  | { readonly account: 'TAX'; readonly bodyId: AssociationId; readonly tax: Tax }
);

const ofEntries = statement<Extract<Row, { account: 'OWED' | 'TAX' | 'CLAIMED' }>>(
  'remittance-owed-by-entries',
  `select e.account, e.tax, (-sum(e.cents))::text as cents
   from remittance_item i join ledger_entry e on e.id = i.entry_id where i.batch_id = $1
   group by e.account, e.tax order by e.account, e.tax`,
);
const ofJournals = statement<Row>(
  'remittance-posted',
  `select e.account, e.body_id as "bodyId", e.tax, sum(e.cents)::text as cents
   from journal j join ledger_entry e on e.journal_id = j.id where j.cause_id = $1
   group by e.account, e.body_id, e.tax order by e.account, e.body_id, e.tax`,
);

/** What the entries of a batch add up to. */
export async function owedBy(tx: Tx, batchId: string): Promise<OwedPart[]> {
  const rows = await within(tx, ofEntries, [batchId]);
  return rows.map(({ account, tax, cents }) => {
    const owed = Money.cad(BigInt(cents));
    return account === 'TAX' ? { account, tax, owed } : { account: 'OWED', owed };
  });
}

/** All that was posted for a batch so far. */
export async function postedFor(tx: Tx, batchId: string): Promise<Posting[]> {
  const rows = await within(tx, ofJournals, [batchId]);
  return rows.map(({ cents, ...row }): Posting => {
    const amount = Money.cad(BigInt(cents));
    if (row.account === 'CASH') return { account: row.account, amount };
    if (row.account === 'TAX') return { account: row.account, bodyId: row.bodyId, tax: row.tax, amount };
    return { account: row.account, bodyId: row.bodyId, amount };
  });
}
