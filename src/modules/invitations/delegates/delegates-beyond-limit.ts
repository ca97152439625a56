import type { LocalDate } from '../../../kernel/local-date.ts';
import { statement } from '../../../platform/database/statement.ts';
import {
  judgement,
  STAGED_ROWS,
  stagedValues,
  type Judgement,
  type StagedFinding,
  type StagedRows,
} from '../../../platform/staging/staged-rows.ts';

// Counted as `delegateRoomOf` counts, as it will be once the rows are written: of those whom they bring, in their order,
// whoever finds no room is told. Whoever is there and stays is brought by none of them.
const beyond = statement<StagedFinding>(
  'staged-delegates-beyond-limit',
  `with coming as materialized (
     select s.organization_id, s.person_id, min(s.row_number) as row_number from ${STAGED_ROWS}
       and s.verdict in ('CREATE', 'CHANGE') and s.person_id is not null and s.organization_id is not null
       and (s.data->>'fromAt')::timestamptz <= $5
       and (s.data->>'toAt' is null or (s.data->>'toAt')::timestamptz > $5)
     group by 1, 2),
   limits as materialized (
     select m.organization_id, min(c.delegate_limit) as most
     from membership m join affiliation f on f.membership_id = m.id join membership_class c on c.id = f.class_id
     where m.association_id = $4 and m.organization_id in (select organization_id from coming)
       and c.delegate_limit is not null and f.withdrawn_at is null and f.from_on <= $6 and (f.to_on is null or f.to_on > $6)
     group by 1),
   there as materialized (
     select d.organization_id, d.person_id::text as who from delegation d
     where d.organization_id in (select organization_id from limits)
       and d.from_at <= $5 and (d.to_at is null or d.to_at > $5)
       and (d.id not in (select s.record_id from ${STAGED_ROWS} and s.verdict = 'CHANGE')
         or (d.organization_id, d.person_id) in (select organization_id, person_id from coming))
     union
     select i.organization_id, coalesce(i.person_id::text, 'nobody yet') from invitation i
     where i.organization_id in (select organization_id from limits) and i.expires_at >= $5
       and i.accepted_at is null and i.declined_at is null and i.revoked_at is null),
   counts as (select organization_id, count(*) as many from there group by 1),
   newcomers as (
     select c.row_number, l.most, row_number() over (partition by c.organization_id order by c.row_number) as place,
       coalesce(n.many, 0) as there_already
     from coming c join limits l using (organization_id) left join counts n using (organization_id)
     where not exists (
       select from there t where t.organization_id = c.organization_id and t.who = c.person_id::text))
   select row_number as row, 'person' as field, 'DELEGATE_LIMIT' as code from newcomers
   where there_already + place > most`,
);

/** Rows of delegations by which more people would act for an organization than the class of its membership lets. */
export const delegatesBeyondLimit = (
  all: StagedRows,
  {
    associationId,
    now,
    today,
  }: { readonly associationId: string; readonly now: Date; readonly today: LocalDate },
): Judgement => judgement(beyond, [...stagedValues(all), associationId, now, today]);
