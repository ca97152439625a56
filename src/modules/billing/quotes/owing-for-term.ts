import type { FeeItemId, MembershipId } from '../../../kernel/id.ts';
import type { LocalDate } from '../../../kernel/local-date.ts';
import { Money } from '../../../kernel/money.ts';
import type { Context } from '../../../platform/context.ts';
import { statement } from '../../../platform/database/statement.ts';
import type { Asked } from '../prices/index.ts';

interface Row {
  readonly dueOn: LocalDate | null;
  readonly owing: string;
  readonly charged: readonly FeeItemId[];
}

// A late fee is a share of all that the invoice of the term still asks, taxes and other items with it (domain-facts 1.3).
const read = statement<Row>(
  'owing-for-term',
  `select min(i.due_on)::text as "dueOn",
     coalesce(sum(i.total_cents - i.paid_cents - i.credited_cents), 0)::text as owing,
     (select coalesce(json_agg(distinct l.fee_item_id), '[]') from invoice_line l
      where l.membership_id = $1 and l.charged = 'WHEN_LATE' and l.released_at is null
        and daterange(l.period_from, l.period_to) && daterange($2, $3)) as charged
   from invoice i
   where i.total_cents > i.paid_cents + i.credited_cents and i.id in (
     select l.invoice_id from invoice_line l
     where l.membership_id = $1 and l.effect = 'EXTEND_TERM' and l.released_at is null
       and daterange(l.period_from, l.period_to) && daterange($2, $3))`,
);

/** What is still open of a term that was billed, since when it is due, and which fees for that stand already. */
export async function owingForTerm(
  { db }: Pick<Context, 'db'>,
  membershipId: MembershipId,
  term: Asked['term'],
): Promise<Pick<Asked, 'dueOn' | 'owing' | 'charged'>> {
  if (term === null) return {};
  const [row] = await db.read(read, [membershipId, term.from, term.to]);
  if (row === undefined) throw new Error('a sum without rows is a row');
  return { dueOn: row.dueOn, owing: Money.cad(BigInt(row.owing)), charged: row.charged };
}
