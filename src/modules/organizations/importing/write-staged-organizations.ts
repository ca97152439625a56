import { recordChanges, type OnBehalfOf, type RecordChange } from '../../../platform/audit/record-changes.ts';
import type { Parts } from '../../../platform/context.ts';
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
import { fillMainOnes } from '../coordinates/fill-main-ones.ts';
import { keepFormerNames } from '../naming/keep-former-names.ts';
import { sectionClashes, writeStagedSections } from './staged-sections.ts';

/** Fields of a row and the columns that hold them. What the file has no column for stays. */
const COORDINATES = {
  email: 'email',
  phone: 'phone',
  phoneExtension: 'phone_extension',
  website: 'website',
  street: 'street',
  street2: 'street2',
  city: 'city',
  province: 'province',
  postalCode: 'postal_code',
} as const;
const coordinates = Object.entries(COORDINATES);

const { email, phone, phoneExtension, website, ...address } = COORDINATES;
const FACTS: readonly Fact[] = [
  {
    field: 'legalName',
    columns: { legalName: 'legal_name' },
    // Of a new one a file tells no English version.
    derived: { legalKey: 'legal_key', legalNameEn: 'legal_name_en' },
  },
  {
    field: 'publicNameFr',
    columns: { publicNameFr: 'public_name_fr' },
    derived: { searchKey: 'search_key' },
  },
  {
    field: 'publicNameEn',
    columns: { publicNameEn: 'public_name_en' },
    derived: { searchKeyEn: 'search_key_en' },
  },
  { field: 'email', columns: { email } },
  { field: 'phone', columns: { phone, phoneExtension } },
  { field: 'website', columns: { website } },
  // Half of one address and half of another is none.
  { field: 'street', columns: { ...address, country: 'country' }, otherwise: { country: 'CA' } },
];

const create = statement(
  'staged-organizations-create',
  `insert into organization (id, association_id, legal_name, legal_key, public_name_fr, public_name_en, search_key, search_key_en,
     ${coordinates.map(([, column]) => column).join(', ')}, country, added_at)
   select s.record_id, $4, s.data->>'legalName', s.data->>'legalKey', s.data->>'publicNameFr', s.data->>'publicNameEn',
     s.data->>'searchKey', s.data->>'searchKeyEn',
     ${coordinates.map(([field]) => `s.data->>'${field}'`).join(', ')}, coalesce(s.data->>'country', 'CA'), $5
   from ${STAGED_ROWS} and s.verdict = 'CREATE'`,
);

const facts = (o: string): string => `jsonb_build_object(
  'legalName', ${o}.legal_name, 'legalNameEn', ${o}.legal_name_en,
  'publicNameFr', ${o}.public_name_fr, 'publicNameEn', ${o}.public_name_en,
  ${coordinates.map(([field, column]) => `'${field}', ${o}.${column}`).join(', ')}, 'country', ${o}.country)`;

const lock = statement(
  'staged-organizations-lock',
  `select count(*) from (
     select from organization o where o.id in (select w.record_id from ${CHANGED_ROWS})
     order by o.id for no key update) l`,
);

/** Locks those that are to be changed until the transaction ends: they and their sections stay as they are judged. */
export async function lockChangedOrganizations(tx: Tx, staged: StagedRows): Promise<void> {
  await within(tx, lock, stagedValues(staged));
}

const changedHere = statement<StagedFinding>(
  'staged-organizations-changed-here',
  `select w.row_number as row, clash.field, 'CHANGED_HERE' as code
   from ${CHANGED_ROWS} join organization o on o.id = w.record_id ${clashesWith(FACTS, 'o')} where clash.is_one`,
);

const change = statement<RecordChange>(
  'staged-organizations-change',
  `with known as materialized (
     select q.id, w.data, w.was, ${facts('q')} as before
     from ${CHANGED_ROWS} join organization q on q.id = w.record_id and q.association_id = $4),
   changed as (
     update organization o set ${assignments(FACTS, 'o')} from known w where o.id = w.id
     returning o.id, w.before, ${facts('o')} as after)
   select * from changed where before <> after`,
);

// Looked up one by one: where nothing was analysed yet, a join goes through all of them for each row.
const alike = statement<StagedFinding>(
  'staged-organizations-on-file',
  `select w.row_number as row, 'legalName' as field, 'ORGANIZATION_ON_FILE' as code, o.id as "recordId"
   from (select * from ${STAGED_ROWS} and s.verdict = 'CREATE') w
   cross join lateral (
     select o.id from organization o
     where o.association_id = $4 and o.merged_into_id is null and o.search_key = w.data->>'searchKey'
     order by o.id limit 1) o`,
);

const alikeInFile = statement<StagedFinding>(
  'staged-organizations-in-file',
  `select row, 'legalName' as field, 'ORGANIZATION_IN_FILE' as code, other as "otherRow" from (
     select s.row_number as row, min(s.row_number) over (partition by (s.data->>'searchKey') collate "C") as other
     from staged_row s where s.batch_id = $1 and s.verdict = 'CREATE') w
   where row > other`,
);

export interface WriteStagedOrganizations {
  readonly associationId: string;
  readonly by: OnBehalfOf;
}

/** Rows that say something else of what was changed here since the last file: whoever knows better changes it here. */
export const organizationsChangedHere = (staged: StagedRows): readonly Judgement[] =>
  [changedHere, sectionClashes].map(asked => judgement(asked, stagedValues(staged)));

/** Puts the new ones on file and changes the others, who keep what the file does not speak of. */
export async function writeStagedOrganizations(
  parts: Pick<Parts, 'clock' | 'random'>,
  tx: Tx,
  staged: StagedRows,
  { associationId, by }: WriteStagedOrganizations,
): Promise<void> {
  const values = stagedValues(staged);
  await within(tx, create, [...values, associationId, parts.clock.now()]);
  const changes = await within(tx, change, [...values, associationId]);
  await keepFormerNames(parts, tx, associationId, changes);
  await fillMainOnes(
    tx,
    changes.filter(clearsOne).map(({ id }) => id),
  );
  await recordChanges(parts, tx, by, {
    act: 'importOrganization',
    subjectKind: 'Organization',
    associationId,
    changes: [...changes, ...(await writeStagedSections(tx, staged, associationId))],
  });
}

/** Whether nothing is left of a main address, phone, e-mail or website: one of the further ones takes its place. */
const clearsOne = ({ before, after }: RecordChange): boolean =>
  coordinates.some(([field]) => told(before, field) !== null && told(after, field) === null);
const told = (facts: object | null, field: string): unknown =>
  (facts as Readonly<Record<string, unknown>>)[field];

/** New rows with the name of an organization that is on file: told to staff, merged by nobody else. */
export const organizationsAlikeOnFile = (staged: StagedRows, associationId: string): Judgement =>
  judgement(alike, [...stagedValues(staged), associationId]);

/** New rows with the name of one before them. */
export const organizationsAlikeInFile = ({ batchId }: StagedRows): Judgement =>
  judgement(alikeInFile, [batchId]);
