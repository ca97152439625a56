import { recordChanges, type OnBehalfOf, type RecordChange } from '../../../platform/audit/record-changes.ts';
import type { Parts } from '../../../platform/context.ts';
import { within, type Tx } from '../../../platform/database/database.ts';
import { statement } from '../../../platform/database/statement.ts';
import { STAGED_ROWS, stagedValues, type StagedRows } from '../../../platform/staging/staged-rows.ts';
import { addMemberNumbers, recordHoldings } from '../../accounts/index.ts';
import { SAME_TERM } from './changed-here.ts';
import { KNOWN_AT } from './known-by-file.ts';
import { saidNow, saysAnew } from './said-of-stays.ts';
import { writeStagedHolds } from './staged-holds.ts';

/** New and changed rows as `w`. */
const WRITTEN = `(select * from ${STAGED_ROWS} and s.verdict in ('CREATE', 'CHANGE')) w`;

const admit = statement<{ readonly id: string }>(
  'staged-memberships-admit',
  `insert into membership (id, association_id, person_id, organization_id, member_number, holder_search_key, admitted_on)
   select distinct on (w.data->>'memberNumber') (w.made->>'membershipId')::uuid, $4, w.person_id, w.organization_id,
     w.data->>'memberNumber', coalesce(p.search_key, o.search_key), (w.data->>'from')::date
   from ${WRITTEN} left join person p on p.id = w.person_id left join organization o on o.id = w.organization_id
   order by w.data->>'memberNumber', w.data->>'from'
   on conflict (association_id, member_number) do nothing
   returning id`,
);

const countMore = statement(
  'membership-count-more',
  `insert into membership_count (association_id, members) values ($1, $2)
   on conflict (association_id) do update set members = membership_count.members + excluded.members`,
);

const ofRow = `join membership m on m.association_id = $4 and m.member_number = w.data->>'memberNumber'
  join membership_class c on c.association_id = $4 and c.code = w.data->>'classCode'`;

const facts = (a: string): string =>
  `jsonb_build_object('classId', ${a}.class_id, 'from', ${a}.from_on, 'to', ${a}.to_on, 'reason', ${a}.reason)`;

// Before the new ones: what is cut short makes room for them. What was said before stays on file, withdrawn.
const changeStays = statement<RecordChange>(
  'staged-affiliations-change',
  `with known as materialized (
     select q.*, ${facts('q')} as before,
       case when ${saysAnew('classCode')} then c.id else q.class_id end as new_class,
       case when ${saysAnew('to')} then (${saidNow('to')})::date else q.to_on end as new_to,
       case when ${saysAnew('reason')} then ${saidNow('reason')} else q.reason end as new_reason
     from ${WRITTEN} ${ofRow} join affiliation q on q.id = w.record_id and q.withdrawn_at is null
     where w.verdict = 'CHANGE'),
   changed as (
     update affiliation a set class_id = k.new_class, to_on = k.new_to, reason = k.new_reason, known_at = $5
     from known k
     where a.id = k.id
       and (k.class_id, k.to_on, k.reason) is distinct from (k.new_class, k.new_to, k.new_reason)
     returning a.id, k.before, ${facts('a')} as after),
   kept as (
     insert into affiliation (id, membership_id, class_id, from_on, to_on, reason, note, known_at, withdrawn_at)
     select gen_random_uuid(), k.membership_id, k.class_id, k.from_on, k.to_on, k.reason, k.note, k.known_at, $5
     from known k join changed using (id) where k.known_at is distinct from $5)
   select * from changed`,
);

const addStays = statement(
  'staged-affiliations-add',
  `insert into affiliation (id, membership_id, class_id, from_on, to_on, reason, known_at)
   select w.record_id, m.id, c.id, (w.data->>'from')::date, (${saidNow('to')})::date,
     ${saidNow('reason')}, ${KNOWN_AT}
   from ${WRITTEN} ${ofRow} where w.verdict = 'CREATE'`,
);

