import type { AssociationId } from '../../../../kernel/id.ts';
import type { LocalDate } from '../../../../kernel/local-date.ts';
import type { Context } from '../../../../platform/context.ts';
import { statement } from '../../../../platform/database/statement.ts';
import type { Tax } from '../../billing-words.ts';
import type { LedgerAccount } from '../ledger-words.ts';
import type { LedgerScope } from './ledger-scope.ts';

export interface Balance {
  readonly account: LedgerAccount;
  readonly bodyId: AssociationId | null;
  readonly tax: Tax | null;
  readonly cents: bigint;
}

type Row = Omit<Balance, 'cents'> & { readonly cents: string };

const read = (name: string, whose: string): ReturnType<typeof statement<Row>> =>
  statement<Row>(
    name,
    `select account, body_id as "bodyId", tax, sum(cents)::text as cents from ledger_entry
     where book_id = $1 and ${whose} and ($3::date is null or posted_on <= $3)
       and ($4::text is null or account = $4)
     group by account, body_id, tax order by account, body_id, tax`,
  );
const ofBook = read('ledger-balances-of-book', '$2::uuid is null');
const ofBody = read('ledger-balances-of-body', 'body_id = $2');

/** What stands on each account at the end of a day; at the end of all that is posted where no day is given. */
export async function readBalances(
  { db }: Pick<Context, 'db'>,
  { bookId, bodyId, account }: Pick<LedgerScope, 'bookId' | 'bodyId' | 'account'>,
  on: LocalDate | null,
): Promise<Balance[]> {
  const rows = await db.read(bodyId === null ? ofBook : ofBody, [bookId, bodyId, on, account]);
  return rows.map(row => ({ ...row, cents: BigInt(row.cents) }));
}
