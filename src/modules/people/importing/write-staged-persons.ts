import type { Parts } from '../../../platform/context.ts';
import { recordChanges, type OnBehalfOf, type RecordChange } from '../../../platform/audit/record-changes.ts';
import { within, type Tx } from '../../../platform/database/database.ts';
import { statement } from '../../../platform/database/statement.ts';
import { STAGED_ROWS, stagedValues, type StagedRows } from '../../../platform/staging/staged-rows.ts';

const create = statement(
  'staged-persons-create',
  `insert into person (id, association_id, given_name, family_name, search_key, locale, contact_email, work_phone,
     work_phone_extension, added_at)
   select s.record_id, $4, s.data->>'givenName', s.data->>'familyName', s.data->>'searchKey', s.data->>'locale',
     s.data->>'contactEmail', s.data->>'workPhone', s.data->>'workPhoneExtension', $5
   from ${STAGED_ROWS} and s.verdict = 'CREATE'`,
);

const facts = (p: string): string => `jsonb_build_object(
  'givenName', ${p}.given_name, 'familyName', ${p}.family_name, 'locale', ${p}.locale,
  'contactEmail', ${p}.contact_email, 'workPhone', ${p}.work_phone, 'workPhoneExtension', ${p}.work_phone_extension)`;

/** What the file has a column for; what it lacks stays. */
const typed = (field: string, column: string): string =>
  `${column} = case when k.data ? '${field}' then k.data->>'${field}' else p.${column} end`;

const change = statement<RecordChange>(
  'staged-persons-change',
  `with known as materialized (
     select q.id, w.data, ${facts('q')} as before
     from (select * from ${STAGED_ROWS} and s.verdict = 'CHANGE') w
     join person q on q.id = w.record_id and q.association_id = $4
     order by q.id for update of q)
   update person p set given_name = k.data->>'givenName', family_name = k.data->>'familyName',
     search_key = k.data->>'searchKey', locale = k.data->>'locale',
     ${typed('contactEmail', 'contact_email')}, ${typed('workPhone', 'work_phone')},
     ${typed('workPhoneExtension', 'work_phone_extension')}
   from known k where p.id = k.id
   returning p.id, k.before, ${facts('p')} as after`,
);

export interface WriteStagedPersons {
  readonly associationId: string;
  readonly by: OnBehalfOf;
}

/** Puts the new ones on file and changes the others, who keep what the file does not speak of. */
export async function writeStagedPersons(
  parts: Pick<Parts, 'clock' | 'random'>,
  tx: Tx,
  staged: StagedRows,
  { associationId, by }: WriteStagedPersons,
): Promise<void> {
  const values = stagedValues(staged);
  await within(tx, create, [...values, associationId, parts.clock.now()]);
  const changes = await within(tx, change, [...values, associationId]);
  await recordChanges(parts, tx, by, {
    act: 'importPerson',
    subjectKind: 'Person',
    associationId,
    changes,
  });
}
