import { recordChanges, type OnBehalfOf, type RecordChange } from '../../../platform/audit/record-changes.ts';
import type { Parts } from '../../../platform/context.ts';
import { within, type Tx } from '../../../platform/database/database.ts';
import { statement } from '../../../platform/database/statement.ts';
import {
  STAGED_ROWS,
  stagedValues,
  type StagedFinding,
  type StagedRows,
} from '../../../platform/staging/staged-rows.ts';

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

const create = statement(
  'staged-organizations-create',
  `insert into organization (id, association_id, legal_name, public_name_fr, public_name_en, search_key, search_key_en,
     ${coordinates.map(([, column]) => column).join(', ')}, country, added_at)
   select s.record_id, $4, s.data->>'legalName', s.data->>'publicNameFr', s.data->>'publicNameEn',
     s.data->>'searchKey', s.data->>'searchKeyEn',
     ${coordinates.map(([field]) => `s.data->>'${field}'`).join(', ')}, coalesce(s.data->>'country', 'CA'), $5
   from ${STAGED_ROWS} and s.verdict = 'CREATE'`,
);

const facts = (o: string): string => `jsonb_build_object(
  'legalName', ${o}.legal_name, 'publicNameFr', ${o}.public_name_fr, 'publicNameEn', ${o}.public_name_en,
  ${coordinates.map(([field, column]) => `'${field}', ${o}.${column}`).join(', ')}, 'country', ${o}.country)`;

const change = statement<RecordChange>(
  'staged-organizations-change',
  `with known as materialized (
     select q.id, w.data, ${facts('q')} as before
     from (select * from ${STAGED_ROWS} and s.verdict = 'CHANGE') w
     join organization q on q.id = w.record_id and q.association_id = $4
     order by q.id for no key update of q)
   update organization o set legal_name = k.data->>'legalName', public_name_fr = k.data->>'publicNameFr',
     public_name_en = k.data->>'publicNameEn', search_key = k.data->>'searchKey',
     search_key_en = k.data->>'searchKeyEn', country = coalesce(k.data->>'country', o.country),
     ${coordinates
       .map(
         ([field, column]) =>
           `${column} = case when k.data ? '${field}' then k.data->>'${field}' else o.${column} end`,
       )
       .join(', ')}
   from known k where o.id = k.id
   returning o.id, k.before, ${facts('o')} as after`,
);

const alike = statement<StagedFinding>(
  'staged-organizations-on-file',
  `select w.row_number as row, 'legalName' as field, 'ORGANIZATION_ON_FILE' as code, min(o.id::text) as "recordId"
   from (select * from ${STAGED_ROWS} and s.verdict = 'CREATE') w
   join organization o on o.association_id = $4 and o.merged_into_id is null and o.search_key = w.data->>'searchKey'
   group by w.row_number`,
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
  await recordChanges(parts, tx, by, {
    act: 'importOrganization',
    subjectKind: 'Organization',
    associationId,
    changes,
  });
}

/** New rows with the name of an organization that is on file: told to staff, merged by nobody else. */
export const organizationsAlikeOnFile = (
  tx: Tx,
  staged: StagedRows,
  associationId: string,
): Promise<StagedFinding[]> => within(tx, alike, [...stagedValues(staged), associationId]);

/** New rows with the name of one before them. */
export const organizationsAlikeInFile = (tx: Tx, batchId: string): Promise<StagedFinding[]> =>
  within(tx, alikeInFile, [batchId]);
