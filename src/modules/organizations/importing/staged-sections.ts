import { within, type Tx } from '../../../platform/database/database.ts';
import { statement } from '../../../platform/database/statement.ts';
import type { RecordChange } from '../../../platform/audit/record-changes.ts';
import {
  judgement,
  stagedValues,
  type Judgement,
  type StagedFinding,
  type StagedRows,
} from '../../../platform/staging/staged-rows.ts';
import {
  saidStays,
  stayClashes,
  stayOverlaps,
  type StagedStays,
} from '../../../platform/staging/staged-stays.ts';

const SECTIONS: StagedStays = {
  field: 'sections',
  owner: 'w.record_id',
  onFile: `
    select t.organization_id as owner, c.code as word, t.from_on, t.to_on
    from organization_section t join section c on c.id = t.section_id
    where t.organization_id in (select owner from said)`,
};

const unknown = statement<StagedFinding>(
  'staged-sections-unknown',
  `with ${saidStays(SECTIONS)}
   select distinct n.row_number as row, 'sections' as field, 'SECTION_UNKNOWN' as code
   from said n where not exists (select from section c where c.association_id = $4 and c.code = n.word)`,
);

const overlapping = statement<StagedFinding>(
  'staged-sections-overlapping',
  stayOverlaps(SECTIONS, 'SECTIONS_OVERLAP'),
);

export const sectionClashes = statement<StagedFinding>('staged-sections-clashes', stayClashes(SECTIONS));

const ofSection = 'join section c on c.association_id = $4 and c.code = n.word';

// Before the new ones: what is cut short makes room for them.
const change = statement<RecordChange>(
  'staged-sections-change',
  `with ${saidStays(SECTIONS)},
   known as materialized (
     select t.id, n.owner, n.word, n.from_on, n.to_on, t.to_on as before
     from said n ${ofSection}
     join organization_section t on t.organization_id = n.owner and t.section_id = c.id and t.from_on = n.from_on
     where n.is_new and t.to_on is distinct from n.to_on)
   update organization_section t set to_on = k.to_on from known k where t.id = k.id
   returning k.owner as id, jsonb_build_object('section', k.word, 'from', k.from_on, 'to', k.before) as before,
     jsonb_build_object('section', k.word, 'from', k.from_on, 'to', k.to_on) as after`,
);

const add = statement(
  'staged-sections-add',
  `with ${saidStays(SECTIONS)}
   insert into organization_section (id, organization_id, section_id, from_on, to_on)
   select n.id, n.owner, c.id, n.from_on, n.to_on from said n ${ofSection}
   where n.is_new and not exists (
     select from organization_section t
     where t.organization_id = n.owner and t.section_id = c.id and t.from_on = n.from_on)`,
);

/** Sections that the association does not have, and stays that overlap. */
export const judgeStagedSections = (all: StagedRows, associationId: string): readonly Judgement[] => [
  judgement(unknown, [...stagedValues(all), associationId]),
  judgement(overlapping, stagedValues(all)),
];

/** Begins stays and moves their last days, of organizations that are on file and held; answers what was changed. */
export async function writeStagedSections(
  tx: Tx,
  staged: StagedRows,
  associationId: string,
): Promise<readonly RecordChange[]> {
  const values = [...stagedValues(staged), associationId];
  const changes = await within(tx, change, values);
  await within(tx, add, values);
  return changes;
}
