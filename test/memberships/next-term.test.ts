import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { addDays, daysBetween, localDate, type LocalDate } from '../../src/kernel/local-date.ts';
import {
  nextTerm,
  nextTerms,
  type DatedTermRule,
  type TermRule,
} from '../../src/modules/memberships/next-term.ts';
import type { TermKind } from '../../src/modules/memberships/membership-words.ts';

const rule = (kind: TermKind, rolloverOn: string | null = null): TermRule => ({
  kind,
  months: kind === 'ODD_LENGTH' ? 14 : null,
  rolloverOn,
});
const paidUntil = (...ends: readonly string[]) => ({
  yearStartsOn: '04-01',
  graceDays: 30,
  terms: ends.map(to => ({ from: addDays(localDate(to), -365), to: localDate(to) })),
});
const KINDS: readonly TermKind[] = ['CALENDAR_YEAR', 'ASSOCIATION_YEAR', 'ROLLING', 'ODD_LENGTH'];

describe('the next term of a member (D1, D2, D7)', () => {
  it.each<[string, TermRule, readonly string[], string, string, string]>([
    ['joining in a calendar year', rule('CALENDAR_YEAR'), [], '2026-05-10', '2026-05-10', '2027-01-01'],
    ['joining on New Year’s Day', rule('CALENDAR_YEAR'), [], '2026-01-01', '2026-01-01', '2027-01-01'],
    ['joining on New Year’s Eve', rule('CALENDAR_YEAR'), [], '2026-12-31', '2026-12-31', '2027-01-01'],
    [
      'joining before the rollover day',
      rule('CALENDAR_YEAR', '10-01'),
      [],
      '2026-09-30',
      '2026-09-30',
      '2027-01-01',
    ],
    [
      'joining on the rollover day',
      rule('CALENDAR_YEAR', '10-01'),
      [],
      '2026-10-01',
      '2026-10-01',
      '2028-01-01',
    ],
    ['joining in a year from April', rule('ASSOCIATION_YEAR'), [], '2026-03-31', '2026-03-31', '2026-04-01'],
    [
      'joining before the year from April rolls over',
      rule('ASSOCIATION_YEAR', '02-01'),
      [],
      '2027-01-31',
      '2027-01-31',
      '2027-04-01',
    ],
    [
      'joining after the year from April rolls over',
      rule('ASSOCIATION_YEAR', '02-01'),
      [],
      '2027-02-01',
      '2027-02-01',
      '2028-04-01',
    ],
    ['joining for twelve months', rule('ROLLING'), [], '2026-05-10', '2026-05-10', '2027-05-10'],
    [
      'joining for twelve months on a leap day',
      rule('ROLLING'),
      [],
      '2028-02-29',
      '2028-02-29',
      '2029-02-28',
    ],
    ['joining for fourteen months', rule('ODD_LENGTH'), [], '2026-01-31', '2026-01-31', '2027-03-31'],
    [
      'renewing a calendar year in November',
      rule('CALENDAR_YEAR'),
      ['2027-01-01'],
      '2026-11-15',
      '2027-01-01',
      '2028-01-01',
    ],
    [
      'renewing does not roll over',
      rule('CALENDAR_YEAR', '10-01'),
      ['2027-01-01'],
      '2026-11-15',
      '2027-01-01',
      '2028-01-01',
    ],
    [
      'renewing a year from April',
      rule('ASSOCIATION_YEAR'),
      ['2027-04-01'],
      '2026-11-15',
      '2027-04-01',
      '2028-04-01',
    ],
    [
      'renewing twelve months early',
      rule('ROLLING'),
      ['2027-05-10'],
      '2026-11-15',
      '2027-05-10',
      '2028-05-10',
    ],
    [
      'renewing fourteen months early',
      rule('ODD_LENGTH'),
      ['2027-03-31'],
      '2026-11-15',
      '2027-03-31',
      '2028-05-31',
    ],
    [
      'renewing what was renewed already',
      rule('ROLLING'),
      ['2027-05-10', '2028-05-10'],
      '2026-11-15',
      '2028-05-10',
      '2029-05-10',
    ],
    [
      'changing from twelve months to years',
      rule('CALENDAR_YEAR'),
      ['2027-05-10'],
      '2026-11-15',
      '2027-05-10',
      '2028-01-01',
    ],
    [
      'renewing on the last day of grace',
      rule('ROLLING'),
      ['2026-05-10'],
      '2026-06-08',
      '2026-05-10',
      '2027-05-10',
    ],
    ['coming back after grace', rule('ROLLING'), ['2026-05-10'], '2026-06-09', '2026-06-09', '2027-06-09'],
    [
      'coming back after grace in fall',
      rule('CALENDAR_YEAR', '10-01'),
      ['2026-01-01'],
      '2026-10-15',
      '2026-10-15',
      '2028-01-01',
    ],
  ])('%s', (_, of, ends, on, from, to) => {
    expect(nextTerm(of, paidUntil(...ends), localDate(on))).toEqual({ kind: of.kind, from, to });
  });

  const anyDay = fc.integer({ min: 0, max: 3000 }).map(n => addDays(localDate('2024-01-01'), n));
  const anyCase = fc.record({
    of: fc.constantFrom(...KINDS.map(kind => rule(kind)), rule('CALENDAR_YEAR', '10-01')),
    paidTo: anyDay,
    graceDays: fc.constantFrom(0, 1, 30, 90),
    on: anyDay,
  });
  const ALWAYS = { from: localDate('2000-01-01'), to: null };

  it('keeps every unused day of whatever kind, and takes none twice', () => {
    fc.assert(
      fc.property(anyCase, ({ of, paidTo, graceDays, on }) => {
        const facts = { ...paidUntil(paidTo), graceDays };

        const { from, to } = nextTerm(of, facts, on) ?? { from: on, to: on };

        expect(from >= paidTo).toBe(true);
        if (on <= paidTo) expect(from).toBe(paidTo);
        else if (daysBetween(paidTo, on) < graceDays) expect(from).toBe(paidTo);
        else expect(from).toBe(on);
        expect(to > from).toBe(true);
        if (of.kind === 'CALENDAR_YEAR') expect(to).toMatch(/-01-01$/);
        if (of.kind === 'ASSOCIATION_YEAR') expect(to).toMatch(/-04-01$/);
      }),
      { numRuns: 1000 },
    );
  });

  it('comes several times at once as the same terms one after another', () => {
    fc.assert(
      fc.property(anyCase, fc.integer({ min: 1, max: 5 }), ({ of, paidTo, graceDays, on }, howMany) => {
        const facts = { ...paidUntil(paidTo), graceDays };

        const terms = nextTerms([{ ...of, ...ALWAYS }], facts, on, howMany);

        expect(terms).toHaveLength(howMany);
        terms.slice(1).forEach((term, i) => expect(term.from).toBe(terms[i]?.to));
        expect(terms[0]).toEqual(nextTerm(of, facts, on));
      }),
    );
  });

  it('never comes after one for life, nor where terms of the class are for life', () => {
    const forLife = { ...paidUntil(), terms: [{ from: localDate('2026-01-01'), to: null }] };
    const day = localDate('2027-06-15');

    expect(nextTerm(rule('CALENDAR_YEAR'), forLife, day)).toBeNull();
    expect(nextTerm(rule('LIFETIME'), paidUntil(), day)).toBeNull();
    expect(nextTerms([{ ...rule('LIFETIME'), ...ALWAYS }], paidUntil(), day, 3)).toEqual([]);
  });

  it('goes by the rule of the day on which it begins', () => {
    const until = (to: string): LocalDate => localDate(to);
    const rules: readonly DatedTermRule[] = [
      { ...rule('ROLLING'), from: localDate('2020-01-01'), to: until('2027-01-01') },
      { ...rule('CALENDAR_YEAR'), from: localDate('2027-01-01'), to: null },
    ];

    expect(nextTerms(rules, paidUntil(), localDate('2026-06-15'), 3)).toEqual([
      { kind: 'ROLLING', from: '2026-06-15', to: '2027-06-15' },
      { kind: 'CALENDAR_YEAR', from: '2027-06-15', to: '2028-01-01' },
      { kind: 'CALENDAR_YEAR', from: '2028-01-01', to: '2029-01-01' },
    ]);
    expect(nextTerms([], paidUntil(), localDate('2026-06-15'), 3)).toEqual([]);
  });
});
