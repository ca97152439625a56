import type { Clock } from '../../kernel/clock.ts';

export interface Budgeted {
  readonly allowed: boolean;
  readonly left: number;
  /** Whole seconds until the window ends. */
  readonly seconds: number;
}

/** A general budget of requests per caller and minute. It lives in memory: it keeps a process well, not a secret safe. */
export interface RequestBudget {
  readonly limit: number;
  readonly windowSeconds: number;
  spend(caller: string): Budgeted;
  /** What `spend` would say, without spending. */
  look(caller: string): Budgeted;
}

const WINDOW_SECONDS = 60;
const WINDOW_MS = WINDOW_SECONDS * 1_000;
/** Beyond this many callers in a minute the count starts afresh rather than filling the memory. */
const MOST_CALLERS = 50_000;

export function createRequestBudget(clock: Clock, limit: number): RequestBudget {
  const spent = new Map<string, number>();
  let endsAt = 0;

  function count(caller: string, cost: number): Budgeted {
    const now = clock.now().getTime();
    // A test realm's clock goes back when its data are reset: a window of the future would never end.
    if (now >= endsAt || now < endsAt - WINDOW_MS || spent.size > MOST_CALLERS) {
      spent.clear();
      endsAt = now + WINDOW_MS;
    }
    const before = spent.get(caller) ?? 0;
    const allowed = before < limit;
    if (allowed && cost > 0) spent.set(caller, before + cost);
    const left = Math.max(0, limit - before - cost);
    return { allowed, left, seconds: Math.max(1, Math.ceil((endsAt - now) / 1_000)) };
  }

  return {
    limit,
    windowSeconds: WINDOW_SECONDS,
    spend: caller => count(caller, 1),
    look: caller => count(caller, 0),
  };
}
