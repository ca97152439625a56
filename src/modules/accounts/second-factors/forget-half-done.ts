import type { Parts } from '../../../platform/context.ts';
import { within } from '../../../platform/database/database.ts';
import { statement } from '../../../platform/database/statement.ts';

const DAY_MS = 86_400_000;

const forgetPending = statement(
  'pending-sign-in-forget',
  'delete from pending_sign_in where expires_at <= $1',
);
const forgetSpent = statement(
  'passkey-challenge-forget',
  'delete from spent_passkey_challenge where expires_at <= $1',
);
const forgetUnconfirmed = statement(
  'totp-forget-unconfirmed',
  'delete from totp_factor where confirmed_at is null and enrolled_at <= $1',
);

/** Removes what was begun and never finished. */
export async function forgetHalfDone({ db, clock }: Pick<Parts, 'db' | 'clock'>): Promise<void> {
  const now = clock.now();
  await db.transaction(async tx => {
    await within(tx, forgetPending, [now]);
    await within(tx, forgetSpent, [now]);
    await within(tx, forgetUnconfirmed, [new Date(now.getTime() - DAY_MS)]);
  });
}
