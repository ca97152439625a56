import type { Parts } from '../../../platform/context.ts';
import { within } from '../../../platform/database/database.ts';
import { statement } from '../../../platform/database/statement.ts';

/** Answering takes seconds; what could not be answered for so long is not waited for any more. */
const KEPT_DAYS = 2;

const forget = statement('recovery-requests-forget', 'delete from recovery_request where asked_at <= $1');

/** Removes requests whose job was given up. */
export async function forgetRecoveryRequests({ db, clock }: Pick<Parts, 'db' | 'clock'>): Promise<void> {
  const since = new Date(clock.now().getTime() - KEPT_DAYS * 86_400_000);
  await db.transaction(tx => within(tx, forget, [since]));
}
