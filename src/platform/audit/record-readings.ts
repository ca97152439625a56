import { newId } from '../../kernel/id.ts';
import type { Context } from '../context.ts';
import { within } from '../database/database.ts';
import { defineLoader, type Loader } from '../database/loader.ts';
import { statement } from '../database/statement.ts';
import type { AuditEntry } from './record-audit.ts';

/** What somebody is about to see: an act of its own in the trail, such as `readPersonLogin`. */
export type Reading = Pick<AuditEntry, 'act' | 'subjectKind' | 'subjectId'> & {
  readonly associationId: string;
};

const record = statement(
  'audit-readings-record',
  `insert into audit_entry
     (id, occurred_at, account_id, client_id, act, subject_kind, subject_id, association_id, request_id)
   select r.id, $2, $3, $4, r.act, r."subjectKind", r."subjectId", r."associationId", $5
   from jsonb_to_recordset($1)
     as r(id uuid, act text, "subjectKind" text, "subjectId" uuid, "associationId" uuid)`,
);

/** A loader, because it gathers what one request reads and knows what it has written already. */
const recorded: Loader<string, true> = defineLoader(async (context, keys: readonly string[]) => {
  const { db, clock, random, actor, client, requestId } = context;
  const readings = keys.map(key => ({ ...(JSON.parse(key) as Reading), id: newId(clock, random) }));
  const whose = [clock.now(), actor?.accountId ?? null, client?.id ?? null, requestId];
  await db.transaction(tx => within(tx, record, [JSON.stringify(readings), ...whose]));
  return keys.map(() => true);
});

/**
 * Writes who reads what is sensitive, before they see it: one entry per request and subject, however many fields ask,
 * in one statement for a whole list.
 */
export async function recordReading(
  { load }: Pick<Context, 'load'>,
  { act, subjectKind, subjectId, associationId }: Reading,
): Promise<void> {
  await load(recorded, JSON.stringify({ act, subjectKind, subjectId, associationId }));
}
