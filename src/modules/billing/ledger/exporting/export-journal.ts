import { dayAt } from '../../../../kernel/deadline.ts';
import { statement } from '../../../../platform/database/statement.ts';
import { AssociationEntity } from '../../../associations/index.ts';
import type { ExportSource } from '../../../documents/index.ts';
import { ENTRY_COLUMNS, ENTRY_JOINS } from '../reading/ledger-entry.rows.ts';
import { amountInTable } from './amount-in-table.ts';
import { ENTRY_TABLE, entryInTable, type ExportedEntry } from './entry-in-table.ts';

const AT_ONCE = 1_000;

const COLUMNS = ['journal', ...ENTRY_TABLE, 'debit', 'credit'] as const;

const read = statement<ExportedEntry>(
  'journal-export',
  `select ${ENTRY_COLUMNS}, b.code as "bodyCode"
   from ledger_entry e ${ENTRY_JOINS} left join association b on b.id = e.body_id
   where e.book_id = $1 and ($2::date is null or e.posted_on >= $2) and e.posted_on <= $3
     and ($4::date is null or (e.posted_on, e.journal_id, e.id) > ($4, $5::uuid, $6::uuid))
   order by e.posted_on, e.journal_id, e.id limit ${String(AT_ONCE)}`,
);

/**
 * A book by the days on which its journals stand in it, each journal whole: debits and credits of the table are equal.
 * Instants are read as the days of the association that they lie in.
 */
export const exportJournal: ExportSource = {
  names: wording => COLUMNS.map(name => wording.of(`ledger.column.${name}`)),

  async *rows({ db }, { associationId, from, to }, wording) {
    const { timeZone } = await db.entities.findOneByOrFail(AssociationEntity, { id: associationId as never });
    const first = from && dayAt(timeZone, from);
    const last = dayAt(timeZone, new Date(to.getTime() - 1));
    let journals = 0;
    let before: ExportedEntry | undefined;
    for (;;) {
      const place = before ? [before.postedOn, before.journalId, before.id] : [null, null, null];
      const rows = await db.read(read, [associationId, first, last, ...place]);
      for (const row of rows) {
        if (row.journalId !== before?.journalId) journals++;
        before = row;
        const cents = BigInt(row.cents);
        const line = {
          journal: String(journals),
          ...entryInTable(row, wording),
          debit: cents > 0n ? amountInTable(cents, wording.locale) : '',
          credit: cents < 0n ? amountInTable(-cents, wording.locale) : '',
        };
        yield COLUMNS.map(name => line[name]);
      }
      if (rows.length < AT_ONCE) return;
    }
  },
};
