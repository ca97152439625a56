import type { MembershipId } from '../../../kernel/id.ts';
import { within, type Tx } from '../../../platform/database/database.ts';
import { statement } from '../../../platform/database/statement.ts';

// Whatever stands already comes about no second time. Where the invoice received nothing, nothing is freed: then only a
// line of nothing may come about, which goes with the others, and one whose effect was refused as it was issued.
const waiting = statement<{ readonly id: MembershipId }>(
  'memberships-billed-together',
  `select distinct coalesce(m.merged_into_id, m.id) as id
   from invoice_line own
   join invoice i on i.id = own.invoice_id
   join invoice_line other on other.invoice_id = i.id
   join membership m on m.id = other.membership_id
   where own.membership_id = any ($1::uuid[]) and own.released_at is null
     and other.membership_id <> all ($1::uuid[]) and other.released_at is null and other.effect <> 'NONE'
     and (i.paid_cents > 0 or other.net_cents + other.tax_cents = 0 or other.settlement = 'ON_INVOICE')
     and not exists (select from line_effect e where e.line_id = other.id and e.undone_at is null)`,
);

/** Whoever can get something by what is given back on the same invoices: it pays their lines. */
export const changedWith = async (
  tx: Tx,
  membershipIds: readonly string[],
): Promise<readonly MembershipId[]> => (await within(tx, waiting, [membershipIds])).map(({ id }) => id);
