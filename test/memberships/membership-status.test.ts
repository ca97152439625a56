import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { endOfDay, startOfDay } from '../../src/kernel/deadline.ts';
import { addDays, localDate, type LocalDate } from '../../src/kernel/local-date.ts';
import {
  continuousSince,
  statusOf,
  type MembershipStanding,
  type StandingFacts,
} from '../../src/modules/memberships/membership-status.ts';
import {
  AFFILIATION_REASONS,
  type AffiliationReason,
} from '../../src/modules/memberships/membership-words.ts';

const TORONTO = 'America/Toronto';
const day = localDate;
const noon = (date: string): Date => new Date(`${date}T17:00:00Z`);

/** Renewal opens 61 days before the end, and 31 days of grace follow it. */
const RULE = { renewalOpensDays: 61, graceDays: 31 };

/** Brought along from before. */
const ALWAYS = { knownAt: null, withdrawnAt: null };

const affiliation = (
  from: string,
  to: string | null = null,
  reason: AffiliationReason = 'ADMISSION',
): StandingFacts['affiliations'][number] => ({
  from: day(from),
  to: to === null ? null : day(to),
  reason,
  class: RULE,
  ...ALWAYS,
});
const term = (from: string, to: string | null): StandingFacts['terms'][number] => ({
  from: day(from),
  to: to === null ? null : day(to),
  ...ALWAYS,
});

function facts(changes: Partial<StandingFacts> = {}): StandingFacts {
  return {
    timeZone: TORONTO,
    affiliations: [affiliation('2025-03-10')],
    terms: [term('2025-03-10', '2026-01-01'), term('2026-01-01', '2027-01-01')],
    holds: [],
    ...changes,
  };
}

const resigned = facts({
  affiliations: [affiliation('2025-03-10', '2026-07-01'), affiliation('2026-07-01', null, 'RESIGNATION')],
});
const unpaidInFall = facts({ terms: [term('2025-04-01', '2025-10-01'), term('2026-01-01', '2027-01-01')] });
const onLeave = facts({
  holds: [{ kind: 'LEAVE', from: day('2026-03-01'), to: day('2026-09-01'), ...ALWAYS }],
});
const renewedEarly = facts({ terms: [...facts().terms, term('2027-01-01', '2028-01-01')] });
const forLife = facts({ terms: [term('2025-04-01', '2025-10-01'), term('2026-01-01', null)] });
const transferredAway = facts({ affiliations: [affiliation('2025-03-10', '2026-05-01')] });
const unpaid = facts({ terms: [] });
const suspended = facts({ holds: [{ kind: 'SUSPENSION', from: day('2026-03-01'), to: null, ...ALWAYS }] });

describe('the status of a membership (D1, D3)', () => {
  it.each<[string, StandingFacts, string, MembershipStanding['code'], string | null, string | null]>([
    ['for life', forLife, '2040-03-10', 'ACTIVE', '2026-01-01', null],
    [
      'for life, outside',
      { ...forLife, affiliations: resigned.affiliations },
      '2026-07-01',
      'ENDED',
      '2026-07-01',
      null,
    ],
    ['before admission', facts(), '2025-03-09', 'APPLICANT', null, '2025-03-09'],
    ['on the first day', facts(), '2025-03-10', 'ACTIVE', '2025-03-10', '2026-10-31'],
    [
      'when the next term is paid, through the year-end',
      facts(),
      '2025-12-15',
      'ACTIVE',
      '2025-03-10',
      '2026-10-31',
    ],
    ['the day before renewal opens', facts(), '2026-10-31', 'ACTIVE', '2025-03-10', '2026-10-31'],
    ['the day on which renewal opens', facts(), '2026-11-01', 'RENEWAL_DUE', '2026-11-01', '2026-12-31'],
    ['the last day paid for', facts(), '2026-12-31', 'RENEWAL_DUE', '2026-11-01', '2026-12-31'],
    ['the first day after it', facts(), '2027-01-01', 'GRACE', '2027-01-01', '2027-01-31'],
    ['the last day of grace', facts(), '2027-01-31', 'GRACE', '2027-01-01', '2027-01-31'],
    ['when grace is over', facts(), '2027-02-01', 'LAPSED', '2027-02-01', null],
    ['when the next year is paid early', renewedEarly, '2026-12-01', 'ACTIVE', '2025-03-10', '2027-10-31'],
    ['in a gap between two terms, first', unpaidInFall, '2025-10-15', 'GRACE', '2025-10-01', '2025-10-31'],
    ['in a gap between two terms, then', unpaidInFall, '2025-12-01', 'LAPSED', '2025-11-01', '2025-12-31'],
    ['after the gap', unpaidInFall, '2026-01-01', 'ACTIVE', '2026-01-01', '2026-10-31'],
    ['admitted, nothing paid yet', unpaid, '2026-01-01', 'APPLICANT', null, null],
    ['on leave', onLeave, '2026-03-01', 'ON_HOLD', '2026-03-01', '2026-08-31'],
    ['back from leave', onLeave, '2026-09-01', 'ACTIVE', '2026-09-01', '2026-10-31'],
    ['suspended until further notice', suspended, '2027-06-01', 'ON_HOLD', '2026-03-01', null],
    [
      'the day before a resignation takes effect',
      resigned,
      '2026-06-30',
      'ACTIVE',
      '2025-03-10',
      '2026-06-30',
    ],
    ['resigned', resigned, '2026-07-01', 'ENDED', '2026-07-01', null],
    ['transferred to another body', transferredAway, '2026-05-01', 'ENDED', '2026-05-01', null],
  ])('%s', (_, known, date, code, since, until) => {
    const status = statusOf(known, noon(date));

    expect({ code: status.code, since: status.since, until: status.until }).toEqual({ code, since, until });
  });

  it('says by which rules it was decided, with the dates', () => {
    expect(statusOf(facts(), noon('2026-11-22')).reasons).toEqual([
      { rule: 'TERM_IN_FORCE', lastDay: '2026-12-31' },
      { rule: 'RENEWAL_OPEN', from: '2026-11-01' },
    ]);
    expect(statusOf(facts(), noon('2027-02-01')).reasons).toEqual([
      { rule: 'TERM_OVER', lastDay: '2026-12-31' },
      { rule: 'GRACE_OVER', lastDay: '2027-01-31' },
    ]);
    expect(statusOf(resigned, noon('2026-07-01')).reasons).toEqual([
      { rule: 'AFFILIATION_CLOSED', reason: 'RESIGNATION', from: '2026-07-01' },
    ]);
  });

  it.each([
    [TORONTO, '2027-01-01T04:59:59.999Z', 'RENEWAL_DUE'],
    [TORONTO, '2027-01-01T05:00:00.000Z', 'GRACE'],
    ['America/Vancouver', '2027-01-01T06:59:59.999Z', 'RENEWAL_DUE'],
    ['America/Vancouver', '2027-01-01T07:00:00.000Z', 'GRACE'],
    ['America/Winnipeg', '2027-01-01T04:59:59.999Z', 'RENEWAL_DUE'],
    ['America/Winnipeg', '2027-01-01T05:00:00.000Z', 'GRACE'],
  ])('ends the day in the zone of the association: %s at %s is %s', (timeZone, instant, code) => {
    expect(statusOf(facts({ timeZone }), new Date(instant)).code).toBe(code);
  });

  it('keeps its word from the first to the last day that it names', () => {
    fc.assert(
      fc.property(anyFacts, anyDay, (known, date) => {
        const { code, since, until } = statusOf(known, endOfDay(date, TORONTO));

        const codeOn = (other: LocalDate): string => statusOf(known, startOfDay(other, TORONTO)).code;
        if (since !== null) {
          expect(since <= date).toBe(true);
          expect(codeOn(since)).toBe(code);
          expect(codeOn(addDays(since, -1))).not.toBe(code);
        }
        if (until !== null) {
          expect(until >= date).toBe(true);
          expect(codeOn(until)).toBe(code);
          expect(codeOn(addDays(until, 1))).not.toBe(code);
        }
      }),
      { numRuns: 300 },
    );
  });
});

