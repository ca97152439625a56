import { within, type Tx } from '../../../platform/database/database.ts';
import { statement } from '../../../platform/database/statement.ts';
import {
  CHANGED_ROWS,
  judgement,
  STAGED_ROWS,
  stagedValues,
  type Judgement,
  type StagedFinding,
  type StagedRows,
} from '../../../platform/staging/staged-rows.ts';
import { saidBefore, saidNow } from './said-of-stays.ts';
import { holdClashes } from './staged-holds.ts';

const lock = statement(
  'staged-memberships-lock',
  `select count(*) from (
     select from membership m where m.association_id = $4 and m.member_number in (
       select s.data->>'memberNumber' from ${STAGED_ROWS} and s.verdict in ('CREATE', 'CHANGE'))
     order by m.id for no key update) l`,
);

// The number of the lesser of two members stays with a record that has neither a holder nor a history any more.
const merged = statement<StagedFinding>(
  'staged-memberships-merged',
  `select w.row_number as row, 'memberNumber' as field, 'NUMBER_MERGED' as code
   from (select * from ${STAGED_ROWS} and s.verdict in ('CREATE', 'CHANGE')) w
   join membership m on m.association_id = $4 and m.member_number = w.data->>'memberNumber'
   where m.merged_into_id is not null`,
);

// One that is no longer on file was taken back here.
const stays = statement<StagedFinding>(
  'staged-affiliations-changed-here',
  `select w.row_number as row, f.field, 'CHANGED_HERE' as code
   from ${CHANGED_ROWS} left join affiliation a on a.id = w.record_id and a.withdrawn_at is null
   left join membership_class c on c.id = a.class_id
   cross join lateral (values
     ('class', c.code, ${saidBefore('classCode')}, ${saidNow('classCode')}),
     ('to', a.to_on::text, ${saidBefore('to')}, ${saidNow('to')}),
     ('reason', a.reason, ${saidBefore('reason')}, ${saidNow('reason')})) as f(field, on_file, was, said)
   where (a.id is null and f.field = 'class')
     or (a.id is not null and f.said is distinct from f.was and f.on_file is distinct from f.was
       and f.on_file is distinct from f.said)`,
);

/** Of a row `w`: whether it says the same term as last time, to the last day of it. */
export const SAME_TERM = `(w.was is not null and (w.was->>'termFrom', w.was->>'termTo', w.was->>'termKind')
  is not distinct from (w.data->>'termFrom', w.data->>'termTo', w.data->>'termKind'))`;

// What any row of the file said last of a term is the source's: beside it a new row may say it too.
const terms = statement<StagedFinding>(
  'staged-terms-changed-here',
  `select w.row_number as row, 'termTo' as field, 'CHANGED_HERE' as code
   from (select * from ${STAGED_ROWS} and s.verdict in ('CREATE', 'CHANGE') and s.data ? 'termFrom') w
   join membership m on m.association_id = $4 and m.member_number = w.data->>'memberNumber'
   join term t on t.membership_id = m.id and t.from_on = (w.data->>'termFrom')::date and t.withdrawn_at is null
   where not ${SAME_TERM} and (t.to_on::text, t.kind) is distinct from (w.data->>'termTo', w.data->>'termKind')
     and (w.was->>'termFrom', w.was->>'termTo', w.was->>'termKind')
       is distinct from (t.from_on::text, t.to_on::text, t.kind)
     and not exists (
       select from ${STAGED_ROWS} and s.data->>'memberNumber' = w.data->>'memberNumber'
         and (case s.verdict when 'SAME' then s.data else s.was end) @> jsonb_build_object(
           'termFrom', t.from_on, 'termTo', t.to_on, 'termKind', t.kind))`,
);

/** Locks the memberships that are on file until the transaction ends: they stay as they are judged. */
export async function lockStagedMemberships(
  tx: Tx,
  staged: StagedRows,
  associationId: string,
): Promise<void> {
  await within(tx, lock, [...stagedValues(staged), associationId]);
}

/** Rows that say something else of what was changed here since the last file: a number, a stay, a term or a hold. */
export const membershipsChangedHere = (all: StagedRows, associationId: string): readonly Judgement[] => [
  judgement(merged, [...stagedValues(all), associationId]),
  judgement(stays, stagedValues(all)),
  ...[terms, holdClashes].map(asked => judgement(asked, [...stagedValues(all), associationId])),
];
