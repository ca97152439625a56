import type { EmailAddress } from '../../../kernel/email-address.ts';
import { newId } from '../../../kernel/id.ts';
import type { Context } from '../../../platform/context.ts';
import { within, type Tx } from '../../../platform/database/database.ts';
import { statement } from '../../../platform/database/statement.ts';
import { EMAIL_SECRET_SECONDS } from '../email-secrets.ts';

/** Of one account, those that wait for their confirmation included. */
export const MOST_ADDRESSES = 10;

const forgetExpired = statement(
  'pending-address-forget',
  'delete from pending_address where account_id = $1 and expires_at <= $2',
);

const put = statement<{ id: string }>(
  'pending-address-put',
  `insert into pending_address (id, account_id, address, normalized, asked_at, expires_at)
   values ($1, $2, $3, $4, $5, $6)
   on conflict (account_id, normalized) do update
     set address = excluded.address, asked_at = excluded.asked_at, expires_at = excluded.expires_at
   returning id`,
);

const count = statement<{ all: number }>(
  'pending-address-count',
  `select count(*)::int as all from (
     select normalized from account_address where account_id = $1
     union select normalized from pending_address where account_id = $1) a`,
);

const take = statement<{ address: string }>(
  'pending-address-take',
  'delete from pending_address where id = $1 and account_id = $2 returning address',
);

/** Notes that the address waits, and for how long; asking again for the same one is one that waits. */
export async function putPendingAddress(
  { clock, random }: Pick<Context, 'clock' | 'random'>,
  tx: Tx,
  accountId: string,
  { typed, normalized }: EmailAddress,
): Promise<string> {
  const now = clock.now();
  const expiresAt = new Date(now.getTime() + EMAIL_SECRET_SECONDS * 1000);
  await within(tx, forgetExpired, [accountId, now]);
  const values = [newId(clock, random), accountId, typed, normalized, now, expiresAt];
  const [pending] = await within(tx, put, values);
  if (!pending) throw new Error('an address that waits was not kept');
  return pending.id;
}

/** How many addresses the account has, those that wait included. */
export async function countAddresses(tx: Tx, accountId: string): Promise<number> {
  const [counted] = await within(tx, count, [accountId]);
  return counted?.all ?? 0;
}

/** Takes it off the list of those that wait: because it was confirmed, or is no longer wanted. */
export async function takePendingAddress(
  tx: Tx,
  accountId: string,
  id: string | null,
): Promise<{ readonly address: string } | null> {
  const [taken] = await within(tx, take, [id, accountId]);
  return taken ?? null;
}
