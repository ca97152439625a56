import { statement } from '../../../platform/database/statement.ts';
import {
  CHANGED_ROWS,
  judgement,
  stagedValues,
  type Judgement,
  type StagedFinding,
  type StagedRows,
} from '../../../platform/staging/staged-rows.ts';
import { handoverStandsAt } from '../principal/principal-handover.rows.ts';

// Neighbours in time are compared, those on file among those of the file, which are what will be on file.
const STAYS = (group: string, only: string): string => `
  with stays as (
    select distinct on (id) * from (
      select s.record_id as id, s.organization_id, s.person_id, s.data->>'role' as role,
        (s.data->>'fromAt')::timestamptz as from_at, (s.data->>'toAt')::timestamptz as to_at, s.row_number
      from staged_row s
      where s.batch_id = $1 and s.verdict in ('CREATE', 'CHANGE') and s.organization_id is not null
      union all
      select d.id, d.organization_id, d.person_id, d.role, d.from_at, d.to_at, null from delegation d
      where d.organization_id in (
        select s.organization_id from staged_row s where s.batch_id = $1 and s.verdict in ('CREATE', 'CHANGE'))
    ) both_of_them order by id, row_number nulls last),
  neighbours as (
    select *, lag(from_at) over w as from_before, lag(to_at) over w as to_before, lag(row_number) over w as row_before,
      lead(from_at) over w as from_after
    from stays ${only} window w as (partition by ${group} order by from_at, id))`;

const overlapping = statement<StagedFinding>(
  'staged-delegations-overlapping',
  `${STAYS('organization_id, person_id, role', '')}
   select coalesce(row_number, row_before) as row, 'from' as field, 'ROLE_TWICE' as code,
     case when row_number is not null then row_before end as "otherRow"
   from neighbours where from_before is not null and (to_before is null or to_before > from_at)
     and coalesce(row_number, row_before) is not null`,
);

const principals = statement<StagedFinding>(
  'staged-principals',
  `${STAYS('organization_id', `where role = 'PRINCIPAL'`)}
   select coalesce(row_number, row_before) as row, 'from' as field, 'TWO_PRINCIPALS' as code,
     case when row_number is not null then row_before end as "otherRow"
   from neighbours where from_before is not null and (to_before is null or to_before > from_at)
     and coalesce(row_number, row_before) is not null
   union all
   select row_number, 'to', 'PRINCIPAL_NOT_FOLLOWED', null
   from neighbours where row_number is not null and to_at is not null
     and (from_after is null or from_after > to_at)`,
);

// Whoever is suspended, or has offered the place, is not as the file left them either: somebody is at it here.
const changedHere = statement<StagedFinding>(
  'staged-delegations-changed-here',
  `select w.row_number as row, 'to' as field, 'CHANGED_HERE' as code
   from ${CHANGED_ROWS} left join delegation d on d.id = w.record_id
   where d.id is null
     or ((w.data->>'toAt')::timestamptz is distinct from d.to_at
       and (d.to_at is distinct from (w.was->>'toAt')::timestamptz or d.suspended_at is not null
         or (d.role = 'PRINCIPAL' and exists (
           select from principal_handover h
           where h.organization_id = d.organization_id and ${handoverStandsAt('$4')}))))`,
);

/** What would break a rule of delegations: a role twice at a time, two principals, or none after one. */
export const judgeStagedDelegations = ({ batchId }: StagedRows): readonly Judgement[] =>
  [overlapping, principals].map(asked => judgement(asked, [batchId]));

/** Rows that move a last day which was moved here since the last file. */
export const delegationsChangedHere = (staged: StagedRows, now: Date): Judgement =>
  judgement(changedHere, [...stagedValues(staged), now]);
