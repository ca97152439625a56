import type { LocalDate } from '../../../../kernel/local-date.ts';
import { within, type Tx } from '../../../../platform/database/database.ts';
import { statement, type Statement } from '../../../../platform/database/statement.ts';
import { CLOSING_REASONS } from '../../../memberships/index.ts';
import { InvitationSelection } from '../invitation-run.enums.ts';
import type { InvitationRunFacts } from '../invitation-run.rows.ts';

const reasons = CLOSING_REASONS.map(reason => `'${reason}'`).join(', ');

/** Of the class $3, or of any, on the day $4. */
const isMember = `exists (
  select from affiliation f join membership_class c on c.id = f.class_id
  where f.membership_id = m.id and ($3::text is null or c.code = $3) and f.reason not in (${reasons})
    and f.withdrawn_at is null and f.from_on <= $4::date and (f.to_on is null or f.to_on > $4::date))`;

const ADDRESSED = `'email', coalesce(p.contact_email, ''), 'locale', p.locale, 'personId', p.id`;

const insertAs = (name: string, source: string): Statement<{ readonly row: number }> =>
  statement(
    name,
    `insert into invitation_run_row (run_id, row_number, draft)
     select $1, row_number() over (order by s.search_key, s.id, s.other_id), s.draft from (${source} limit $5) s
     returning row_number as row`,
  );

const members = insertAs(
  'invitation-run-members',
  `select p.search_key, p.id, m.id as other_id, jsonb_build_object(${ADDRESSED}, 'membershipId', m.id) as draft
   from membership m join person p on p.id = m.person_id
   where m.association_id = $2 and m.merged_into_id is null and p.merged_into_id is null and p.account_id is null
     and ${isMember}`,
);

// The association's own membership: the class of an organization is one, as of its delegate limit.
const delegates = insertAs(
  'invitation-run-delegates',
  `select p.search_key, p.id, o.id as other_id,
     jsonb_build_object(${ADDRESSED}, 'organizationId', o.id, 'roles', json_agg(distinct d.role)) as draft
   from organization o
     join delegation d on d.organization_id = o.id and d.from_at <= $6 and (d.to_at is null or d.to_at > $6)
       and d.suspended_at is null
     join person p on p.id = d.person_id
   where o.association_id = $2 and o.merged_into_id is null and p.merged_into_id is null and p.account_id is null
     and exists (select from membership m where m.association_id = $2 and m.organization_id = o.id
       and m.merged_into_id is null and ${isMember})
   group by p.id, o.id`,
);

/** Writes down who is of the selection at this moment; answers how many, one more than the most at the most. */
export async function stageSelection(
  tx: Tx,
  { id, associationId, selection, classCode }: InvitationRunFacts,
  { now, today, most }: { readonly now: Date; readonly today: LocalDate; readonly most: number },
): Promise<number> {
  const values = [id, associationId, classCode, today, most + 1];
  const rows =
    selection === InvitationSelection.MEMBERS
      ? await within(tx, members, values)
      : await within(tx, delegates, [...values, now]);
  return rows.length;
}
