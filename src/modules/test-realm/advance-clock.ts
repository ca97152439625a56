import { bringTimedJobsForward } from '../../platform/jobs/timed-jobs.ts';
import { holdClockOffset, setClockOffset } from '../../platform/clock/clock-offset.ts';
import { recordAudit } from '../../platform/audit/record-audit.ts';
import type { Context } from '../../platform/context.ts';
import { keepAnswersLonger, once } from '../../platform/database/idempotency.ts';
import { InputIssues } from '../../platform/graphql/input-issues.ts';
import { InputIssueCode } from '../../platform/graphql/invalid-input.ts';
import { clientOf } from '../accounts/index.ts';
import { testRealmPorts } from './test-realm.ports.ts';

/** A length of time, as the sum of its parts. */
export type TimeParts = Readonly<Record<keyof typeof PARTS, number>>;

export interface AdvanceClock {
  /** To when; either this or `by`. */
  readonly to: Date | null;
  readonly by: TimeParts | null;
  readonly idempotencyKey?: string | undefined;
}

const PARTS = { days: 86_400_000, hours: 3_600_000, minutes: 60_000, seconds: 1_000 };
const MOST_YEARS = 5;
/** To the same day of the year five years on, whatever leap years lie between. */
const MOST_MS = 1_827 * PARTS.days;

/**
 * Moves domain time forward, for every process of the realm. In the same transaction the jobs that wait for an instant
 * come nearer by as much, because workers wake by machine time.
 */
export async function advanceClock(
  context: Context,
  { idempotencyKey: key, ...input }: AdvanceClock,
): Promise<{ readonly now: Date }> {
  const { machineClock, followClock } = context.ports.of(testRealmPorts);
  const operation = 'advanceClock';
  const moved = await once(context, { operation, key, input }, async tx => {
    const ahead = await holdClockOffset(tx);
    const before = new Date(machineClock.now().getTime() + ahead);
    const step = judgeStep(context, input, before);

    await setClockOffset(tx, ahead + step);
    await bringTimedJobsForward(tx, step);
    // Answers are kept for a day of our time: after a longer step a repeated request would move the clock again.
    await keepAnswersLonger(tx, operation, step);
    const now = new Date(before.getTime() + step).toISOString();
    await recordAudit(context, tx, {
      act: operation,
      subjectKind: 'Client',
      subjectId: clientOf(context).id,
      before: { now: before },
      after: { now },
    });
    return { now };
  });
  await followClock();
  return { now: new Date(moved.now) };
}

/** In milliseconds. */
function judgeStep({ wording }: Context, { to, by }: Pick<AdvanceClock, 'to' | 'by'>, now: Date): number {
  const issues = new InputIssues(wording);
  const judge = (field: string | readonly string[], step: number, least: number): void => {
    if (step < least) issues.add(field, InputIssueCode.OUT_OF_RANGE, 'testRealm.issue.backwards');
    if (step > MOST_MS)
      issues.add(field, InputIssueCode.OUT_OF_RANGE, 'testRealm.issue.tooFar', { years: MOST_YEARS });
  };
  if (to === null && by === null) issues.add('to', InputIssueCode.REQUIRED, 'testRealm.issue.toOrBy');
  if (to !== null && by !== null) issues.add('by', InputIssueCode.NOT_ALLOWED, 'testRealm.issue.toOrBy');
  const parts = by === null ? [] : lengthsOf(by);
  parts.forEach(([part, length]) => {
    judge(['by', part], length, 0);
  });
  issues.refuseIfAny();

  const step =
    to === null ? parts.reduce((sum, [, length]) => sum + length, 0) : to.getTime() - now.getTime();
  judge(to === null ? 'by' : 'to', step, 1);
  issues.refuseIfAny();
  return step;
}

const lengthsOf = (by: TimeParts): (readonly [part: string, milliseconds: number])[] =>
  Object.entries(PARTS).map(([part, length]) => [part, by[part as keyof TimeParts] * length]);
