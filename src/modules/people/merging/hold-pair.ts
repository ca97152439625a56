import type { Context } from '../../../platform/context.ts';
import { within, type Tx } from '../../../platform/database/database.ts';
import { statement, type Statement } from '../../../platform/database/statement.ts';
import { mergingPorts, type Merging, type Pair } from './merging.ports.ts';
import type { MergedKind } from './merging.enums.ts';

export interface HeldRecord {
  readonly id: string;
  readonly associationId: string;
}

// Nobody adds a row that names one of the two before this transaction ends.
const hold = (table: Merging['table']): Statement<HeldRecord> =>
  statement(
    `merge-hold-${table}`,
    `select id, association_id as "associationId" from ${table}
     where id = any ($1::uuid[]) and merged_into_id is null order by id for update`,
  );

export const mergingOf = ({ ports }: Pick<Context, 'ports'>, kind: `${MergedKind}`): Merging =>
  ports.of(mergingPorts)[kind];

/** Holds both records, in the order of their ids; false when one of them is gone, or was merged meanwhile. */
export async function holdPair(tx: Tx, merging: Merging, { kept, other }: Pair): Promise<boolean> {
  await holdWhatComesFirst(tx, merging, [kept, other]);
  const held = await within(tx, hold(merging.table), [[kept, other]]);
  return held.length === 2;
}

// Of two that were one: the other is shown no more, and the kept one must not have been merged itself.
const holdMerged = (table: Merging['table']): Statement<{ readonly id: string }> =>
  statement(
    `merge-hold-merged-${table}`,
    `select id from ${table}
     where id = $1 and merged_into_id is null or id = $2 and merged_into_id = $1 order by id for update`,
  );

export async function holdMergedPair(tx: Tx, merging: Merging, { kept, other }: Pair): Promise<boolean> {
  await holdWhatComesFirst(tx, merging, [kept, other]);
  return (await within(tx, holdMerged(merging.table), [kept, other])).length === 2;
}

async function holdWhatComesFirst(tx: Tx, merging: Merging, ids: readonly string[]): Promise<void> {
  await merging.holdFirst(tx, ids);
  for (const mover of merging.movers) await mover.holdFirst?.(tx, ids);
}
