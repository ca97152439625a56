import type { Clock } from '../../kernel/clock.ts';
import type { Database } from '../database/database.ts';
import { statement } from '../database/statement.ts';
import { digest } from '../secrets/digest.ts';
import type { Limits } from './limits.ts';

// One statement decides, so that of many parallel attempts exactly as many pass as the budget holds.
const spend = statement<{ attempts: number }>(
  'attempt-window-spend',
  `insert into attempt_window as kept (budget, key, attempts, ends_at) values ($1, $2, 1, $3)
   on conflict (budget, key) do update
     set attempts = case when kept.ends_at <= $4 then 1 else kept.attempts + 1 end,
         ends_at = case when kept.ends_at <= $4 then excluded.ends_at else kept.ends_at end
     where kept.ends_at <= $4 or kept.attempts < $5
   returning attempts`,
);

const end = statement<{ ends_at: Date }>(
  'attempt-window-end',
  'select ends_at from attempt_window where budget = $1 and key = $2',
);

const refund = statement(
  'attempt-window-refund',
  'update attempt_window set attempts = attempts - 1 where budget = $1 and key = $2 and ends_at > $3 and attempts > 0',
);

const forget = statement('attempt-window-forget', 'delete from attempt_window where ends_at <= $1');

export function createLimits(db: Database, clock: Clock): Limits {
  return {
    async spend({ name, points, seconds }, key) {
      const place = [name, hidden(key)];
      const now = clock.now();
      const spent = await db.read(spend, [...place, new Date(now.getTime() + seconds * 1_000), now, points]);
      if (spent.length > 0) return { allowed: true, retryAfterSeconds: 0 };
      const [window] = await db.read(end, place);
      const left = window ? Math.ceil((window.ends_at.getTime() - now.getTime()) / 1_000) : 1;
      return { allowed: false, retryAfterSeconds: Math.max(1, left) };
    },
    async refund({ name }, key) {
      await db.read(refund, [name, hidden(key), clock.now()]);
    },
  };
}

/** Removes the windows that have ended. */
export async function forgetEndedWindows(db: Database, clock: Clock): Promise<void> {
  await db.read(forget, [clock.now()]);
}

/** Keys are addresses, names and codes: the table counts them without holding them. */
const hidden = (key: string): string => digest(key).toString('base64url');
