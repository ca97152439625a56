import type { CallingClient, Settings } from '../../platform/context.ts';

/** Tabs and retries that refresh at the same moment get the same successor. */
export const REFRESH_GRACE_MS = 10_000;

export interface SessionLifetime {
  readonly idleSeconds: number;
  readonly seconds: number;
}

export interface SessionFacts {
  readonly endedAt: Date | null;
  readonly endsAt: Date;
  readonly lastUsedAt: Date;
  readonly idleSeconds: number;
  readonly accountDisabledAt: Date | null;
}

export interface RefreshFacts extends SessionFacts {
  readonly spentAt: Date | null;
}

const MINUTE = 60;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** Internal tools show other people's data, so a session there ends the same day. */
export function sessionLifetime(kind: CallingClient['kind'], settings: Settings): SessionLifetime {
  return kind === 'SECRET'
    ? { idleSeconds: settings.staffSessionIdleMinutes * MINUTE, seconds: settings.staffSessionHours * HOUR }
    : { idleSeconds: settings.sessionIdleDays * DAY, seconds: settings.sessionDays * DAY };
}

export function isLive(session: SessionFacts, now: Date): boolean {
  const idleSince = now.getTime() - session.lastUsedAt.getTime();
  return (
    session.endedAt === null &&
    session.accountDisabledAt === null &&
    now < session.endsAt &&
    idleSince < session.idleSeconds * 1000
  );
}

/** The same as a condition on the session `s` of the account `a`, where rows are chosen by it. */
export const LIVE_SESSION = (now: string): string =>
  `s.ended_at is null and s.ends_at > ${now} and a.disabled_at is null
   and s.last_used_at + s.idle_seconds * interval '1 second' > ${now}`;

/**
 * What a refresh token is answered. `REPEAT`: it was spent a moment ago, by another tab or a lost answer.
 * `REUSED`: it was spent long ago, so two parties hold it, and one of them stole it.
 */
export function judgeRefresh(
  facts: RefreshFacts | undefined,
  now: Date,
): 'ROTATE' | 'REPEAT' | 'REUSED' | 'ENDED' {
  if (!facts || !isLive(facts, now)) return 'ENDED';
  if (facts.spentAt === null) return 'ROTATE';
  return now.getTime() - facts.spentAt.getTime() <= REFRESH_GRACE_MS ? 'REPEAT' : 'REUSED';
}
