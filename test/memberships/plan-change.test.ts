import { describe, expect, it } from '@jest/globals';
import { localDate } from '../../src/kernel/local-date.ts';
import {
  planHold,
  planHoldEnd,
  planReclassification,
  planReinstatement,
  planReinstatementUndone,
  planResignation,
  planResignationWithdrawn,
  type Plan,
} from '../../src/modules/memberships/changes/plan-change.ts';
import { standingAfter } from '../../src/modules/memberships/changes/preview-change.ts';
import type {
  AffiliationFacts,
  HoldFacts,
  MembershipClassFacts,
  MembershipHistory,
} from '../../src/modules/memberships/membership-facts.ts';
import type { TermsAfter } from '../../src/modules/memberships/money.ports.ts';
import type { AffiliationReason } from '../../src/modules/memberships/membership-words.ts';

const day = localDate;
const ALWAYS = { knownAt: null, withdrawnAt: null };
const classOf = (id: string): MembershipClassFacts => ({
  id: id as MembershipClassFacts['id'],
  code: id,
  nameFr: id,
  nameEn: id,
  heldBy: 'PERSON',
  requiresCpl: false,
  insuranceEligible: false,
  certificateEligible: false,
  votes: true,
  renewalOpensDays: 60,
  graceDays: 30,
  delegateLimit: null,
});
const stay = (
  from: string,
  to: string | null,
  reason: AffiliationReason = 'ADMISSION',
  more: Partial<AffiliationFacts> = {},
): AffiliationFacts => ({
  id: `${from}${reason}` as AffiliationFacts['id'],
  from: day(from),
  to: to === null ? null : day(to),
  reason,
  note: null,
  class: classOf('REGULAR'),
  ...ALWAYS,
  ...more,
});
const hold = (from: string, to: string | null): HoldFacts => ({
  id: 'hold' as HoldFacts['id'],
  kind: 'LEAVE',
  from: day(from),
  to: to === null ? null : day(to),
  ...ALWAYS,
});
const history = (
  affiliations: readonly AffiliationFacts[],
  holds: readonly HoldFacts[] = [],
): MembershipHistory => ({
  affiliations,
  terms: [{ id: 't' as never, kind: 'ROLLING', from: day('2025-01-01'), to: day('2028-01-01'), ...ALWAYS }],
  holds,
});

const member = history([stay('2025-01-01', null)]);
const leaving = history([stay('2025-01-01', '2026-12-01'), stay('2026-12-01', null, 'RESIGNATION')]);
const moving = history([stay('2025-01-01', '2026-12-01'), stay('2026-12-01', null, 'RECLASSIFICATION')]);
const dead = history([stay('2025-01-01', '2026-06-01'), stay('2026-06-01', null, 'DEATH')]);
const removed = history([stay('2025-01-01', '2026-06-01'), stay('2026-06-01', null, 'REMOVAL')]);
const gone = history([stay('2025-01-01', '2026-06-01')]);
const onLeave = history([stay('2025-01-01', null)], [hold('2026-11-01', '2027-01-01')]);
const leftOnLeave = history(removed.affiliations, [hold('2026-05-01', null)]);
const leftSuspended = history(removed.affiliations, [{ ...hold('2026-05-01', null), kind: 'SUSPENSION' }]);
const on = day('2026-11-22');
const before = day('2024-12-31');
const SENIOR = classOf('SENIOR');
const leave = (from: string, to: string | null) => ({
  kind: 'LEAVE' as const,
  from: day(from),
  to: to === null ? null : day(to),
});

