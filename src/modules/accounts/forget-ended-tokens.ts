import type { Parts } from '../../platform/context.ts';
import { within } from '../../platform/database/database.ts';
import { statement } from '../../platform/database/statement.ts';

/** A token of a session that ended so long ago can only be answered by "sign in again", known or not. */
const REMEMBERED_DAYS = 30;

const forgetTokens = statement(
  'sessions-forget-tokens',
  `delete from refresh_token where session_id in
     (select id from session where coalesce(ended_at, ends_at) <= $1)`,
);

/** Removes the refresh tokens of sessions that are over. The sessions stay, as the record of who was signed in. */
export async function forgetEndedTokens({ db, clock }: Pick<Parts, 'db' | 'clock'>): Promise<void> {
  const since = new Date(clock.now().getTime() - REMEMBERED_DAYS * 86_400_000);
  await db.transaction(tx => within(tx, forgetTokens, [since]));
}
