import { fromPublicId } from '../../../../kernel/id.ts';
import { statement } from '../../../../platform/database/statement.ts';
import type { ExportSource } from '../../../documents/index.ts';
import { ENTRY_COLUMNS, ENTRY_JOINS } from '../reading/ledger-entry.rows.ts';
import { remittanceById } from '../remitting/remittance.rows.ts';
import { amountInTable } from './amount-in-table.ts';
import { ENTRY_TABLE, entryInTable, type ExportedEntry } from './entry-in-table.ts';

const AT_ONCE = 1_000;

const COLUMNS = [...ENTRY_TABLE, 'owed', 'takenBack'] as const;

const read = statement<ExportedEntry & { readonly place: string }>(
  'remittance-statement',
  `select ${ENTRY_COLUMNS}, b.code as "bodyCode", item.occurred_at::text as place
   from remittance_item item join ledger_entry e on e.id = item.entry_id ${ENTRY_JOINS}
   left join association b on b.id = e.body_id
   where item.batch_id = $1
     and ($2::timestamptz is null or (item.occurred_at, item.entry_id) > ($2::timestamptz, $3::uuid))
   order by item.occurred_at, item.entry_id limit ${String(AT_ONCE)}`,
);

/** What stands in a batch, the oldest first: what the body is owed, and what was taken back, apart. */
export const exportStatement: ExportSource = {
  async subjectOf(context, associationId, publicId) {
    const id = fromPublicId('RemittanceBatch', publicId);
    const batch = id && (await context.load(remittanceById, id));
    const concerns = batch?.bookId === associationId || batch?.bodyId === associationId;
    return batch && concerns ? batch.id : null;
  },

  names: wording => COLUMNS.map(name => wording.of(`ledger.column.${name}`)),

  async *rows({ db }, { subjectId }, wording) {
    let before: { readonly id: string; readonly place: string } | undefined;
    for (;;) {
      const rows = await db.read(read, [subjectId, before?.place ?? null, before?.id ?? null]);
      for (const row of rows) {
        before = row;
        const cents = BigInt(row.cents);
        const line = {
          ...entryInTable(row, wording),
          owed: cents < 0n ? amountInTable(-cents, wording.locale) : '',
          takenBack: cents > 0n ? amountInTable(cents, wording.locale) : '',
        };
        yield COLUMNS.map(name => line[name]);
      }
      if (rows.length < AT_ONCE) return;
    }
  },
};
