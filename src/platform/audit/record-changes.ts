import { newId } from '../../kernel/id.ts';
import type { Parts } from '../context.ts';
import { within, type Tx } from '../database/database.ts';
import { statement } from '../database/statement.ts';

/** Who had it done, where the act itself runs later and for many records. */
export interface OnBehalfOf {
  /** Null where no person did. */
  readonly accountId: string | null;
  readonly clientId: string | null;
  readonly requestId: string | null;
}

export interface ChangedRecords {
  readonly act: string;
  readonly subjectKind: string;
  readonly associationId: string;
  readonly changes: readonly RecordChange[];
}

export interface RecordChange {
  readonly id: string;
  readonly before: object | null;
  readonly after: object | null;
}

const record = statement(
  'audit-entries-record',
  `insert into audit_entry
     (id, occurred_at, account_id, client_id, act, subject_kind, subject_id, association_id, before, after, request_id)
   select c."entryId", $2, $3, $4, $5, $6, c.id, $7, c.before, c.after, $8
   from jsonb_to_recordset($1) as c("entryId" uuid, id uuid, before jsonb, after jsonb)`,
);

/** As `recordAudit`, for many records that one act changed. */
export async function recordChanges(
  { clock, random }: Pick<Parts, 'clock' | 'random'>,
  tx: Tx,
  by: OnBehalfOf,
  { act, subjectKind, associationId, changes }: ChangedRecords,
): Promise<void> {
  if (changes.length === 0) return;
  const entries = changes.map(change => ({ ...change, entryId: newId(clock, random) }));
  const now = clock.now();
  await within(tx, record, [
    JSON.stringify(entries),
    now,
    by.accountId,
    by.clientId,
    act,
    subjectKind,
    associationId,
    by.requestId,
  ]);
}
