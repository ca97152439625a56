import { describe, expect, it } from '@jest/globals';
import { Money } from '../../src/kernel/money.ts';
import { localDate } from '../../src/kernel/local-date.ts';
import {
  hasEarnedEffect,
  isPaidWhole,
  type SettlingLine,
} from '../../src/modules/billing/payments/line-settlement.ts';
import { intentState } from '../../src/modules/billing/payments/intents/intent-state.ts';
import { needsApproval } from '../../src/modules/billing/needs-approval.ts';
import { refundState } from '../../src/modules/billing/payments/refunding/refund-state.ts';
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
  ])('%s', (_, it, whole) => {
    const around = { intentStands: false, isInvoiceSettled: false };

    expect(isPaidWhole(it, around)).toBe(whole);
    expect(hasEarnedEffect(it, around)).toBe(whole);
  });

  it.each([
    ['ON_PAYMENT', false, false, false],
    ['ON_PAYMENT', true, false, false],
    ['ON_PAYMENT', false, true, true],
    ['ON_INTENT', false, false, false],
    ['ON_INTENT', true, false, true],
    ['ON_INVOICE', false, false, true],
  ] as const)(
    'a line of nothing, %s, an intent standing: %s, all of its invoice paid: %s',
    (settlement, intentStands, isInvoiceSettled, earned) => {
      const free = line(0, 0, { settlement, total: Money.cad(0) });

      expect(hasEarnedEffect(free, { intentStands, isInvoiceSettled })).toBe(earned);
      expect(hasEarnedEffect({ ...free, ...released }, { intentStands, isInvoiceSettled })).toBe(false);
    },
  );

  it.each([
    ['ON_PAYMENT', false, false],
    ['ON_PAYMENT', true, false],
    ['ON_INTENT', false, false],
    ['ON_INTENT', true, true],
    ['ON_INVOICE', false, true],
  ] as const)('unpaid, %s, an intent standing: %s', (settlement, intentStands, earned) => {
    const around = { intentStands, isInvoiceSettled: false };

    expect(hasEarnedEffect(line(0, 0, { settlement }), around)).toBe(earned);
    expect(hasEarnedEffect(line(100, 0, { settlement }), around)).toBe(true);
    expect(hasEarnedEffect(line(0, 100, { settlement, ...released }), around)).toBe(false);
    expect(hasEarnedEffect(line(0, 100, { settlement }), around)).toBe(false);
    expect(hasEarnedEffect(line(100, 0, { settlement, effect: 'NONE' }), around)).toBe(false);
  });
});

describe('days and limits of payments', () => {
  it.each([
    ['2027-01-01', '2028-01-01', 'CALENDAR_YEAR'],
    ['2027-04-01', '2028-04-01', 'ASSOCIATION_YEAR'],
    ['2027-03-15', '2028-03-15', 'ROLLING'],
    ['2024-02-29', '2025-02-28', 'ROLLING'],
    ['2027-01-01', '2028-03-01', 'ODD_LENGTH'],
    ['2026-09-30', '2028-04-01', 'ODD_LENGTH'],
    ['2026-10-01', '2027-03-01', 'ODD_LENGTH'],
    // Whoever is admitted within a year has the rest of it.
    ['2026-09-30', '2027-04-01', 'ASSOCIATION_YEAR'],
    ['2026-09-30', '2027-01-01', 'CALENDAR_YEAR'],
  ])('%s to %s is a term of the kind %s', (from, to, kind) => {
    expect(termKindOf({ from: localDate(from), to: localDate(to) }, '04-01')).toBe(kind);
  });

  it('half a year of a class whose terms last so long is a part of nothing', () => {
    const days = { from: localDate('2026-10-01'), to: localDate('2027-04-01') };

    expect(termKindOf(days, '04-01', 'ODD_LENGTH')).toBe('ODD_LENGTH');
    expect(termKindOf(days, '04-01', 'ASSOCIATION_YEAR')).toBe('ASSOCIATION_YEAR');
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
