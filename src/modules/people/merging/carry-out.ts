import { recordAudit } from '../../../platform/audit/record-audit.ts';
import type { Context } from '../../../platform/context.ts';
import { within, type Tx } from '../../../platform/database/database.ts';
import { statement, type Statement } from '../../../platform/database/statement.ts';
import { subjectKindOf } from './merge-state.ts';
import type { Merging } from './merging.ports.ts';
import { watching } from './moved-rows.ts';
import type { RecordMergeEntity } from './record-merge.entity.ts';
import type { Trail } from './trail.ts';

type Wanted = Pick<
  RecordMergeEntity,
  'id' | 'associationId' | 'kind' | 'keptId' | 'otherId' | 'names' | 'taken' | 'reason'
>;

const bury = ({ table }: Merging): Statement<never> =>
  statement(`merge-bury-${table}`, `update ${table} set merged_into_id = $2 where id = $1`);

const done = statement(
  'record-merge-done',
  'update record_merge set done_at = $2, done_by = $3, trail = $4 where id = $1',
);

// Whatever else was prepared for a record that is gone can no longer be approved.
const withdrawOthers = statement(
  'record-merge-withdraw-others',
  `update record_merge set withdrawn_at = $2
   where (kept_id = $1 or other_id = $1) and done_at is null and withdrawn_at is null`,
);

/** Makes the two records one. They are held, and nothing stands in the way. */
export async function carryOut(
  context: Context,
  tx: Tx,
  merging: Merging,
  { act, accountId, merge }: { readonly act: string; readonly accountId: string; readonly merge: Wanted },
): Promise<void> {
  const { keptId: kept, otherId: other } = merge;
  const trail = await watching(tx, merging, [kept, other], async () => {
    for (const { move } of merging.movers) await move(context, tx, { kept, other }, merge.taken);
    await within(tx, bury(merging), [other, kept]);
  });
  await within(tx, done, [merge.id, context.clock.now(), accountId, JSON.stringify(trail)]);
  await within(tx, withdrawOthers, [other, context.clock.now()]);
  const { associationId, names } = merge;
  await merging.tell(context, tx, { kept, other, associationId, names, what: 'JOINED' });
  await recordAudit(context, tx, {
    act,
    subjectKind: subjectKindOf(merge.kind),
    subjectId: kept,
    associationId,
    before: { keptId: kept, otherId: other, names },
    after: { mergeId: merge.id, taken: merge.taken, reason: merge.reason, changed: countsOf(trail) },
  });
}

const countsOf = (trail: Trail): Record<string, number> =>
  Object.fromEntries(
    trail.map(({ table, steps }) => [table, steps.filter(({ what }) => what !== 'LEFT').length]),
  );
