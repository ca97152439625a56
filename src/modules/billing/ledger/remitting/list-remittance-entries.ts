import type { Context } from '../../../../platform/context.ts';
import type { ConnectionArgs, Page } from '../../../../platform/graphql/connection.ts';
import { readOwnedWalk, walkOfEach } from '../../../../platform/graphql/owned-walk.ts';
import { ENTRY_COLUMNS, ENTRY_JOINS, type LedgerEntryRow } from '../reading/ledger-entry.rows.ts';
import { LedgerEntry } from '../reading/ledger-entry.type.ts';

const ofBatch = walkOfEach<LedgerEntryRow>('remittance-entries', {
  columns: ENTRY_COLUMNS,
  from: batch =>
    `from remittance_item item join ledger_entry e on e.id = item.entry_id ${ENTRY_JOINS}
     where item.batch_id = ${batch} and $2::timestamptz is not null`,
  values: 1,
  instant: 'item.occurred_at',
  id: 'item.entry_id',
});

/** What stands in a batch. Whoever asks judges who may see it. */
export const listRemittanceEntries = (
  context: Context,
  batchId: string,
  args: ConnectionArgs,
): Promise<Page<LedgerEntry>> =>
  readOwnedWalk(context, ofBatch, batchId, [], args, row => new LedgerEntry(row, context.locale));
