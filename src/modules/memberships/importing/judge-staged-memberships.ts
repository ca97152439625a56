import { statement } from '../../../platform/database/statement.ts';
import {
  judgement,
  type Judgement,
  type StagedFinding,
  type StagedRows,
} from '../../../platform/staging/staged-rows.ts';
import { SAME_TERM } from './changed-here.ts';
import { saidNow, saysAnew } from './said-of-stays.ts';
import { judgeStagedHolds } from './staged-holds.ts';

/** New and changed rows, with what they are sorted by. */
const ROWS = `
  select s.row_number, s.record_id, s.person_id, s.organization_id, s.verdict, s.data, s.was,
    s.data->>'memberNumber' as number, s.data->>'classCode' as code
  from staged_row s where s.batch_id = $1 and s.verdict in ('CREATE', 'CHANGE')`;

const classes = statement<StagedFinding>(
  'staged-memberships-classes',
  `select r.row_number as row, 'class' as field,
     case when c.id is null then 'CLASS_UNKNOWN' else 'CLASS_OF_OTHERS' end as code
   from (${ROWS}) r left join membership_class c on c.association_id = $2 and c.code = r.code
   where c.id is null
     or (r.person_id is not null and c.held_by <> 'PERSON')
     or (r.organization_id is not null and c.held_by <> 'ORGANIZATION')`,
);

// One number has one holder, and one holder one number.
const holders = statement<StagedFinding>(
  'staged-memberships-holders',
  `with known as materialized (
     select number, holder, row_number, first_value(holder) over n as holder_before,
       first_value(row_number) over n as first_of_number, first_value(number) over h as number_before,
       first_value(row_number) over h as first_of_holder
     from (select *, coalesce(person_id, organization_id) as holder from (${ROWS}) r) r where holder is not null
     window n as (partition by number order by row_number), h as (partition by holder order by row_number))
   select row_number as row, 'memberNumber' as field, 'NUMBER_OF_OTHER' as code, first_of_number as "otherRow"
   from known where holder <> holder_before
   union all
   select row_number, 'memberNumber', 'SECOND_NUMBER', first_of_holder from known where number <> number_before
   union all
   select k.row_number, 'memberNumber', 'NUMBER_OF_OTHER', null
   from known k join membership m on m.association_id = $2 and m.member_number = k.number
   where coalesce(m.person_id, m.organization_id) <> k.holder
   union all
   select k.row_number, 'memberNumber', 'SECOND_NUMBER', null
   from known k join membership m on m.association_id = $2 and m.person_id = k.holder and m.member_number <> k.number
   union all
   select k.row_number, 'memberNumber', 'SECOND_NUMBER', null
   from known k
   join membership m on m.association_id = $2 and m.organization_id = k.holder and m.member_number <> k.number`,
);

// Neighbours in time are compared: what will be on file. What rows repeat is not written, and is as it is on file.
const neighbours = (field: string, code: string, ofRows: string, onFile: string): string => `
  with rows as materialized (${ROWS}),
  stays as (
    select distinct on (id) * from (${ofRows} union all ${onFile}) both_of_them order by id, row_number nulls last),
  neighbours as (
    select row_number, from_on, lag(from_on) over w as from_before, lag(to_on) over w as to_before,
      lag(row_number) over w as row_before
    from stays window w as (partition by number order by from_on, id))
  select coalesce(row_number, row_before) as row, '${field}' as field, '${code}' as code,
    case when row_number is not null then row_before end as "otherRow"
  from neighbours where from_before is not null and (to_before is null or to_before > from_on)
    and coalesce(row_number, row_before) is not null`;

const MEMBERS = `membership m where m.association_id = $2 and m.member_number in (select number from rows)`;

const overlappingStays = statement<StagedFinding>(
  'staged-affiliations-overlapping',
  neighbours(
    'from',
    'STAYS_OVERLAP',
    `select w.record_id as id, w.number, coalesce(q.from_on, (w.data->>'from')::date) as from_on,
       case when q.id is null or ${saysAnew('to')} then (${saidNow('to')})::date else q.to_on end as to_on, w.row_number
     from rows w left join affiliation q on q.id = w.record_id and q.withdrawn_at is null`,
    `select a.id, m.member_number, a.from_on, a.to_on, null
     from (select * from ${MEMBERS}) m join affiliation a on a.membership_id = m.id and a.withdrawn_at is null`,
  ),
);

// A term is known by its number and its first day.
const overlappingTerms = statement<StagedFinding>(
  'staged-terms-overlapping',
  neighbours(
    'termFrom',
    'TERMS_OVERLAP',
    `select number || ' ' || (data->>'termFrom') as id, number, (data->>'termFrom')::date as from_on,
       (data->>'termTo')::date as to_on, row_number
     from rows w where data ? 'termFrom' and not ${SAME_TERM}`,
    `select m.member_number || ' ' || t.from_on, m.member_number, t.from_on, t.to_on, null
     from (select * from ${MEMBERS}) m join term t on t.membership_id = m.id and t.withdrawn_at is null`,
  ),
);

// Several rows may say one term, as where the class changes within it; then they say the same of it.
const termsTwice = statement<StagedFinding>(
  'staged-terms-twice',
  `select row_number as row, 'termTo' as field, 'TERM_TWICE' as code, first_row as "otherRow"
   from (
     select row_number, term, first_value(term) over w as first_term, first_value(row_number) over w as first_row,
       bool_or(is_new) over (partition by number, term_from) as any_new
     from (
       select s.row_number, s.data->>'memberNumber' as number, s.data->>'termFrom' as term_from,
         row(s.data->>'termTo', s.data->>'termKind') as term, s.verdict <> 'SAME' as is_new
       from staged_row s where s.batch_id = $1 and s.verdict <> 'HELD' and s.data ? 'termFrom') r
     window w as (partition by number, term_from order by row_number)) r
   where any_new and term is distinct from first_term`,
);

/** What would break a rule of memberships: classes, numbers and holders that do not fit, and periods that overlap. */
export const judgeStagedMemberships = (all: StagedRows, associationId: string): readonly Judgement[] => [
  ...[classes, holders, overlappingStays, overlappingTerms].map(asked =>
    judgement(asked, [all.batchId, associationId]),
  ),
  judgement(termsTwice, [all.batchId]),
  judgeStagedHolds(all, associationId),
];
