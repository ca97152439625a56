import type { Parts } from '../platform/context.ts';

const DAY = 86_400_000;

/** The same house some days earlier: what it writes then bears those dates. */
export const daysAgo = (parts: Parts, days: number): Parts => ({
  ...parts,
  clock: { now: () => new Date(parts.clock.now().getTime() - days * DAY) },
});
