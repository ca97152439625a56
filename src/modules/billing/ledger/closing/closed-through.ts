import type { LocalDate } from '../../../../kernel/local-date.ts';
import type { Database } from '../../../../platform/database/database.ts';
import { statement } from '../../../../platform/database/statement.ts';

const read = statement<{ through: LocalDate }>(
  'ledger-closed-through',
  'select through_on::text as through from closed_period where book_id = $1',
);

/** The last day on which nothing is posted any more; null where nothing was ever closed. */
export async function closedThrough(db: Pick<Database, 'read'>, bookId: string): Promise<LocalDate | null> {
  const [closed] = await db.read(read, [bookId]);
  return closed?.through ?? null;
}
