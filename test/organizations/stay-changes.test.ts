import { describe, expect, it } from '@jest/globals';
import { localDate } from '../../src/kernel/local-date.ts';
import {
  stayChanges,
  type Stay,
  type StayFault,
  type WantedStay,
} from '../../src/modules/organizations/sections/stay-changes.ts';

const TODAY = localDate('2026-11-22');
const day = (text: string | null) => (text === null ? null : localDate(text));
const stay = (sectionId: string, from: string, to: string | null): Stay => ({
  sectionId,
  from: localDate(from),
  to: day(to),
});
type Typed = readonly [sectionId: string | null, from: string, lastDay: string | null, withdrawn?: boolean];
const wanted = (rows: readonly Typed[]): WantedStay[] =>
  rows.map(([sectionId, from, lastDay, withdrawn = false], row) => ({
    row,
    sectionId,
    from: localDate(from),
    lastDay: day(lastDay),
    withdrawn,
  }));

const KNOWN = [
  stay('cinema', '2019-04-01', '2022-04-01'),
  stay('cinema', '2024-04-01', null),
  stay('television', '2020-04-01', '2026-12-01'),
  stay('numerique', '2027-01-01', null),
];

describe('stays in sections (C6)', () => {
  const judge = (rows: readonly Typed[], mayRecordPast = false) => {
    const faults: [number, string, StayFault][] = [];
    const changes = stayChanges(
      { known: KNOWN, today: TODAY, mayRecordPast },
      wanted(rows),
      (one, ...fault) => faults.push([one.row, ...fault]),
    );
    return { changes, faults };
  };

  it.each<[string, Typed, Partial<ReturnType<typeof stayChanges>>]>([
    ['begins today', ['doc', '2026-11-22', null], { begun: [stay('doc', '2026-11-22', null)] }],
    [
      'begins and ends to come',
      ['doc', '2027-01-01', '2027-01-01'],
      { begun: [stay('doc', '2027-01-01', '2027-01-02')] },
    ],
    [
      'begins on the day after another ended',
      ['television', '2026-12-01', null],
      { begun: [stay('television', '2026-12-01', null)] },
    ],
    [
      'ends with today, inclusive',
      ['cinema', '2024-04-01', '2026-11-22'],
      { ended: [stay('cinema', '2024-04-01', '2026-11-23')] },
    ],
    [
      'ended with yesterday',
      ['cinema', '2024-04-01', '2026-11-21'],
      { ended: [stay('cinema', '2024-04-01', '2026-11-22')] },
    ],
    [
      'gets another end',
      ['television', '2020-04-01', '2027-03-31'],
      { ended: [stay('television', '2020-04-01', '2027-04-01')] },
    ],
    ['keeps the end that it has', ['television', '2020-04-01', null], {}],
    ['is sent again', ['television', '2020-04-01', '2026-11-30'], {}],
    ['is taken back before it begins', ['numerique', '2027-01-01', null, true], { withdrawn: [KNOWN[3]!] }],
    ['was taken back already', ['doc', '2027-01-01', null, true], {}],
  ])('one that %s', (_, row, changes) => {
    expect(judge([row])).toEqual({
      changes: { withdrawn: [], ended: [], begun: [], ...changes },
      faults: [],
    });
  });

  it.each<[string, Typed, string, StayFault]>([
    ['is in no section of the association', [null, '2026-11-22', null], 'sectionId', 'unknown'],
    ['ends before it begins', ['doc', '2026-11-23', '2026-11-22'], 'to', 'backwards'],
    ['begins in eleven years', ['doc', '2037-11-23', null], 'from', 'tooFar'],
    ['begins on the last day of all', ['doc', '9999-12-31', '2029-03-31'], 'from', 'tooFar'],
    ['ends on the last day of all', ['doc', '2026-11-23', '9999-12-31'], 'to', 'tooFar'],
    ['began yesterday', ['doc', '2026-11-21', null], 'from', 'past'],
    ['ended before yesterday', ['cinema', '2024-04-01', '2026-11-20'], 'to', 'past'],
    ['has begun and is taken back', ['cinema', '2024-04-01', null, true], 'withdrawn', 'begun'],
    ['is over and gets another end', ['cinema', '2019-04-01', '2022-04-30'], 'to', 'over'],
    ['begins while another runs', ['cinema', '2027-01-01', null], 'from', 'overlap'],
    ['begins before another that has no end in sight', ['numerique', '2026-11-22', null], 'from', 'overlap'],
  ])('refused: one that %s', (_, row, field, fault) => {
    expect(judge([row]).faults).toEqual([[0, field, fault]]);
  });

  it('judges those that are sent together by one another', () => {
    expect(
      judge([
        ['doc', '2026-11-22', null],
        ['doc', '2026-11-22', '2026-12-31'],
      ]).faults,
    ).toEqual([[1, 'from', 'twice']]);
    expect(
      judge([
        ['cinema', '2024-04-01', '2026-12-31'],
        ['cinema', '2027-01-01', null],
      ]).faults,
    ).toEqual([]);
    expect(
      judge([
        ['television', '2020-04-01', '2026-12-31'],
        ['television', '2026-12-01', null],
      ]).faults,
    ).toEqual([
      [0, 'to', 'overlap'],
      [1, 'from', 'overlap'],
    ]);
  });

  it('lets staff say what was, but neither change what is over nor lay two stays over each other', () => {
    expect(
      judge(
        [
          ['doc', '2020-04-01', '2021-03-31'],
          ['cinema', '2024-04-01', '2025-03-31'],
        ],
        true,
      ).faults,
    ).toEqual([]);
    expect(
      judge(
        [
          ['cinema', '2021-04-01', '2023-03-31'],
          ['cinema', '2019-04-01', '2022-04-30'],
        ],
        true,
      ).faults,
    ).toEqual([
      [1, 'to', 'over'],
      [0, 'from', 'overlap'],
    ]);
  });
});
