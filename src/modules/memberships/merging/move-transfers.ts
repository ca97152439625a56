import { within, type Tx } from '../../../platform/database/database.ts';
import { statement } from '../../../platform/database/statement.ts';
import { CarriedThing, type MovedTable, type Pair } from '../../people/index.ts';

/** `memberships` selects those of both records. */
export const transfersTable = (memberships: string): MovedTable => ({
  table: 'membership_transfer',
  key: ['id'],
  rows: `t.membership_id in (${memberships}) or t.new_membership_id in (${memberships})`,
  watched: 'WHOLE',
  thing: CarriedThing.MEMBERSHIPS,
});

export const DEATH_RECORDS: MovedTable = {
  table: 'death_record',
  key: ['id'],
  rows: 't.person_id = any ($1::uuid[])',
  watched: 'ROWS',
  thing: CarriedThing.RECORD,
};

// Of two requests that wait, the kept membership's is the one that is decided.
const endSecond = statement(
  'merge-end-second-transfer',
  `update membership_transfer set ended_at = $3, ended_why = 'OVERTAKEN'
   where membership_id = $2 and ended_at is null
     and exists (select from membership_transfer where membership_id = $1 and ended_at is null)`,
);
const moveLeaving = statement(
  'merge-move-transfers',
  'update membership_transfer set membership_id = $1 where membership_id = $2',
);
const moveEntering = statement(
  'merge-move-transfers-in',
  'update membership_transfer set new_membership_id = $1 where new_membership_id = $2',
);

/** The transfers of a membership go with its history. */
export async function moveTransfers(tx: Tx, keptId: string, otherId: string, now: Date): Promise<void> {
  await within(tx, endSecond, [keptId, otherId, now]);
  await within(tx, moveLeaving, [keptId, otherId]);
  await within(tx, moveEntering, [keptId, otherId]);
}

const moveRecords = statement(
  'merge-move-death-records',
  `update death_record t set person_id = $1 where person_id = $2 and (withdrawn_at is not null or not exists (
     select from death_record own
     where own.person_id = $1 and own.association_id = t.association_id and own.withdrawn_at is null))`,
);

/** Both are dead, or neither is. Of two records of one body the kept one's stands. */
export async function moveDeath(tx: Tx, { kept, other }: Pair): Promise<void> {
  await within(tx, moveRecords, [kept, other]);
}

/** `memberships` selects those of both records. */
export const closingsTable = (memberships: string): MovedTable => ({
  table: 'death_closing',
  key: ['death_record_id', 'membership_id'],
  rows: `t.membership_id in (${memberships})`,
  watched: 'ROWS',
  thing: CarriedThing.MEMBERSHIPS,
});

const moveClosingsTo = statement(
  'merge-move-death-closings',
  `update death_closing t set membership_id = $1 where membership_id = $2 and not exists (
     select from death_closing own where own.death_record_id = t.death_record_id and own.membership_id = $1)`,
);

/** What a death has ended goes with its history, so that its correction finds it. */
export async function moveClosings(tx: Tx, keptId: string, otherId: string): Promise<void> {
  await within(tx, moveClosingsTo, [keptId, otherId]);
}