describe('being a member without a gap (D1)', () => {
  it.each([
    ['counts from the first term when all adjoin', facts(), '2026-11-22', '2025-03-10'],
    ['starts again after a gap', unpaidInFall, '2026-11-22', '2026-01-01'],
    ['lasts through grace', facts(), '2027-01-15', '2025-03-10'],
    ['is over once lapsed', facts(), '2027-02-01', null],
    ['is over once resigned', resigned, '2026-11-22', null],
    ['has not begun for an applicant', unpaid, '2026-11-22', null],
    [
      'starts again with a reinstatement, even where the terms adjoin',
      facts({
        affiliations: [
          affiliation('2025-03-10', '2025-06-01'),
          affiliation('2025-06-01', '2025-08-01', 'REMOVAL'),
          affiliation('2025-08-01', null, 'REINSTATEMENT'),
        ],
      }),
      '2026-11-22',
      '2025-08-01',
    ],
    [
      'goes through a change of class',
      facts({
        affiliations: [
          affiliation('2025-03-10', '2025-06-01'),
          affiliation('2025-06-01', null, 'RECLASSIFICATION'),
        ],
      }),
      '2026-11-22',
      '2025-03-10',
    ],
  ])('%s', (_, known, date, since) => {
    expect(continuousSince(known, noon(date))).toBe(since);
  });
});

const anyDay = fc.integer({ min: 0, max: 900 }).map(days => addDays(day('2025-01-01'), days));
/** Periods that follow each other with or without gaps, the way that the tables hold them. */
const anyPeriods = (from: LocalDate) =>
  fc
    .array(fc.tuple(fc.integer({ min: 0, max: 60 }), fc.integer({ min: 1, max: 300 })), { maxLength: 4 })
    .map(lengths => {
      let start = from;
      return lengths.map(([gap, length]) => {
        const period = { from: addDays(start, gap), to: addDays(start, gap + length), ...ALWAYS };
        start = period.to;
        return period;
      });
    });
const anyFacts: fc.Arbitrary<StandingFacts> = fc.record({
  timeZone: fc.constant(TORONTO),
  affiliations: anyPeriods(day('2025-01-15')).chain(periods =>
    fc.tuple(
      ...periods.map(period =>
        fc.record({
          from: fc.constant(period.from),
          to: fc.constant(period.to),
          knownAt: fc.constant(null),
          withdrawnAt: fc.constant(null),
          reason: fc.constantFrom(...Object.values(AFFILIATION_REASONS)),
          class: fc.constantFrom(
            RULE,
            { renewalOpensDays: 0, graceDays: 0 },
            { renewalOpensDays: 400, graceDays: 90 },
          ),
        }),
      ),
    ),
  ),
  terms: anyPeriods(day('2025-02-01')),
  holds: anyPeriods(day('2025-05-01')).map(periods =>
    periods.map(period => ({ ...period, kind: 'LEAVE' as const })),
  ),
});
