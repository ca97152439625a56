import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { addDays, daysBetween, localDate, type LocalDate } from '../../src/kernel/local-date.ts';
import { deathIn, isBarred } from '../../src/modules/memberships/death/death.policy.ts';
import type { AffiliationFacts, MembershipHistory } from '../../src/modules/memberships/membership-facts.ts';
import {
  acceptsBySilence,
  carriedTerm,
  effectiveDay,
  entryInto,
  leavableStay,
  needsStanding,
} from '../../src/modules/memberships/transfers/transfer.policy.ts';

type Row = readonly [from: string, to: string | null, reason?: AffiliationFacts['reason'], classId?: string];

const day = localDate;
const known = { knownAt: null, withdrawnAt: null };
const stays = (...rows: readonly Row[]): readonly AffiliationFacts[] =>
  rows.map(
    ([from, to, reason = 'ADMISSION', classId = 'FULL'], i) =>
      ({
        id: String(i),
        from: day(from),
        to: to === null ? null : day(to),
        reason,
        note: null,
        class: { id: classId },
        ...known,
      }) as unknown as AffiliationFacts,
  );
const holds = (
  ...rows: readonly [kind: string, from: string, to: string | null][]
): MembershipHistory['holds'] =>
  rows.map(
    ([kind, from, to]) => ({ kind, from, to, ...known }) as unknown as MembershipHistory['holds'][number],
  );
const terms = (...rows: readonly [from: string, to: string][]): MembershipHistory['terms'] =>
  rows.map(
    ([from, to], i) =>
      ({
        id: String(i),
        kind: 'CALENDAR_YEAR',
        from,
        to,
        ...known,
      }) as unknown as MembershipHistory['terms'][number],
  );

describe('what a transfer leaves (C10)', () => {
  const on = day('2026-07-01');
  const member = stays(['2020-01-01', null]);

  it.each([
    ['a member', member, holds(), '0'],
    ['a member on leave', member, holds(['LEAVE', '2026-06-01', '2026-09-01']), '0'],
    ['somebody suspended', member, holds(['SUSPENSION', '2026-06-01', null]), 'SUSPENDED'],
    ['somebody whose suspension is over', member, holds(['SUSPENSION', '2026-06-01', '2026-07-01']), '0'],
    ['somebody not admitted yet', stays(['2026-08-01', null]), holds(), 'NOT_MEMBER'],
    ['somebody admitted that very day', stays(['2026-07-01', null]), holds(), 'CHANGE_WAITS'],
    [
      'somebody who has resigned',
      stays(['2020-01-01', '2026-05-01'], ['2026-05-01', null, 'RESIGNATION']),
      holds(),
      'NOT_MEMBER',
    ],
    [
      'somebody who resigns later',
      stays(['2020-01-01', '2026-12-31'], ['2026-12-31', null, 'RESIGNATION']),
      holds(),
      'CHANGE_WAITS',
    ],
    [
      'somebody who was transferred',
      stays(['2020-01-01', '2026-05-01'], ['2026-05-01', null, 'TRANSFER']),
      holds(),
      'NOT_MEMBER',
    ],
  ] as const)('%s', (_, affiliations, held, expected) => {
    const found = leavableStay({ affiliations, holds: held }, on);

    expect(typeof found === 'string' ? found : found.id).toBe(expected);
  });
});

describe('what a transfer enters (C10)', () => {
  const on = day('2026-07-01');

  it.each([
    ['somebody new', stays(), { ends: null, reason: 'ADMISSION' }],
    [
      'somebody who left long ago',
      stays(['2010-01-01', '2015-01-01'], ['2015-01-01', null, 'RESIGNATION']),
      { ends: { id: '1' }, reason: 'ADMISSION' },
    ],
    [
      'a member of both, in another class',
      stays(['2019-01-01', null, 'ADMISSION', 'SECONDARY']),
      { ends: { id: '0' }, reason: 'RECLASSIFICATION' },
    ],
    ['a member of both, in the same class', stays(['2019-01-01', null]), 'ALREADY_MEMBER'],
    ['somebody admitted there later', stays(['2026-09-01', null]), 'CHANGE_WAITS'],
  ] as const)('%s', (_, affiliations, expected) => {
    const entry = entryInto(affiliations, 'FULL', on);

    if (typeof expected === 'string') expect(entry).toBe(expected);
    else expect(entry).toMatchObject(expected);
  });
});

