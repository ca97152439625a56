import type { ClaimedMail } from './mail-row.ts';

const MOST_ATTEMPTS = 25;
const LONGEST_MS = 72 * 3_600_000;
const FIRST_PAUSE_MS = 30_000;
const LONGEST_PAUSE_MS = 4 * 3_600_000;

/**
 * When to try again after an attempt that failed for now: after half a minute, then twice as long each time up to
 * four hours, which spreads 25 attempts over three days. Null when it was the last one. A mail with an end wakes
 * at its end at the latest, so that its secret does not outlive it.
 */
export function retryAt(
  mail: Pick<ClaimedMail, 'attempts' | 'queuedAt' | 'sendBefore'>,
  now: Date,
): Date | null {
  const lastTry = mail.queuedAt.getTime() + LONGEST_MS;
  if (mail.attempts >= MOST_ATTEMPTS || now.getTime() >= lastTry) return null;

  const pause = Math.min(FIRST_PAUSE_MS * 2 ** (mail.attempts - 1), LONGEST_PAUSE_MS);
  const latest = Math.min(lastTry, mail.sendBefore?.getTime() ?? lastTry);
  return new Date(Math.min(now.getTime() + pause, latest));
}
