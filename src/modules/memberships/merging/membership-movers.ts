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
import { memberNumberBecomesIdentifier } from '../member-number-becomes-identifier.ts';
import { joinHistories, type Cut, type DatedHistory } from './join-histories.ts';

interface Both {
  readonly associationId: string;
  readonly keptId: string;
  readonly otherId: string;
  readonly numbers: readonly [kept: string, other: string];
  readonly kept: DatedHistory;
  readonly other: DatedHistory;
}

const historyOf = (m: string): string => `json_build_object(
  'affiliations', (select coalesce(json_agg(json_build_object('id', f.id, 'from', f.from_on, 'to', f.to_on,
      'reason', f.reason)), '[]') from affiliation f where f.membership_id = ${m}.id),
  'terms', (select coalesce(json_agg(json_build_object('from', t.from_on, 'to', t.to_on)), '[]')
      from term t where t.membership_id = ${m}.id))`;

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
  const ofBoth = `select id from membership where ${column} = any ($1::uuid[])`;
  const history = (table: string): MovedTable => ({
    table,
    key: ['id'],
    rows: `t.membership_id in (${ofBoth})`,
    watched: 'WHOLE',
    thing: CarriedThing.MEMBERSHIPS,
  });

  return {
    columns: { [`membership.${column}`]: 'MOVES' },
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
    ],
    async judge(_context, tx, { kept, other }) {
      for (const one of await within(tx, both, [kept, other])) cutsOf(one);
    },
    async move(context, tx, pair) {
      const doubled = await within(tx, both, [pair.kept, pair.other]);
      for (const one of doubled) await joinInto(tx, one, cutsOf(one));
      await within(tx, move, [pair.kept, pair.other]);
      if (holder === 'person') await openToAccount(context, tx, pair, doubled);
    },
  };
}

function cutsOf({ kept, other, numbers }: Both): readonly Cut[] {
  const cuts = joinHistories(kept, other);
  if (cuts === null) refuse(new MergeNeedsOneMembership(numbers));
  return cuts;
}

const cutShort = statement('merge-cut-affiliation', 'update affiliation set to_on = $2 where id = $1');
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
  for (const { id, to } of cuts) await within(tx, cutShort, [id, to]);
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