describe('what stands against a change of a membership (C12, D18, D21)', () => {
  it.each<[string, Plan, string]>([
    ['no class before admission', planReclassification(member, before, SENIOR), 'NOT_MEMBER'],
    ['no class after the end', planReclassification(removed, on, SENIOR), 'NOT_MEMBER'],
    ['not the same class', planReclassification(member, on, classOf('REGULAR')), 'SAME_CLASS'],
    ['no hold before admission', planHold(member, leave('2024-12-31', null)), 'NOT_MEMBER'],
    ['no hold on held days', planHold(onLeave, leave('2026-12-31', null)), 'HELD_ALREADY'],
    ['no hold around held days', planHold(onLeave, leave('2026-10-01', null)), 'HELD_ALREADY'],
    ['no end of a hold that is over', planHoldEnd(onLeave, 'hold', day('2027-01-01')), 'HOLD_OVER'],
    ['no end of a hold that is not there', planHoldEnd(member, 'hold', on), 'HOLD_OVER'],
    ['no resignation before another change', planResignation(moving, on, 'x'), 'CHANGE_WAITS'],
    ['no resignation of whoever has left', planResignation(removed, on, 'x'), 'NOT_MEMBER'],
    [
      'nothing taken back where nobody resigned',
      planResignationWithdrawn(member, member, on),
      'NO_RESIGNATION',
    ],
    [
      'nothing taken back on the day',
      planResignationWithdrawn(leaving, leaving, day('2026-12-01')),
      'NO_RESIGNATION',
    ],
    ['no reinstatement of a member', planReinstatement(member, on, null), 'NOT_ENDED'],
    ['no reinstatement before the end', planReinstatement(leaving, on, null), 'NOT_ENDED'],
    ['no reinstatement before admission', planReinstatement(member, before, null), 'NOT_ENDED'],
    ['no reinstatement of the dead', planReinstatement(dead, on, null), 'DECEASED'],
  ])('%s', (_, plan, why) => {
    expect(plan).toBe(why);
  });

  it.each<[string, MembershipHistory, Plan, string, string | null, string]>([
    ['another class', member, planReclassification(member, on, SENIOR), '2026-11-22', 'SENIOR', 'ACTIVE'],
    [
      'another class until the resignation that stands',
      leaving,
      planReclassification(leaving, on, SENIOR),
      '2026-12-01',
      null,
      'ENDED',
    ],
    ['on leave', member, planHold(member, leave('2026-11-22', null)), '2026-11-22', 'REGULAR', 'ON_HOLD'],
    ['back from leave', onLeave, planHoldEnd(onLeave, 'hold', on), '2026-11-22', 'REGULAR', 'ACTIVE'],
    [
      'never on leave',
      onLeave,
      planHoldEnd(onLeave, 'hold', day('2026-11-01')),
      '2026-11-01',
      'REGULAR',
      'ACTIVE',
    ],
    ['resigned', member, planResignation(member, on, 'x'), '2026-11-22', null, 'ENDED'],
    ['a member until then', member, planResignation(member, on, 'x'), '2026-11-21', 'REGULAR', 'ACTIVE'],
    [
      'staying after all',
      leaving,
      planResignationWithdrawn(leaving, leaving, on),
      '2026-12-01',
      'REGULAR',
      'ACTIVE',
    ],
    [
      'reinstated after a removal',
      removed,
      planReinstatement(removed, on, SENIOR),
      '2026-11-22',
      'SENIOR',
      'ACTIVE',
    ],
    [
      'back from leave, which ended when they left',
      leftOnLeave,
      planReinstatement(leftOnLeave, on, null),
      '2026-11-22',
      'REGULAR',
      'ACTIVE',
    ],
    [
      'suspended as they were when they left',
      leftSuspended,
      planReinstatement(leftSuspended, on, null),
      '2026-11-22',
      'REGULAR',
      'ON_HOLD',
    ],
    ['out until then', removed, planReinstatement(removed, on, null), '2026-11-21', null, 'ENDED'],
    ['reinstated after leaving', gone, planReinstatement(gone, on, null), '2026-11-22', 'REGULAR', 'ACTIVE'],
  ])('leaves them %s', (_, known, plan, date, code, status) => {
    if (typeof plan === 'string') throw new Error(plan);
    const after = standingAfter({ known, steps: plan, timeZone: 'America/Toronto' }, day(date));

    expect([after.classAfter?.code ?? null, after.standingAfter.code]).toEqual([code, status]);
  });

  it('counts with the terms that it takes back and grants', () => {
    const days = { from: day('2025-01-01'), to: day('2028-01-01') };
    const codeWith = (terms: TermsAfter): string =>
      standingAfter({ known: member, steps: [], timeZone: 'America/Toronto', terms }, on).standingAfter.code;

    expect(codeWith({ granted: [], takenBack: [days] })).toBe('APPLICANT');
    expect(codeWith({ granted: [days], takenBack: [days] })).toBe('ACTIVE');
  });

  it('puts the first day of a stay right, and keeps why it began', () => {
    expect(planReclassification(member, day('2025-01-01'), SENIOR)).toEqual([
      { closeStay: member.affiliations[0], to: '2025-01-01' },
      { openStay: { class: SENIOR, from: '2025-01-01', to: null, reason: 'ADMISSION', note: null } },
    ]);
  });

  it('gives back whole a stay that a resignation on its first day took away', () => {
    const taken = stay('2026-12-01', null, 'ADMISSION', { withdrawnAt: 7 });
    const closing = stay('2026-12-01', null, 'RESIGNATION', { knownAt: 7 });

    const plan = planResignationWithdrawn(history([closing]), history([taken, closing]), on);

    expect(plan).toMatchObject([
      { withdrawStay: closing },
      { openStay: { from: '2026-12-01', to: null, reason: 'ADMISSION' } },
    ]);
  });

  it('takes an earlier resignation, taken back in the same instant, for no stay that this one took away', () => {
    const at = { knownAt: 7 };
    const before = stay('2025-01-01', '2026-12-01', 'ADMISSION', at);
    const earlier = stay('2026-12-01', null, 'RESIGNATION', { ...at, withdrawnAt: 7 });
    const closing = stay('2026-12-01', null, 'RESIGNATION', at);

    const plan = planResignationWithdrawn(
      history([before, closing]),
      history([earlier, before, closing]),
      on,
    );

    expect(plan).toEqual([{ withdrawStay: closing }, { closeStay: before, to: null }]);
  });

  describe('coming back is taken back', () => {
    const out = stay('2026-06-01', '2026-11-22', 'REMOVAL');
    const back = stay('2026-11-22', null, 'REINSTATEMENT', { knownAt: 7 });
    const steps = (known: readonly AffiliationFacts[], all = known): Plan =>
      planReinstatementUndone(history(known), history(all), back.id);

    it('and what was over before is over again', () => {
      expect(steps([out, back])).toEqual([{ withdrawStay: back }, { closeStay: out, to: null }]);
      expect(steps([back])).toEqual([{ withdrawStay: back }]);
    });

    it('with the classes that they had since, up to what ended it in turn', () => {
      const was = { ...back, to: day('2027-01-01') };
      const then = stay('2027-01-01', '2027-06-01', 'RECLASSIFICATION');
      const left = stay('2027-06-01', null, 'RESIGNATION');

      expect(steps([out, was, then, left])).toEqual([
        { withdrawStay: was },
        { withdrawStay: then },
        { closeStay: out, to: '2027-06-01' },
      ]);
    });

    it('also where they came back on the very day on which it was over', () => {
      const sameDay = stay('2026-11-22', null, 'RESIGNATION', { withdrawnAt: 7 });

      expect(steps([back], [sameDay, back])).toMatchObject([
        { withdrawStay: back },
        { openStay: { from: '2026-11-22', to: null, reason: 'RESIGNATION' } },
      ]);
    });

    it('once: somebody took it back already', () => {
      expect(steps([out], [out, { ...back, withdrawnAt: 9 }])).toEqual([]);
    });
  });
});
