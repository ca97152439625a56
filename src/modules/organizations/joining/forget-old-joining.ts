import type { Parts } from '../../../platform/context.ts';
import { within } from '../../../platform/database/database.ts';
import { statement } from '../../../platform/database/statement.ts';

/** As long as somebody may still ask what became of it; the audit trail holds who decided. */
const KEPT_DAYS = 365;
const DAY_MS = 86_400_000;

const forgetRequests = statement(
  'join-requests-forget',
  'delete from join_request where coalesce(ended_at, expires_at) < $1',
);
const forgetCodes = statement(
  'organization-codes-forget',
  'delete from organization_code where least(ended_at, expires_at) < $1',
);

/** Removes requests and codes that are over since a year. A code that was removed was never valid, for all that it says. */
export async function forgetOldJoining({ db, clock }: Pick<Parts, 'db' | 'clock'>): Promise<void> {
  const before = new Date(clock.now().getTime() - KEPT_DAYS * DAY_MS);
  await db.transaction(async tx => {
    await within(tx, forgetRequests, [before]);
    await within(tx, forgetCodes, [before]);
  });
}
