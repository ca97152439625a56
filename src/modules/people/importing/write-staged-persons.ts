import type { Parts } from '../../../platform/context.ts';
import { recordChanges, type OnBehalfOf, type RecordChange } from '../../../platform/audit/record-changes.ts';
import { within, type Tx } from '../../../platform/database/database.ts';
import { statement } from '../../../platform/database/statement.ts';
import { assignments, clashesWith, type Fact } from '../../../platform/staging/changed-here.ts';
import {
  CHANGED_ROWS,
  judgement,
  STAGED_ROWS,
  stagedValues,
  type Judgement,
  type StagedFinding,
  type StagedRows,
} from '../../../platform/staging/staged-rows.ts';

const create = statement(
  'staged-persons-create',
  `insert into person (id, association_id, given_name, family_name, search_key, locale, contact_email, work_phone,
     work_phone_extension, added_at)
   select s.record_id, $4, s.data->>'givenName', s.data->>'familyName', s.data->>'searchKey', s.data->>'locale',
     s.data->>'contactEmail', s.data->>'workPhone', s.data->>'workPhoneExtension', $5
   from ${STAGED_ROWS} and s.verdict = 'CREATE'`,
);

const FACTS: readonly Fact[] = [
  {
    field: 'familyName',
    columns: { givenName: 'given_name', familyName: 'family_name' },
    derived: { searchKey: 'search_key' },
  },
  { field: 'locale', columns: { locale: 'locale' } },
  { field: 'contactEmail', columns: { contactEmail: 'contact_email' } },
  { field: 'workPhone', columns: { workPhone: 'work_phone', workPhoneExtension: 'work_phone_extension' } },
];

const lock = statement(
  'staged-persons-lock',
  `select count(*) from (
     select from person p where p.id in (select w.record_id from ${CHANGED_ROWS}) order by p.id for no key update) l`,
);

/** Locks those who are to be changed until the transaction ends: they stay as they are judged. */
export async function lockChangedPersons(tx: Tx, staged: StagedRows): Promise<void> {
  await within(tx, lock, stagedValues(staged));
}

const changedHere = statement<StagedFinding>(
  'staged-persons-changed-here',
  `select w.row_number as row, clash.field, 'CHANGED_HERE' as code
   from ${CHANGED_ROWS} join person p on p.id = w.record_id ${clashesWith(FACTS, 'p')} where clash.is_one`,
);

const facts = (p: string): string => `jsonb_build_object(
  'givenName', ${p}.given_name, 'familyName', ${p}.family_name, 'locale', ${p}.locale,
  'contactEmail', ${p}.contact_email, 'workPhone', ${p}.work_phone, 'workPhoneExtension', ${p}.work_phone_extension)`;

const change = statement<RecordChange>(
  'staged-persons-change',
  `with known as materialized (
     select q.id, w.data, w.was, ${facts('q')} as before
     from ${CHANGED_ROWS} join person q on q.id = w.record_id and q.association_id = $4),
   changed as (
     update person p set ${assignments(FACTS, 'p')} from known w where p.id = w.id
     returning p.id, w.before, ${facts('p')} as after)
   select * from changed where before <> after`,
);

export interface WriteStagedPersons {
  readonly associationId: string;
  readonly by: OnBehalfOf;
}

/** Rows that say something else of what was changed here since the last file: whoever knows better changes it here. */
export const personsChangedHere = (staged: StagedRows): Judgement =>
  judgement(changedHere, stagedValues(staged));

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
