import type { Context } from '../../../platform/context.ts';
import { within, type Tx } from '../../../platform/database/database.ts';
import { statement } from '../../../platform/database/statement.ts';
import { endHolding } from '../../accounts/index.ts';
import { CarriedThing, type Mover, type Pair } from '../../people/index.ts';
import { endFallenOffers } from '../principal/end-fallen-offers.ts';
import { endNow, goOn, recordHoldings, suspendAlike, type Doubled } from './go-on.ts';
import { moveRepresentationsOfPersons, REPRESENTATIONS_OF_PERSONS } from './move-representations.ts';

type DoubledRole = Doubled & { readonly organizationId: string };

// What the other has while the kept person has it too: the same role for the same organization.
const doubled = statement<DoubledRole>(
  'merge-doubled-delegations',
  `select b.id, b.organization_id as "organizationId", b.role, b.to_at as "toAt", b.suspended_at as "suspendedAt",
     b.to_at is null or b.to_at > $3 as "inForce",
     case when bool_or(a.to_at is null) then null else max(a.to_at) end as "coveredUntil"
   from delegation b join delegation a
     on a.person_id = $1 and a.organization_id = b.organization_id and a.role = b.role
       and tstzrange(a.from_at, a.to_at) && tstzrange(b.from_at, b.to_at)
   where b.person_id = $2 group by b.id`,
);
const moveRest = statement(
  'merge-move-delegations',
  'update delegation set person_id = $1 where person_id = $2 and id <> all ($3::uuid[])',
);
const accountOf = statement<{ readonly accountId: string | null }>(
  'merge-account-of-kept',
  'select account_id as "accountId" from person where id = $1',
);

// An offer from one of the two to the other has nobody left to answer it.
const endOffers = statement(
  'merge-end-handovers-between',
  `update principal_handover set ended_at = $3, ended_why = 'OVERTAKEN'
   where ended_at is null and from_person_id in ($1, $2) and to_person_id in ($1, $2)`,
);
const moveOffers = statement(
  'merge-move-handovers',
  `update principal_handover set
     from_person_id = case from_person_id when $2 then $1 else from_person_id end,
     to_person_id = case to_person_id when $2 then $1 else to_person_id end
   where $2 in (from_person_id, to_person_id)`,
);
const openOffersOf = statement<{ readonly organizationId: string }>(
  'merge-open-handovers',
  `select organization_id as "organizationId" from principal_handover
   where ended_at is null and (from_person_id = any ($1::uuid[]) or to_person_id = any ($1::uuid[]))`,
);
const endRequests = statement(
  'merge-end-join-requests',
  `update join_request r set ended_at = $3, ended_why = 'OVERTAKEN'
   where r.person_id = $2 and r.ended_at is null and exists (
     select from join_request own where own.person_id = $1 and own.organization_id = r.organization_id
       and own.ended_at is null)`,
);
const moveRequests = statement(
  'merge-move-join-requests',
  `update join_request set
     person_id = case person_id when $2 then $1 else person_id end,
     told_person_id = case told_person_id when $2 then $1 else told_person_id end
   where $2 in (person_id, told_person_id)`,
);

/** What persons are for organizations, when two of them become one. */
export const personsInOrganizations: Mover = {
  columns: {
    'delegation.person_id': 'MOVES',
    'principal_handover.from_person_id': 'MOVES',
    'principal_handover.to_person_id': 'MOVES',
    'join_request.person_id': 'MOVES',
    'join_request.told_person_id': 'MOVES',
    'representation.person_id': 'MOVES',
    'representation.representative_person_id': 'MOVES',
  },
  tables: [
    {
      table: 'delegation',
      key: ['id'],
      rows: 't.person_id = any ($1::uuid[])',
      watched: 'NEIGHBOURS',
      beside: ['organization_id', 'role'],
      thing: CarriedThing.DELEGATIONS,
      countedBy: 'person_id',
    },
    {
      table: 'principal_handover',
      key: ['id'],
      rows: 't.from_person_id = any ($1::uuid[]) or t.to_person_id = any ($1::uuid[])',
      watched: 'ROWS',
      thing: CarriedThing.PRINCIPAL_HANDOVERS,
      countedBy: 'to_person_id',
    },
    {
      table: 'join_request',
      key: ['id'],
      rows: 't.person_id = any ($1::uuid[]) or t.told_person_id = any ($1::uuid[])',
      watched: 'ROWS',
      thing: CarriedThing.JOIN_REQUESTS,
      countedBy: 'person_id',
    },
    REPRESENTATIONS_OF_PERSONS,
  ],
  async move(context, tx, pair) {
    // What had fallen must not stand again by what the two are together.
    await endFallenOffersOf(context, tx, pair);
    await moveDelegations(context, tx, pair);
    const now = context.clock.now();
    const { kept, other } = pair;
    await within(tx, endOffers, [kept, other, now]);
    await within(tx, moveOffers, [kept, other]);
    await endFallenOffersOf(context, tx, pair);
    await within(tx, endRequests, [kept, other, now]);
    await within(tx, moveRequests, [kept, other]);
    await moveRepresentationsOfPersons(context, tx, pair);
  },
};

async function endFallenOffersOf(context: Context, tx: Tx, { kept, other }: Pair): Promise<void> {
  const open = await within(tx, openOffersOf, [[kept, other]]);
  await endFallenOffers(
    context,
    tx,
    open.map(({ organizationId }) => organizationId),
  );
}

/**
 * A role that both have becomes one: that of the kept person goes on, the other's ends and stays with the other record
 * as history. What only the other has is the kept person's, past roles included.
 */
async function moveDelegations(context: Context, tx: Tx, { kept, other }: Pair): Promise<void> {
  const both = await within(tx, doubled, [kept, other, context.clock.now()]);
  const ending = both.filter(({ inForce }) => inForce);
  await endNow(context, tx, ending);
  for (const one of ending) {
    const place = { organizationId: one.organizationId, personId: kept };
    await suspendAlike(context, tx, place, one);
    await goOn(context, tx, place, one);
  }
  await within(tx, moveRest, [kept, other, both.map(({ id }) => id)]);

  const [account] = await within(tx, accountOf, [kept]);
  const accountId = account?.accountId ?? null;
  if (accountId === null) return;
  for (const { id: subjectId } of ending)
    await endHolding(context, tx, { accountId, kind: 'DELEGATION', subjectId });
  await recordHoldings(context, tx, [kept]);
}
