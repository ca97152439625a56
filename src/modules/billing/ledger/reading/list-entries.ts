import type { Context } from '../../../../platform/context.ts';
import { statement, type Statement } from '../../../../platform/database/statement.ts';
import type { ConnectionArgs, Page } from '../../../../platform/graphql/connection.ts';
import { pageOf, pageWindow } from '../../../../platform/graphql/page-window.ts';
import { ENTRY_COLUMNS, ENTRY_JOINS, type LedgerEntryRow } from './ledger-entry.rows.ts';
import { LedgerEntry } from './ledger-entry.type.ts';
import type { LedgerScope } from './ledger-scope.ts';

interface Walk {
  readonly forwards: Statement<LedgerEntryRow>;
  readonly backwards: Statement<LedgerEntryRow>;
  readonly count: Statement<{ readonly count: number }>;
}

/** One statement per direction and breadth, so that each walks its index. */
function walkOf(name: string, whose: string): Walk {
  const from = `from ledger_entry e ${ENTRY_JOINS}
    where e.book_id = $1 and ${whose} and ($3::date is null or e.posted_on >= $3)
      and ($4::date is null or e.posted_on <= $4) and ($5::text is null or e.account = $5)`;
  const walk = (direction: 'asc' | 'desc'): Statement<LedgerEntryRow> =>
    statement(
      `ledger-entries-${name}-${direction}`,
      `select ${ENTRY_COLUMNS} ${from}
         and ($6::date is null or (e.posted_on, e.journal_id, e.id) ${direction === 'asc' ? '>' : '<'} ($6, $7::uuid, $8::uuid))
       order by e.posted_on ${direction}, e.journal_id ${direction}, e.id ${direction} limit $9`,
    );
  return {
    forwards: walk('asc'),
    backwards: walk('desc'),
    count: statement(`ledger-entries-${name}-count`, `select count(*)::int as count ${from}`),
  };
}

const ofBook = walkOf('of-book', '$2::uuid is null');
const ofBody = walkOf('of-body', 'e.body_id = $2');

/** The entries of a book in the order of their days, journal by journal. Whoever asks judges who may see them. */
export function listEntries(
  { db, locale }: Pick<Context, 'db' | 'locale'>,
  { bookId, bodyId, from, to, account }: LedgerScope,
  args: ConnectionArgs,
): Promise<Page<LedgerEntry>> {
  const window = pageWindow(args, ['date', 'uuid', 'uuid']);
  const walk = bodyId === null ? ofBook : ofBody;
  const values = [bookId, bodyId, from, to, account];
  const [day = null, journal = null, id = null] = window.from ?? [];
  const read = window.backward ? walk.backwards : walk.forwards;
  return db.read(read, [...values, day, journal, id, window.rows]).then(rows =>
    pageOf(window, {
      rows,
      cursorOf: row => [row.postedOn, row.journalId, row.id],
      nodeOf: row => new LedgerEntry(row, locale),
      totalCount: async () => (await db.read(walk.count, values))[0]?.count ?? 0,
    }),
  );
}
