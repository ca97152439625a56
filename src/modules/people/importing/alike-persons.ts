import { statement } from '../../../platform/database/statement.ts';
import {
  judgement,
  STAGED_ROWS,
  stagedValues,
  type Judgement,
  type StagedFinding,
  type StagedRows,
} from '../../../platform/staging/staged-rows.ts';

// The same name alone is no sign: there are too many of the same name. Looked up one by one and in the order of the
// index of names: where nothing was analysed yet, a join goes through everybody for each row.
const onFile = statement<StagedFinding>(
  'staged-persons-on-file',
  `select w.row_number as row, 'familyName' as field, 'PERSON_ON_FILE' as code, p.id as "recordId"
   from (select * from ${STAGED_ROWS} and s.verdict = 'CREATE') w
   cross join lateral (
     select p.id from person p
     where p.association_id = $4 and p.merged_into_id is null and p.search_key = w.data->>'searchKey'
       and (lower(p.contact_email) = lower(w.data->>'contactEmail') or p.work_phone = w.data->>'workPhone')
     order by p.id limit 1) p`,
);

const inFile = statement<StagedFinding>(
  'staged-persons-in-file',
  `select row, 'familyName' as field, 'PERSON_IN_FILE' as code, other as "otherRow" from (
     select s.row_number as row, min(s.row_number) over (partition by (s.data->>'searchKey') collate "C", n.near collate "C") as other
     from staged_row s, lateral (values (lower(s.data->>'contactEmail')), (s.data->>'workPhone')) as n(near)
     where s.batch_id = $1 and s.verdict = 'CREATE' and n.near is not null) w
   where row > other group by row, other`,
);

/** New rows that seem to be somebody who is on file already. They are told to staff, who merge: nothing else does. */
export const personsAlikeOnFile = (staged: StagedRows, associationId: string): Judgement =>
  judgement(onFile, [...stagedValues(staged), associationId]);

/** New rows that seem to be the same person as one before them. */
export const personsAlikeInFile = ({ batchId }: StagedRows): Judgement => judgement(inFile, [batchId]);
