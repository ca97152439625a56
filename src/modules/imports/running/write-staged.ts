import type { OnBehalfOf } from '../../../platform/audit/record-changes.ts';
import type { Parts } from '../../../platform/context.ts';
import { within, type Tx } from '../../../platform/database/database.ts';
import { statement } from '../../../platform/database/statement.ts';
import { STAGED_ROWS, stagedValues, type StagedRows } from '../../../platform/staging/staged-rows.ts';
import type { ImportRunRow } from '../import-run.rows.ts';
import type { Kind } from '../kinds/kind.ts';

/** Written by one set of statements; between two sets the worker looks whether it is still wanted. */
const ROWS_AT_A_TIME = 10_000;

const rememberIds = statement(
  'external-ids-remember',
  `insert into external_id as e (association_id, source, kind, external_id, record_id, said)
   select $4, $5, $6, s.key, s.record_id, coalesce(s.mark, s.data)
   from ${STAGED_ROWS} and s.verdict in ('CREATE', 'CHANGE')
   on conflict (association_id, source, kind, external_id) do update set said = e.said || excluded.said`,
);

interface Work {
  readonly kind: Kind;
  readonly all: StagedRows;
  readonly by: OnBehalfOf;
  readonly onStep: () => Promise<void>;
}

/** Writes all rows in the caller's transaction, and what they are called in the other system. */
export async function writeStaged(
  parts: Parts,
  tx: Tx,
  { associationId, source, kind: ofKind }: ImportRunRow,
  { kind, all, by, onStep }: Work,
): Promise<void> {
  for (let after = all.after; after < all.upTo; after += ROWS_AT_A_TIME) {
    const staged = { ...all, after, upTo: Math.min(all.upTo, after + ROWS_AT_A_TIME) };
    await kind.write(parts, tx, staged, { associationId, by });
    await within(tx, rememberIds, [...stagedValues(staged), associationId, source, ofKind]);
    await onStep();
  }
}
