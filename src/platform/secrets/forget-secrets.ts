import type { Parts } from '../context.ts';
import { within } from '../database/database.ts';
import { statement } from '../database/statement.ts';

/** So long an old link still says what became of it instead of "unknown". */
const REMEMBERED_DAYS = 180;

const forget = statement('secrets-forget', 'delete from one_time_secret where expires_at <= $1');

/** Removes one-time secrets that ended long ago. */
export async function forgetSecrets({ db, clock }: Pick<Parts, 'db' | 'clock'>): Promise<void> {
  const since = new Date(clock.now().getTime() - REMEMBERED_DAYS * 86_400_000);
  await db.transaction(tx => within(tx, forget, [since]));
}
