import type { Clock } from '../../kernel/clock.ts';
import type { Database } from '../database/database.ts';
import { statement } from '../database/statement.ts';
import { digest } from '../secrets/digest.ts';
import type { Budget, Limits } from './limits.ts';

/** Up to so many points each attempt is remembered by its own instant; a row never holds many more. */
const MOST_INSTANTS = 100;

// What counts are the attempts of the seconds before now, at whatever moment: a window that slides.
const COUNTED =
  'from unnest(kept.instants, kept.attempts) as past (instant, attempts) where instant > $4 and attempts > 0';

// One statement decides, so that of many parallel attempts exactly as many pass as the budget holds.
const spend = statement<{ key: string }>(
  'attempt-window-spend',
  `insert into attempt_window as kept (budget, key, instants, attempts, ends_at)
   values ($1, $2, array[$3::timestamptz], array[1], $6)
   on conflict (budget, key) do update
     set (instants, attempts) = (
           select array_agg(instant order by instant), array_agg(together order by instant) from (
             select instant, sum(attempts)::int as together
             from (select instant, attempts ${COUNTED} union all select $3, 1) as each (instant, attempts)
             group by instant
           ) as grouped
         ),
         ends_at = greatest(kept.ends_at, excluded.ends_at)
     where (select coalesce(sum(attempts), 0) ${COUNTED}) < $5
   returning key`,
);

/** The attempt that must have left the window before another is allowed. */
const blocking = statement<{ instant: Date }>(
  'attempt-window-blocking',
  `select instant from (
     select instant, sum(past.attempts) over (order by instant desc) as since
     from attempt_window kept, unnest(kept.instants, kept.attempts) as past (instant, attempts)
     where kept.budget = $1 and kept.key = $2
   ) as summed where since >= $3 order by instant desc limit 1`,
);

const giveBack = statement(
  'attempt-window-give-back',
  `update attempt_window set attempts[array_position(instants, $3)] = attempts[array_position(instants, $3)] - 1
   where budget = $1 and key = $2 and attempts[array_position(instants, $3::timestamptz)] > 0`,
);

const forget = statement('attempt-window-forget', 'delete from attempt_window where ends_at <= $1');

export function createLimits(db: Database, clock: Clock): Limits {
  async function secondsLeft(budget: Budget, key: string, now: number): Promise<number> {
    const [last] = await db.read(blocking, [...placeOf(budget, key), budget.points]);
    return last ? Math.max(0, Math.ceil((last.instant.getTime() - now) / 1_000) + budget.seconds) : 0;
  }

  return {
    async spend(budget, key) {
      const { points, seconds } = budget;
      const place = placeOf(budget, key);
      const now = clock.now().getTime();
      const instant = rounded(now, budget);
      const since = new Date(now - seconds * 1_000);
      const endsAt = new Date(instant.getTime() + seconds * 1_000);
      const spent = await db.read(spend, [...place, instant, since, points, endsAt]);
      if (spent.length > 0) {
        return {
          allowed: true,
          retryAfterSeconds: 0,
          async giveBack() {
            await db.read(giveBack, [...place, instant]);
          },
        };
      }
      const left = await secondsLeft(budget, key, now);
      return { allowed: false, retryAfterSeconds: Math.max(1, left), giveBack: () => Promise.resolve() };
    },
    wait: (budget, key) => secondsLeft(budget, key, clock.now().getTime()),
  };
}

/** Large budgets count in steps, upwards, so that an attempt is never forgotten early and the row stays small. */
function rounded(now: number, { points, seconds }: Budget): Date {
  const step = points <= MOST_INSTANTS ? 1 : (seconds * 1_000) / MOST_INSTANTS;
  return new Date(Math.ceil(now / step) * step);
}

/** Removes what no longer counts. */
export async function forgetEndedWindows(db: Database, clock: Clock): Promise<void> {
  await db.read(forget, [clock.now()]);
}

const placeOf = ({ name }: Budget, key: string): readonly [string, string] => [name, hidden(key)];

/** Keys are addresses, names and codes: the table counts them without holding them. */
const hidden = (key: string): string => digest(key).toString('base64url');
