import type { Context } from '../../../platform/context.ts';
import { within, type Tx } from '../../../platform/database/database.ts';
import { statement } from '../../../platform/database/statement.ts';
import { refuse } from '../../../platform/problem.ts';
import { addMemberNumber } from '../../accounts/index.ts';
import {
  CarriedThing,
  MergeNeedsOneMembership,
  type MovedTable,
  type Mover,
  type Pair,
} from '../../people/index.ts';
import { knownColumns } from '../known-facts.ts';
import { memberNumberBecomesIdentifier } from '../member-number-becomes-identifier.ts';
import {
  closingsTable,
  DEATH_RECORDS,
  moveClosings,
  moveDeath,
  moveTransfers,
  transfersTable,
} from './move-transfers.ts';
import { joinHistories, type Cut, type DatedHistory } from './join-histories.ts';

interface Both {
  readonly associationId: string;
  readonly keptId: string;
  readonly otherId: string;
  readonly numbers: readonly [kept: string, other: string];
  readonly kept: DatedHistory;
  readonly other: DatedHistory;
}

const rowsOf = (
  table: string,
  m: string,
  columns: string,
): string => `(select coalesce(json_agg(r), '[]') from (
  select ${columns}, f.from_on as "from", f.to_on as "to", ${knownColumns('f')}
  from ${table} f where f.membership_id = ${m}.id) r)`;

const historyOf = (m: string): string => `json_build_object(
  'affiliations', ${rowsOf('affiliation', m, 'f.id, f.reason')}, 'terms', ${rowsOf('term', m, 'f.id')},
  'holds', ${rowsOf('hold', m, 'f.kind')})`;

/** What a mover does is the same for members of either kind: only the column differs that names them. */
export function membershipMover(holder: 'person' | 'organization'): Mover {
  const column = `${holder}_id`;
  // Where both are members of one association; elsewhere the membership simply moves.
  const both = statement<Both>(
    `merge-both-memberships-${holder}`,
    `select k.association_id as "associationId", k.id as "keptId", o.id as "otherId",
       array[k.member_number, o.member_number] as numbers, ${historyOf('k')} as kept, ${historyOf('o')} as other
     from membership k join membership o on o.association_id = k.association_id
     where k.${column} = $1 and o.${column} = $2`,
  );
  const move = statement(
    `merge-move-memberships-${holder}`,
    `update membership m set ${column} = $1, holder_search_key = k.search_key from ${holder} k
     where k.id = $1 and m.${column} = $2 and m.merged_into_id is null`,
  );
  // Nothing more is said of one of them, nor billed for it, before it is the other's.
  const hold = statement(
    `merge-hold-memberships-${holder}`,
    `select from membership where ${column} = any ($1::uuid[]) order by id for update`,
  );
  const ofBoth = `select id from membership where ${column} = any ($1::uuid[])`;
  const history = (table: string): MovedTable => ({
    table,
    key: ['id'],
    rows: `t.membership_id in (${ofBoth})`,
    watched: 'WHOLE',
    thing: CarriedThing.MEMBERSHIPS,
  });

  return {
    columns: {
      [`membership.${column}`]: 'MOVES',
      'membership.merged_into_id': 'STAYS',
      'affiliation.membership_id': 'MOVES',
      'term.membership_id': 'MOVES',
      'hold.membership_id': 'MOVES',
      'membership_transfer.membership_id': 'MOVES',
      'membership_transfer.new_membership_id': 'MOVES',
      'death_closing.membership_id': 'MOVES',
      ...(holder === 'person' && { 'death_record.person_id': 'MOVES' as const }),
    },
    tables: [
      {
        table: 'membership',
        key: ['id'],
        rows: `t.${column} = any ($1::uuid[])`,
        watched: 'ROWS',
        thing: CarriedThing.MEMBERSHIPS,
        countedBy: column,
      },
      history('affiliation'),
      history('term'),
      history('hold'),
      transfersTable(ofBoth),
      closingsTable(ofBoth),
      ...(holder === 'person' ? [DEATH_RECORDS] : []),
    ],
    async holdFirst(tx, ids) {
      await within(tx, hold, [ids]);
    },
    async judge(_context, tx, { kept, other }) {
      for (const one of await within(tx, both, [kept, other])) cutsOf(one);
    },
    async move(context, tx, pair) {
      const doubled = await within(tx, both, [pair.kept, pair.other]);
      for (const one of doubled) {
        await joinInto(tx, one, cutsOf(one));
        await moveTransfers(tx, one.keptId, one.otherId, context.clock.now());
        await moveClosings(tx, one.keptId, one.otherId);
      }
      await within(tx, move, [pair.kept, pair.other]);
      if (holder !== 'person') return;
      await moveDeath(tx, pair);
      await openToAccount(context, tx, pair, doubled);
    },
  };
}

function cutsOf({ kept, other, numbers }: Both): readonly Cut[] {
  const cuts = joinHistories(kept, other);
  if (cuts === null) refuse(new MergeNeedsOneMembership(numbers));
  return cuts;
}

const cutShort = statement('merge-cut-affiliation', 'update affiliation set to_on = $2 where id = $1');
const drop = statement('merge-drop-affiliation', 'delete from affiliation where id = $1');
const HISTORY = ['affiliation', 'term', 'hold'].map(table =>
  statement(`merge-move-${table}`, `update ${table} set membership_id = $1 where membership_id = $2`),
);
const empty = statement('merge-empty-membership', 'update membership set merged_into_id = $1 where id = $2');
const sinceFirst = statement(
  'merge-admitted-first',
  `update membership k set admitted_on = o.admitted_on from membership o
   where k.id = $1 and o.id = $2 and o.admitted_on < k.admitted_on`,
);

/** The history of both stands under the kept number; the other's row and number stay with the other record. */
async function joinInto(tx: Tx, { keptId, otherId }: Both, cuts: readonly Cut[]): Promise<void> {
  for (const { id, to } of cuts)
    await (to === null ? within(tx, drop, [id]) : within(tx, cutShort, [id, to]));
  for (const one of HISTORY) await within(tx, one, [keptId, otherId]);
  await within(tx, sinceFirst, [keptId, otherId]);
  await within(tx, empty, [keptId, otherId]);
}

const accountOf = statement<{ readonly accountId: string | null }>(
  'merge-account-of-member',
  'select account_id as "accountId" from person where id = $1',
);

/** An account signs in with each number of its person, those on an old card included. */
async function openToAccount(
  context: Context,
  tx: Tx,
  { kept: personId }: Pair,
  doubled: readonly Both[],
): Promise<void> {
  const accountId = (await within(tx, accountOf, [personId]))[0]?.accountId ?? null;
  if (accountId === null) return;
  await memberNumberBecomesIdentifier(context, tx, { personId, accountId });
  for (const { associationId, numbers } of doubled)
    await addMemberNumber(tx, { accountId, associationId, memberNumber: numbers[1] });
}
