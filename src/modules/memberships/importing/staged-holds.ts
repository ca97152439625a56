import type { RecordChange } from '../../../platform/audit/record-changes.ts';
import { within, type Tx } from '../../../platform/database/database.ts';
import { statement } from '../../../platform/database/statement.ts';
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
import { KNOWN_AT } from './known-by-file.ts';

const HOLDS: StagedStays = {
  field: 'holds',
  owner: `w.data->>'memberNumber'`,
  onFile: `
    select m.member_number as owner, t.kind as word, t.from_on, t.to_on
    from membership m join hold t on t.membership_id = m.id and t.withdrawn_at is null
    where m.association_id = $4 and m.member_number in (select owner from said)`,
};

const overlapping = statement<StagedFinding>(
  'staged-holds-overlapping',
  stayOverlaps(HOLDS, 'HOLDS_OVERLAP'),
);

export const holdClashes = statement<StagedFinding>('staged-holds-clashes', stayClashes(HOLDS));

const ofMembership = 'join membership m on m.association_id = $4 and m.member_number = n.owner';

const change = statement<RecordChange>(
  'staged-holds-change',
  `with ${saidStays(HOLDS)},
   known as materialized (
     select t.*, n.to_on as new_to, jsonb_build_object('kind', t.kind, 'from', t.from_on, 'to', t.to_on) as before
     from said n ${ofMembership} join hold t on t.membership_id = m.id and t.kind = n.word and t.from_on = n.from_on
     where n.is_new and t.withdrawn_at is null and t.to_on is distinct from n.to_on),
   changed as (
     update hold t set to_on = k.new_to, known_at = $5 from known k where t.id = k.id
     returning t.id, k.before, jsonb_build_object('kind', t.kind, 'from', t.from_on, 'to', t.to_on) as after),
   kept as (
     insert into hold (id, membership_id, kind, from_on, to_on, known_at, withdrawn_at)
     select gen_random_uuid(), k.membership_id, k.kind, k.from_on, k.to_on, k.known_at, $5
     from known k join changed using (id) where k.known_at is distinct from $5)
   select * from changed`,
);

const add = statement(
  'staged-holds-add',
  `with ${saidStays(HOLDS)}
   insert into hold (id, membership_id, kind, from_on, to_on, known_at)
   select n.id, m.id, n.word, n.from_on, n.to_on, ${KNOWN_AT} from said n ${ofMembership}
   where n.is_new and not exists (
     select from hold t where t.membership_id = m.id and t.kind = n.word and t.from_on = n.from_on
       and t.withdrawn_at is null)`,
);

/** Holds of one kind that overlap. */
export const judgeStagedHolds = (all: StagedRows, associationId: string): Judgement =>
  judgement(overlapping, [...stagedValues(all), associationId]);

/** Begins holds and moves their last days, of memberships that are on file; answers what was changed. */
export async function writeStagedHolds(
  tx: Tx,
  staged: StagedRows,
  associationId: string,
  now: Date,
): Promise<readonly RecordChange[]> {
  const values = [...stagedValues(staged), associationId, now];
  const changes = await within(tx, change, values);
  await within(tx, add, values);
  return changes;
}
