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
import { recordHoldings } from '../../accounts/index.ts';

/** Acts that change who acts for an organization wait for each other: see `holdOrganization`. */
const hold = statement(
  'staged-delegations-hold',
  `select from organization o where o.id in (select s.organization_id from ${STAGED_ROWS})
   order by o.id for no key update`,
);

const change = statement<RecordChange>(
  'staged-delegations-change',
  `with known as materialized (
     select q.id, (w.data->>'toAt')::timestamptz as to_at, jsonb_build_object('toAt', q.to_at) as before
     from (select * from ${STAGED_ROWS} and s.verdict = 'CHANGE') w join delegation q on q.id = w.record_id)
   update delegation d set to_at = k.to_at from known k where d.id = k.id
   returning d.id, k.before, jsonb_build_object('toAt', d.to_at) as after`,
);

const create = statement(
  'staged-delegations-create',
  `insert into delegation (id, organization_id, person_id, role, from_at, to_at)
   select s.record_id, s.organization_id, s.person_id, s.data->>'role', (s.data->>'fromAt')::timestamptz,
     (s.data->>'toAt')::timestamptz
   from ${STAGED_ROWS} and s.verdict = 'CREATE'`,
);

interface HeldDelegation {
  readonly accountId: string;
  readonly associationId: string;
  readonly subjectId: string;
}

const HELD = `select p.account_id as "accountId", o.association_id as "associationId", d.id as "subjectId"
  from delegation d join person p on p.id = d.person_id join organization o on o.id = d.organization_id
  where p.account_id is not null`;
const heldOfRows = statement<HeldDelegation>(
  'staged-delegations-held',
  `${HELD} and d.from_at <= $4 and (d.to_at is null or d.to_at > $4)
   and d.id in (select s.record_id from ${STAGED_ROWS} and s.verdict = 'CREATE')`,
);
const heldOfPersons = statement<HeldDelegation>(
  'delegations-held-by-persons',
  `${HELD} and d.from_at <= $2 and (d.to_at is null or d.to_at > $2) and d.person_id = any ($1::uuid[])`,
);

// Neighbours in time are compared, those on file among those of the file, which are what will be on file.
const STAYS = (group: string, only: string): string => `
  with stays as (
    select distinct on (id) * from (
      select s.record_id as id, s.organization_id, s.person_id, s.data->>'role' as role,
        (s.data->>'fromAt')::timestamptz as from_at, (s.data->>'toAt')::timestamptz as to_at, s.row_number
      from staged_row s
      where s.batch_id = $1 and s.verdict in ('CREATE', 'CHANGE') and s.organization_id is not null
      union all
      select d.id, d.organization_id, d.person_id, d.role, d.from_at, d.to_at, null from delegation d
      where d.organization_id in (
        select s.organization_id from staged_row s where s.batch_id = $1 and s.verdict in ('CREATE', 'CHANGE'))
    ) both_of_them order by id, row_number nulls last),
  neighbours as (
    select *, lag(from_at) over w as from_before, lag(to_at) over w as to_before, lag(row_number) over w as row_before,
      lead(from_at) over w as from_after
    from stays ${only} window w as (partition by ${group} order by from_at, id))`;

const overlapping = statement<StagedFinding>(
  'staged-delegations-overlapping',
  `${STAYS('organization_id, person_id, role', '')}
   select coalesce(row_number, row_before) as row, 'from' as field, 'ROLE_TWICE' as code,
     case when row_number is not null then row_before end as "otherRow"
   from neighbours where from_before is not null and (to_before is null or to_before > from_at)
     and coalesce(row_number, row_before) is not null`,
);

const principals = statement<StagedFinding>(
  'staged-principals',
  `${STAYS('organization_id', `where role = 'PRINCIPAL'`)}
   select coalesce(row_number, row_before) as row, 'from' as field, 'TWO_PRINCIPALS' as code,
     case when row_number is not null then row_before end as "otherRow"
   from neighbours where from_before is not null and (to_before is null or to_before > from_at)
     and coalesce(row_number, row_before) is not null
   union all
   select row_number, 'to', 'PRINCIPAL_NOT_FOLLOWED', null
   from neighbours where row_number is not null and to_at is not null
     and (from_after is null or from_after > to_at)`,
);

export interface WriteStagedDelegations {
  readonly associationId: string;
  readonly by: OnBehalfOf;
}

/** What would break a rule of delegations: a role twice at a time, two principals, or none after one. */
export async function judgeStagedDelegations(tx: Tx, batchId: string): Promise<StagedFinding[]> {
  return [...(await within(tx, overlapping, [batchId])), ...(await within(tx, principals, [batchId]))];
}

/** Gives the roles of new rows, and moves the last day of the others. */
export async function writeStagedDelegations(
  parts: Pick<Parts, 'clock' | 'random'>,
  tx: Tx,
  staged: StagedRows,
  { associationId, by }: WriteStagedDelegations,
): Promise<void> {
  const values = stagedValues(staged);
  await within(tx, hold, values);
  const changes = await within(tx, change, values);
  await within(tx, create, values);
  const held = await within(tx, heldOfRows, [...values, parts.clock.now()]);
  await recordHoldings(parts, tx, held.map(asHolding));
  await recordChanges(parts, tx, by, {
    act: 'importDelegation',
    subjectKind: 'Delegation',
    associationId,
    changes,
  });
}

/** When people get accounts: these hold their roles. */
export async function delegationsBecomeHoldings(
  parts: Pick<Parts, 'clock' | 'random'>,
  tx: Tx,
  personIds: readonly string[],
): Promise<void> {
  const held = await within(tx, heldOfPersons, [personIds, parts.clock.now()]);
  await recordHoldings(parts, tx, held.map(asHolding));
}

const asHolding = (held: HeldDelegation): HeldDelegation & { readonly kind: 'DELEGATION' } => ({
  ...held,
  kind: 'DELEGATION',
});
