import { defineLoader, type Loader } from '../../../../platform/database/loader.ts';
import { statement } from '../../../../platform/database/statement.ts';
import type { Tax } from '../../billing-words.ts';
import type { LedgerAccount } from '../ledger-words.ts';

/** What a batch is made of: above zero what the body is owed. */
export interface RemittancePart {
  readonly account: LedgerAccount;
  readonly tax: Tax | null;
  readonly owed: string;
}

/** Reversed batches keep what stood in them. */
const read = statement<RemittancePart & { readonly batchId: string }>(
  'remittance-parts',
  `select i.batch_id as "batchId", e.account, e.tax, (-sum(e.cents))::text as owed
   from remittance_item i join ledger_entry e on e.id = i.entry_id where i.batch_id = any ($1::uuid[])
   group by i.batch_id, e.account, e.tax order by i.batch_id, e.account, e.tax`,
);

export const partsOfRemittance: Loader<string, readonly RemittancePart[]> = defineLoader(
  async (context, batchIds: readonly string[]) => {
    const rows = await context.db.read(read, [batchIds]);
    return batchIds.map(id => rows.filter(({ batchId }) => batchId === id));
  },
);