const changeTerms = statement<RecordChange>(
  'staged-terms-change',
  `with known as materialized (
     select distinct on (t.id) t.*, w.data,
       jsonb_build_object('kind', t.kind, 'from', t.from_on, 'to', t.to_on) as before
     from ${WRITTEN} ${ofRow} join term t on t.membership_id = m.id and t.from_on = (w.data->>'termFrom')::date
     where t.withdrawn_at is null and not ${SAME_TERM} and (t.to_on, t.kind) is distinct from ((w.data->>'termTo')::date, w.data->>'termKind')),
   changed as (
     update term t set to_on = (k.data->>'termTo')::date, kind = k.data->>'termKind', known_at = $5
     from known k where t.id = k.id
     returning t.id, k.before, jsonb_build_object('kind', t.kind, 'from', t.from_on, 'to', t.to_on) as after),
   kept as (
     insert into term (id, membership_id, kind, from_on, to_on, known_at, withdrawn_at)
     select gen_random_uuid(), k.membership_id, k.kind, k.from_on, k.to_on, k.known_at, $5
     from known k join changed using (id) where k.known_at is distinct from $5)
   select * from changed`,
);

const addTerms = statement(
  'staged-terms-add',
  `insert into term (id, membership_id, kind, from_on, to_on, known_at)
   select distinct on (m.id, w.data->>'termFrom') (w.made->>'termId')::uuid, m.id, w.data->>'termKind',
     (w.data->>'termFrom')::date, (w.data->>'termTo')::date, ${KNOWN_AT}
   from ${WRITTEN} ${ofRow}
   where w.data ? 'termFrom' and not ${SAME_TERM} and not exists (
     select from term t where t.membership_id = m.id and t.from_on = (w.data->>'termFrom')::date
       and t.withdrawn_at is null)`,
);

const admitEarlier = statement(
  'staged-memberships-admit-earlier',
  `update membership m set admitted_on = e.from_on from (
     select w.data->>'memberNumber' as number, min((w.data->>'from')::date) as from_on
     from ${WRITTEN} where w.verdict = 'CREATE' group by 1) e
   where m.association_id = $4 and m.member_number = e.number and e.from_on < m.admitted_on`,
);

interface Openable {
  readonly id: string;
  readonly associationId: string;
  readonly memberNumber: string;
  readonly accountId: string;
}

const OPENABLE = `select m.id, m.association_id as "associationId", m.member_number as "memberNumber",
    p.account_id as "accountId"
  from membership m join person p on p.id = m.person_id where p.account_id is not null`;
const openableById = statement<Openable>('memberships-openable', `${OPENABLE} and m.id = any ($1::uuid[])`);
const openableOfPersons = statement<Openable>(
  'memberships-openable-of-persons',
  `${OPENABLE} and m.person_id = any ($1::uuid[])`,
);

export interface WriteStagedMemberships {
  readonly associationId: string;
  readonly by: OnBehalfOf;
}

/**
 * Admits whoever is new, adds and corrects stays, terms and holds. A row without a term or a hold leaves those on file
 * alone.
 */
export async function writeStagedMemberships(
  parts: Pick<Parts, 'clock' | 'random'>,
  tx: Tx,
  staged: StagedRows,
  { associationId, by }: WriteStagedMemberships,
): Promise<void> {
  const now = parts.clock.now();
  const values = [...stagedValues(staged), associationId];
  const dated = [...values, now];
  const audit = (act: string, subjectKind: string, changes: readonly RecordChange[]): Promise<void> =>
    recordChanges(parts, tx, by, { act, subjectKind, associationId, changes });

  const admitted = await within(tx, admit, values);
  if (admitted.length > 0) await within(tx, countMore, [associationId, admitted.length]);
  await audit('importAffiliation', 'Affiliation', await within(tx, changeStays, dated));
  await within(tx, addStays, dated);
  await within(tx, admitEarlier, values);
  await audit('importTerm', 'Term', await within(tx, changeTerms, dated));
  await within(tx, addTerms, dated);
  await audit('importHold', 'Hold', await writeStagedHolds(tx, staged, associationId, now));
  await openAll(parts, tx, await within(tx, openableById, [admitted.map(({ id }) => id)]));
}

/** As `memberNumberBecomesIdentifier`, for many people who get accounts at once. */
export async function memberNumbersBecomeIdentifiers(
  parts: Pick<Parts, 'clock' | 'random'>,
  tx: Tx,
  personIds: readonly string[],
): Promise<void> {
  await openAll(parts, tx, await within(tx, openableOfPersons, [personIds]));
}

async function openAll(
  parts: Pick<Parts, 'clock' | 'random'>,
  tx: Tx,
  memberships: readonly Openable[],
): Promise<void> {
  await addMemberNumbers(tx, memberships);
  await recordHoldings(
    parts,
    tx,
    memberships.map(({ id, ...holding }) => ({ ...holding, kind: 'MEMBERSHIP', subjectId: id })),
  );
}
