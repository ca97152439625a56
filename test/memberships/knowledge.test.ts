import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { addDays, localDate } from '../../src/kernel/local-date.ts';
import {
  continuousSince,
  statusOf,
  type StandingFacts,
} from '../../src/modules/memberships/membership-status.ts';

const day = localDate;
const noon = (date: string): Date => new Date(`${date}T17:00:00Z`);
const instant = (date: string | null): number | null => (date === null ? null : noon(date).getTime());
const known = (from: string | null, until: string | null = null) => ({
  knownAt: instant(from),
  withdrawnAt: instant(until),
});
const RULE = { renewalOpensDays: 60, graceDays: 30 };

const facts = (changes: Partial<StandingFacts>): StandingFacts => ({
  timeZone: 'America/Toronto',
  affiliations: [{ from: day('2024-01-01'), to: null, reason: 'ADMISSION', class: RULE, ...known(null) }],
  terms: [{ from: day('2024-01-01'), to: day('2026-01-01'), ...known(null) }],
  holds: [],
  ...changes,
});
const late = facts({
  terms: [
    { from: day('2024-01-01'), to: day('2026-01-01'), ...known(null) },
    { from: day('2026-01-01'), to: day('2027-01-01'), ...known('2026-03-10') },
  ],
});
const returned = facts({
  terms: [{ from: day('2024-01-01'), to: day('2027-01-01'), ...known('2024-01-01', '2026-05-05') }],
});
const resignedSince = facts({
  affiliations: [
    { from: day('2024-01-01'), to: null, reason: 'ADMISSION', class: RULE, ...known(null, '2025-09-15') },
    {
      from: day('2024-01-01'),
      to: day('2025-06-01'),
      reason: 'ADMISSION',
      class: RULE,
      ...known('2025-09-15'),
    },
    { from: day('2025-06-01'), to: null, reason: 'RESIGNATION', class: RULE, ...known('2025-09-15') },
  ],
});

describe('the status of a past day (D3, Z11)', () => {
  it.each([
    ['a term granted late does not cover the days before it was granted', late, '2026-02-20', 'LAPSED'],
    ['a term granted late counts from the moment it was granted', late, '2026-03-10', 'ACTIVE'],
    ['a term that was taken back still was there', returned, '2026-05-04', 'ACTIVE'],
    ['a term that was taken back is gone since', returned, '2026-05-06', 'APPLICANT'],
    [
      'whoever resigned as of an earlier day was a member until they said so',
      resignedSince,
      '2025-07-01',
      'ACTIVE',
    ],
    ['and is one no more since', resignedSince, '2025-09-16', 'ENDED'],
    ['what lies ahead goes by all that is known', late, '2026-12-31', 'RENEWAL_DUE'],
  ])('%s', (_, history, date, code) => {
    expect(statusOf(history, noon(date)).code).toBe(code);
  });

  it('names the days as they were known then', () => {
    expect(statusOf(late, noon('2026-01-15')).until).toBe('2026-01-30');
    expect(continuousSince(late, noon('2026-02-20'))).toBeNull();
    expect(continuousSince(late, noon('2026-03-11'))).toBe('2024-01-01');
  });

  it('stays what it was, whatever is learned, granted or taken back later', () => {
    const anyDay = fc.integer({ min: 0, max: 1200 }).map(n => addDays(day('2024-01-01'), n));
    const anyTerm = fc
      .tuple(anyDay, fc.integer({ min: 1, max: 500 }), anyDay)
      .map(([from, length, learned]) => ({ from, to: addDays(from, length), ...known(learned) }));
    fc.assert(
      fc.property(
        fc.array(anyTerm, { maxLength: 4 }),
        fc.array(anyTerm),
        anyDay,
        anyDay,
        (terms, more, at, later) => {
          fc.pre(at < later);
          const asked = noon(at);
          const then = facts({ terms: terms.filter(({ knownAt }) => (knownAt ?? 0) <= asked.getTime()) });
          const since = facts({
            terms: [
              ...then.terms.map(term => ({ ...term, withdrawnAt: instant(later) })),
              ...more.filter(({ knownAt }) => (knownAt ?? 0) > asked.getTime()),
            ],
          });

          const [before, after] = [statusOf(then, asked), statusOf(since, asked)];

          expect([after.code, after.since, after.until, after.reasons]).toEqual([
            before.code,
            before.since,
            before.until,
            before.reasons,
          ]);
        },
      ),
    );
  });
});
