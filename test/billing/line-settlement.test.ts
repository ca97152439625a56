import { describe, expect, it } from '@jest/globals';
import { Money } from '../../src/kernel/money.ts';
import { localDate } from '../../src/kernel/local-date.ts';
import {
  hasEarnedEffect,
  isPaidWhole,
  type SettlingLine,
} from '../../src/modules/billing/payments/line-settlement.ts';
import { intentState } from '../../src/modules/billing/payments/intents/intent-state.ts';
import { needsApproval, refundState } from '../../src/modules/billing/payments/refunding/refund-state.ts';
import { isInTime } from '../../src/modules/billing/payments/standing-intents.ts';
import { termKindOf } from '../../src/modules/billing/payments/term-kind.ts';

const line = (paid: number, credited: number, wanted: Partial<SettlingLine> = {}): SettlingLine => ({
  id: 'line' as never,
  supplierId: 'body' as never,
  effect: 'EXTEND_TERM',
  settlement: 'ON_PAYMENT',
  membershipId: null,
  period: null,
  total: Money.cad(100),
  paid: Money.cad(paid),
  credited: Money.cad(credited),
  releasedAt: null,
  ...wanted,
});
const released = { releasedAt: new Date(0) };

describe('what a line of 1.00 has earned (E6, E7, D5)', () => {
  it.each([
    ['nothing paid', line(0, 0), false],
    ['a cent short', line(99, 0), false],
    ['paid to the cent', line(100, 0), true],
    ['the rest credited', line(60, 40), true],
    ['all credited', line(0, 100), false],
    ['all credited and given up', line(0, 100, released), false],
    ['a line of nothing', line(0, 0, { total: Money.cad(0) }), true],
  ])('%s', (_, it, whole) => {
    expect(isPaidWhole(it)).toBe(whole);
    expect(hasEarnedEffect(it, { intentStands: false })).toBe(whole);
  });

  it.each([
    ['ON_PAYMENT', false, false],
    ['ON_PAYMENT', true, false],
    ['ON_INTENT', false, false],
    ['ON_INTENT', true, true],
    ['ON_INVOICE', false, true],
  ] as const)('unpaid, %s, an intent standing: %s', (settlement, intentStands, earned) => {
    expect(hasEarnedEffect(line(0, 0, { settlement }), { intentStands })).toBe(earned);
    expect(hasEarnedEffect(line(100, 0, { settlement }), { intentStands })).toBe(true);
    expect(hasEarnedEffect(line(0, 100, { settlement, ...released }), { intentStands })).toBe(false);
    expect(hasEarnedEffect(line(0, 100, { settlement }), { intentStands })).toBe(false);
    expect(hasEarnedEffect(line(100, 0, { settlement, effect: 'NONE' }), { intentStands })).toBe(false);
  });
});

describe('days and limits of payments', () => {
  it.each([
    ['2027-01-01', '2028-01-01', 'CALENDAR_YEAR'],
    ['2027-04-01', '2028-04-01', 'ASSOCIATION_YEAR'],
    ['2027-03-15', '2028-03-15', 'ROLLING'],
    ['2024-02-29', '2025-02-28', 'ROLLING'],
    ['2027-01-01', '2028-03-01', 'ODD_LENGTH'],
  ])('%s to %s is a term of the kind %s', (from, to, kind) => {
    expect(termKindOf(localDate(from), localDate(to), '04-01')).toBe(kind);
  });

  it.each([
    ['2027-04-01T03:59:59.999Z', true],
    ['2027-04-01T04:00:00.000Z', false],
  ])('an intent of %s is in time for March 31 in Toronto: %s', (at, inTime) => {
    const due = { dueOn: localDate('2027-03-31'), timeZone: 'America/Toronto' };

    expect(isInTime({ ...due, statedAt: new Date(at) })).toBe(inTime);
  });

  it('an intent is over once its deadline has passed, whenever somebody acts on that', () => {
    const deadlineAt = new Date('2027-01-31T04:59:59.999Z');

    expect(intentState({ deadlineAt, endedWhy: null }, deadlineAt)).toBe('STANDING');
    expect(intentState({ deadlineAt, endedWhy: null }, new Date(deadlineAt.getTime() + 1))).toBe('EXPIRED');
    expect(intentState({ deadlineAt, endedWhy: 'PAID' }, new Date(deadlineAt.getTime() + 1))).toBe('PAID');
  });

  it.each([
    [null, 100_000n, false],
    [50_000n, 50_000n, false],
    [50_000n, 50_001n, true],
    [0n, 1n, true],
  ])('above %s, a refund of %s waits for somebody else: %s', (above, cents, waits) => {
    expect(needsApproval(above, cents)).toBe(waits);
  });

  it('tells where a refund stands', () => {
    const dates = { approvedAt: null, withdrawnAt: null, doneAt: null, failedAt: null };
    const at = new Date(0);

    expect(refundState(dates)).toBe('AWAITING_APPROVAL');
    expect(refundState({ ...dates, withdrawnAt: at })).toBe('WITHDRAWN');
    expect(refundState({ ...dates, approvedAt: at })).toBe('SENT');
    expect(refundState({ ...dates, approvedAt: at, doneAt: at })).toBe('DONE');
    expect(refundState({ ...dates, approvedAt: at, failedAt: at })).toBe('FAILED');
  });
});
