import { describe, expect, it } from '@jest/globals';
import { isLive, judgeRefresh, sessionLifetime } from '../../src/modules/accounts/session-rules.ts';
import { days, hours, minutes, seconds } from '../support/fake-clock.ts';

const now = new Date('2026-11-22T15:00:00Z');
const ago = (milliseconds: number): Date => new Date(now.getTime() - milliseconds);

const session = {
  endedAt: null,
  endsAt: new Date(now.getTime() + days(60)),
  lastUsedAt: ago(days(1)),
  idleSeconds: 30 * 86_400,
  accountDisabledAt: null,
};

describe('a session', () => {
  it.each([
    ['that was used yesterday', {}, true],
    ['that was signed out', { endedAt: ago(1) }, false],
    ['that has reached its end', { endsAt: now }, false],
    ['a millisecond before its end', { endsAt: new Date(now.getTime() + 1) }, true],
    ['that was not used for 30 days', { lastUsedAt: ago(days(30)) }, false],
    ['that was used a moment less than 30 days ago', { lastUsedAt: ago(days(30) - 1) }, true],
    ['of a disabled account', { accountDisabledAt: ago(1) }, false],
  ])('%s', (_case, facts, live) => {
    expect(isLive({ ...session, ...facts }, now)).toBe(live);
  });

  it('ends the same day in an internal tool', () => {
    const settings = {
      sessionIdleDays: 30,
      sessionDays: 90,
      staffSessionIdleMinutes: 60,
      staffSessionHours: 12,
    };
    const all = {
      ...settings,
      realmMode: 'TEST',
      publicUrl: 'http://localhost',
      accessTokenSeconds: 600,
    } as const;

    expect(sessionLifetime('PUBLISHABLE', all)).toEqual({
      idleSeconds: days(30) / 1000,
      seconds: days(90) / 1000,
    });
    expect(sessionLifetime('SECRET', all)).toEqual({
      idleSeconds: minutes(60) / 1000,
      seconds: hours(12) / 1000,
    });
  });
});

describe('a refresh token', () => {
  it.each([
    ['that nobody knows', undefined, 'ENDED'],
    ['that is fresh', { ...session, spentAt: null }, 'ROTATE'],
    ['that another tab spent 10 seconds ago', { ...session, spentAt: ago(seconds(10)) }, 'REPEAT'],
    ['that was spent a moment earlier than that', { ...session, spentAt: ago(seconds(10) + 1) }, 'REUSED'],
    [
      'that was spent in a session that has ended',
      { ...session, endedAt: now, spentAt: ago(hours(1)) },
      'ENDED',
    ],
  ])('%s is answered accordingly', (_case, facts, judgement) => {
    expect(judgeRefresh(facts, now)).toBe(judgement);
  });
});
