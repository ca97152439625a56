import { dayAt } from '../../../kernel/deadline.ts';
import type { AssociationId } from '../../../kernel/id.ts';
import type { LocalDate } from '../../../kernel/local-date.ts';
import type { Context } from '../../../platform/context.ts';
import { statement } from '../../../platform/database/statement.ts';
import type { InputIssues } from '../../../platform/graphql/input-issues.ts';
import { InputIssueCode } from '../../../platform/graphql/invalid-input.ts';

const read = statement<{ throughOn: LocalDate }>(
  'book-closed-through',
  'select through_on::text as "throughOn" from closed_period where book_id = $1',
);

/**
 * Blames a day on which something is said to have happened when it lies in the future or in a closed period. A book
 * that is closed a moment later posts it on its first open day.
 */
export async function judgeDay(
  { db, clock }: Pick<Context, 'db' | 'clock'>,
  issues: InputIssues,
  book: { readonly id: AssociationId; readonly timeZone: string },
  [field, day]: readonly [field: string, day: LocalDate],
): Promise<void> {
  if (day > dayAt(book.timeZone, clock.now()))
    issues.add(field, InputIssueCode.NOT_ALLOWED, 'payments.issue.future');
  const [closed] = await db.read(read, [book.id]);
  if (closed && day <= closed.throughOn)
    issues.add(field, InputIssueCode.NOT_ALLOWED, 'payments.issue.closed');
}