describe('the days that go along', () => {
  const on = day('2026-07-01');

  it.each([
    ['the rest of the year', terms(['2026-01-01', '2027-01-01']), terms(), ['2026-07-01', '2027-01-01']],
    [
      'not a year that is paid ahead: it is given back',
      terms(['2026-01-01', '2027-01-01'], ['2027-01-01', '2028-01-01']),
      terms(),
      ['2026-07-01', '2027-01-01'],
    ],
    [
      'not a year after a gap',
      terms(['2026-01-01', '2027-01-01'], ['2027-02-01', '2028-01-01']),
      terms(),
      ['2026-07-01', '2027-01-01'],
    ],
    ['nothing of a year that is over', terms(['2025-01-01', '2026-01-01']), terms(), null],
    [
      'only what is not paid there',
      terms(['2026-01-01', '2027-01-01']),
      terms(['2026-04-01', '2026-10-01']),
      ['2026-10-01', '2027-01-01'],
    ],
    [
      'not beyond what is paid there later',
      terms(['2026-01-01', '2027-01-01']),
      terms(['2026-09-01', '2027-09-01']),
      ['2026-07-01', '2026-09-01'],
    ],
    [
      'nothing where all is paid there',
      terms(['2026-01-01', '2027-01-01']),
      terms(['2026-01-01', '2027-01-01']),
      null,
    ],
  ] as const)('%s', (_, old, there, expected) => {
    const carried = carriedTerm(old, there, on);

    expect(carried && [carried.from, carried.to]).toEqual(expected);
  });

  it('are each paid once: no day is lost, and none is granted on another term', () => {
    const origin = day('2026-01-01');
    const period = fc
      .tuple(fc.integer({ min: 0, max: 200 }), fc.integer({ min: 1, max: 60 }))
      .map(([from, length]): [string, string] => [addDays(origin, from), addDays(origin, from + length)]);
    const apart = fc
      .array(period, { maxLength: 4 })
      .map(periods =>
        [...periods]
          .sort(([a], [b]) => (a < b ? -1 : 1))
          .reduce<[string, string][]>(
            (kept, one) => ((kept.at(-1)?.[1] ?? '') <= one[0] ? [...kept, one] : kept),
            [],
          ),
      );
    const isIn = (periods: readonly (readonly [string, string])[], one: LocalDate): boolean =>
      periods.some(([from, to]) => from <= one && one < to);

    fc.assert(
      fc.property(apart, apart, fc.integer({ min: 0, max: 260 }), (old, there, offset) => {
        const from = addDays(origin, offset);

        const carried = carriedTerm(terms(...old), terms(...there), from);

        const granted = carried === null ? [] : [[carried.from, carried.to] as const];
        for (let i = 0; carried !== null && i < daysBetween(carried.from, carried.to); i += 1)
          expect([isIn(old, addDays(carried.from, i)), isIn(there, addDays(carried.from, i))]).toEqual([
            true,
            false,
          ]);
        if (isIn(old, from)) expect(isIn(there, from) || isIn(granted, from)).toBe(true);
      }),
    );
  });
});

describe('who has a say (C11)', () => {
  const designation = { certificateEligible: true };
  const plain = { certificateEligible: false };

  it.each([
    [designation, 'HOLDER', true],
    [designation, 'SENDING', true],
    [plain, 'HOLDER', false],
    [plain, 'SENDING', false],
    // Nobody's member is taken over by an office that asks itself.
    [plain, 'RECEIVING', true],
  ] as const)('the body that is left: %j asked by %s', (memberClass, askedBy, expected) => {
    expect(needsStanding(memberClass, askedBy)).toBe(expected);
  });

  it.each([
    ['MANUAL', false, null, false],
    ['AFTER_DAYS', false, null, true],
    ['AFTER_DAYS', false, 'GOOD', true],
    ['AFTER_DAYS', false, 'OUTSTANDING', false],
    ['AFTER_DAYS', true, null, false],
    ['AFTER_DAYS', true, 'GOOD', false],
  ] as const)('silence: %s, must speak %s, said %s', (acceptance, needed, standing, expected) => {
    expect(acceptsBySilence(acceptance, needed, standing)).toBe(expected);
  });

  it('of a decision that comes late, the day is that of the decision', () => {
    expect(effectiveDay(day('2026-07-01'), day('2026-06-15'))).toBe('2026-07-01');
    expect(effectiveDay(day('2026-07-01'), day('2026-07-20'))).toBe('2026-07-20');
  });
});

describe('what a death ends', () => {
  it.each([
    ['a membership, on the day after', stays(['2020-01-01', null]), '2026-07-02', '0', []],
    [
      'what was to come, too',
      stays(['2020-01-01', '2026-09-01'], ['2026-09-01', null, 'RECLASSIFICATION', 'OTHER']),
      '2026-07-02',
      '0',
      ['1'],
    ],
    [
      'a resignation that was to come',
      stays(['2020-01-01', '2026-09-01'], ['2026-09-01', null, 'RESIGNATION']),
      '2026-07-02',
      '0',
      ['1'],
    ],
    ['an admission that was to come', stays(['2026-09-01', null]), '2026-07-02', null, ['0']],
  ] as const)('%s', (_, affiliations, closesOn, ends, nevers) => {
    const death = deathIn(affiliations, day('2026-07-01'));

    expect(death?.closesOn).toBe(closesOn);
    expect(death?.ends?.id ?? null).toBe(ends);
    expect(death?.nevers.map(({ id }) => id)).toEqual(nevers);
  });

  it('nothing where the membership was over', () => {
    expect(
      deathIn(stays(['2020-01-01', '2026-01-01'], ['2026-01-01', null, 'RESIGNATION']), day('2026-07-01')),
    ).toBeNull();
    expect(deathIn(stays(), day('2026-07-01'))).toBeNull();
  });

  it.each([
    ['INDIVIDUAL', 1, true],
    ['JOINT', 1, false],
    ['JOINT', 0, true],
    ['NON_PERSONAL', 0, false],
  ] as const)('sign-in to a %s account with %s others: %s', (kind, survivors, expected) => {
    expect(isBarred({ kind, survivors })).toBe(expected);
  });
});
