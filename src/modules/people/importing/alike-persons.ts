import { within, type Tx } from '../../../platform/database/database.ts';
import { statement } from '../../../platform/database/statement.ts';
import {
  STAGED_ROWS,
  stagedValues,
  type StagedFinding,
  type StagedRows,
} from '../../../platform/staging/staged-rows.ts';

// The same name alone is no sign: there are too many of the same name.
const onFile = statement<StagedFinding>(
  'staged-persons-on-file',
  `select w.row_number as row, 'familyName' as field, 'PERSON_ON_FILE' as code, min(p.id::text) as "recordId"
   from (select * from ${STAGED_ROWS} and s.verdict = 'CREATE') w
   join person p on p.association_id = $4 and p.merged_into_id is null and p.search_key = w.data->>'searchKey'
     and (lower(p.contact_email) = lower(w.data->>'contactEmail') or p.work_phone = w.data->>'workPhone')
   group by w.row_number`,
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
export const personsAlikeOnFile = (
  tx: Tx,
  staged: StagedRows,
  associationId: string,
): Promise<StagedFinding[]> => within(tx, onFile, [...stagedValues(staged), associationId]);

/** New rows that seem to be the same person as one before them. */
export const personsAlikeInFile = (tx: Tx, batchId: string): Promise<StagedFinding[]> =>
  within(tx, inFile, [batchId]);
