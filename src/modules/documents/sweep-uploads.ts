import type { UploadId } from '../../kernel/id.ts';
import type { Parts } from '../../platform/context.ts';
import { within } from '../../platform/database/database.ts';
import { statement } from '../../platform/database/statement.ts';
import { documentsPorts } from './documents.ports.ts';
import { removeAttempts } from './upload.rows.ts';
import { RULES, UPLOAD_PURPOSES } from './upload-purpose.ts';

const DAY_MS = 24 * 3_600_000;
const AT_ONCE = 500;
/** What was removed is told as such for so long, then it is as if it had never been. */
const REMEMBERED_DAYS = 90;

interface Swept {
  readonly id: UploadId;
  readonly attempts: number;
}

/**
 * $1: now, $2: a purpose, $3: since when unused ones of it may lie, $4: the same of used ones, null for ever. One that
 * is being received, or kept, at this very moment is left for the next time.
 */
const mark = statement<Swept>(
  'upload-sweep',
  `update upload set removed_at = $1, receiving_until = null
   where id in (
     select id from upload
     where purpose = $2 and removed_at is null and (
       (received_at is null and expires_at <= $1 and (receiving_until is null or receiving_until <= $1))
       or (kept_at is null and received_at <= $3)
       or (kept_at <= $4::timestamptz)
     )
     order by created_at limit ${String(AT_ONCE)} for update skip locked)
   returning id, attempts`,
);

/** What was marked, and whose bytes may lie there still because a process died, or the storage was away. */
const unfinished = statement<Swept>(
  'upload-sweep-unfinished',
  `select id, attempts from upload where removed_at is not null and attempts > 0 order by removed_at limit ${String(AT_ONCE)}`,
);
const cleared = statement('upload-sweep-cleared', 'update upload set attempts = 0 where id = $1');
const forget = statement(
  'upload-forget',
  'delete from upload where removed_at <= $1 and attempts = 0 and kept_at is null',
);

/** Removes what did not come in time, what no record uses, and the tables of imports that are long done. */
export async function sweepUploads({
  db,
  clock,
  ports,
}: Pick<Parts, 'db' | 'clock' | 'ports'>): Promise<void> {
  const { storage } = ports.of(documentsPorts);
  const now = clock.now();
  const daysAgo = (days: number): Date => new Date(now.getTime() - days * DAY_MS);

  for (const purpose of UPLOAD_PURPOSES) {
    const { unusedDays, usedDays } = RULES[purpose];
    const values = [now, purpose, daysAgo(unusedDays), usedDays === null ? null : daysAgo(usedDays)];
    let marked: number;
    do marked = (await db.transaction(tx => within(tx, mark, values))).length;
    while (marked === AT_ONCE);
  }
  let waiting: readonly Swept[];
  do {
    waiting = await db.read(unfinished);
    for (const { id, attempts } of waiting) {
      await removeAttempts(storage, id, 1, attempts);
      await db.transaction(tx => within(tx, cleared, [id]));
    }
  } while (waiting.length === AT_ONCE);
  await db.transaction(tx => within(tx, forget, [daysAgo(REMEMBERED_DAYS)]));
}
