import { dayAt } from '../../../../kernel/deadline.ts';
import { fromPublicId, type AssociationId } from '../../../../kernel/id.ts';
import type { LocalDate } from '../../../../kernel/local-date.ts';
import { recordAudit } from '../../../../platform/audit/record-audit.ts';
import type { Context } from '../../../../platform/context.ts';
import { within, type Tx } from '../../../../platform/database/database.ts';
import { onceAfter } from '../../../../platform/database/idempotency.ts';
import { statement } from '../../../../platform/database/statement.ts';
import { Forbidden } from '../../../../platform/graphql/faults.ts';
import { InputIssues } from '../../../../platform/graphql/input-issues.ts';
import { InputIssueCode } from '../../../../platform/graphql/invalid-input.ts';
import { refuse } from '../../../../platform/problem.ts';
import { actorOf } from '../../../accounts/index.ts';
import { bodyForStaff } from '../../../associations/index.ts';
import { closedThrough } from './closed-through.ts';
import { PeriodClosedAlready } from './closing.problems.ts';

export interface ClosePeriod {
  readonly bookId: string;
  /** The last day that is closed. */
  readonly throughOn: LocalDate;
  readonly idempotencyKey: string | undefined;
}

// Waits for every journal that is being written in the book, and lets no other begin until this is over.
const hold = statement('ledger-hold-to-close', 'select from association where id = $1 for update');

const close = statement<{ through: LocalDate }>(
  'ledger-close-period',
  `insert into closed_period as kept (book_id, through_on, closed_at, closed_by) values ($1, $2, $3, $4)
   on conflict (book_id) do update
     set through_on = excluded.through_on, closed_at = excluded.closed_at, closed_by = excluded.closed_by
     where kept.through_on < excluded.through_on
   returning through_on::text as through`,
);

/** Closes a book up to a day, for good: what is recorded later stands on the first open day. */
export async function closePeriod(
  context: Context,
  { idempotencyKey: key, ...input }: ClosePeriod,
): Promise<AssociationId> {
  const id = fromPublicId('Association', input.bookId);
  const book = id && (await bodyForStaff(context, 'CLOSE_PERIODS', id));
  if (!book) throw new Forbidden('STAFF');
  return await onceAfter(
    context,
    async () => {
      judge(context, book.timeZone, input.throughOn);
      return Promise.resolve();
    },
    { operation: 'closePeriod', key, input },
    tx => put(context, tx, book.id, input.throughOn),
  );
}

function judge({ clock, wording }: Context, timeZone: string, throughOn: LocalDate): void {
  const issues = new InputIssues(wording);
  if (throughOn >= dayAt(timeZone, clock.now()))
    issues.add('throughOn', InputIssueCode.NOT_ALLOWED, 'ledger.closing.notOver');
  issues.refuseIfAny();
}

async function put(
  context: Context,
  tx: Tx,
  bookId: AssociationId,
  throughOn: LocalDate,
): Promise<AssociationId> {
  await within(tx, hold, [bookId]);
  const before = await closedThrough(context.db.joining(tx), bookId);
  const values = [bookId, throughOn, context.clock.now(), actorOf(context).accountId];
  const closed = await within(tx, close, values);
  if (closed.length === 0) refuse(new PeriodClosedAlready(before ?? throughOn));
  await recordAudit(context, tx, {
    act: 'closePeriod',
    subjectKind: 'Association',
    subjectId: bookId,
    associationId: bookId,
    before: { throughOn: before },
    after: { throughOn },
  });
  return bookId;
}
