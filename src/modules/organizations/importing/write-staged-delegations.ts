import { recordChanges, type OnBehalfOf, type RecordChange } from '../../../platform/audit/record-changes.ts';
import type { Parts } from '../../../platform/context.ts';
import { within, type Tx } from '../../../platform/database/database.ts';
import { statement } from '../../../platform/database/statement.ts';
import {
  CHANGED_ROWS,
  STAGED_ROWS,
  stagedValues,
  type StagedRows,
} from '../../../platform/staging/staged-rows.ts';
import { recordHoldings } from '../../accounts/index.ts';
import { endFallenOffers } from '../principal/end-fallen-offers.ts';

const WRITTEN_ROWS = `${STAGED_ROWS} and s.verdict in ('CREATE', 'CHANGE')`;

/** Acts that change who acts for an organization wait for each other: see `holdOrganization`. */
const lock = statement(
  'staged-delegations-lock',
  `select count(*) from (
     select from organization o where o.id in (select s.organization_id from ${WRITTEN_ROWS})
     order by o.id for no key update) l`,
);

const offering = statement<{ readonly id: string }>(
  'staged-delegations-offering',
  `select h.organization_id as id from principal_handover h
   where h.ended_at is null and h.organization_id in (select s.organization_id from ${WRITTEN_ROWS})`,
);

const change = statement<RecordChange>(
  'staged-delegations-change',
  `with known as materialized (
     select q.id, (w.data->>'toAt')::timestamptz as to_at, jsonb_build_object('toAt', q.to_at) as before
     from ${CHANGED_ROWS} join delegation q on q.id = w.record_id
     where q.to_at is distinct from (w.data->>'toAt')::timestamptz)
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
   and d.id in (select s.record_id from ${WRITTEN_ROWS})`,
);
const heldOfPersons = statement<HeldDelegation>(
  'delegations-held-by-persons',
  `${HELD} and d.from_at <= $2 and (d.to_at is null or d.to_at > $2) and d.person_id = any ($1::uuid[])`,
);

export interface WriteStagedDelegations {
  readonly associationId: string;
  readonly by: OnBehalfOf;
}

/** Locks the organizations until the transaction ends: nobody gives, ends or hands over a role there meanwhile. */
export async function lockOrganizationsOfDelegations(tx: Tx, staged: StagedRows): Promise<void> {
  await within(tx, lock, stagedValues(staged));
}

/** Gives the roles of new rows, and moves the last day of the others. An offer that falls by them is over. */
export async function writeStagedDelegations(
  parts: Pick<Parts, 'clock' | 'random' | 'vault'>,
  tx: Tx,
  staged: StagedRows,
  { associationId, by }: WriteStagedDelegations,
): Promise<void> {
  const values = stagedValues(staged);
  const offers = (await within(tx, offering, values)).map(({ id }) => id);
  await endFallenOffers(parts, tx, offers);
  const changes = await within(tx, change, values);
  await within(tx, create, values);
  await endFallenOffers(parts, tx, offers);
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
