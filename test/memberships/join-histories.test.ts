import { describe, expect, it } from '@jest/globals';
import { localDate } from '../../src/kernel/local-date.ts';
import {
  joinHistories,
  type DatedAffiliation,
} from '../../src/modules/memberships/merging/join-histories.ts';
import type { AffiliationReason } from '../../src/modules/memberships/membership-words.ts';

const ALWAYS = { knownAt: null, withdrawnAt: null };
const stay = (
  id: string,
  from: string,
  to: string | null,
  reason: AffiliationReason = 'ADMISSION',
): DatedAffiliation => ({
  id,
  from: localDate(from),
  to: to === null ? null : localDate(to),
  reason,
  ...ALWAYS,
});
const history = (...affiliations: readonly DatedAffiliation[]) => ({ affiliations, terms: [], holds: [] });

describe('two histories of one member (C13)', () => {
  it.each<[string, Parameters<typeof joinHistories>, ReturnType<typeof joinHistories>]>([
    [
      'stand side by side where one ended before the other began',
      [history(stay('a', '2019-01-01', '2020-01-01')), history(stay('b', '2020-01-01', null))],
      [],
    ],
    [
      'let a resignation last until the next admission, whichever record it stands in',
      [
        history(stay('b', '2024-01-01', null)),
        history(stay('a', '2019-01-01', '2020-01-01'), stay('left', '2020-01-01', null, 'RESIGNATION')),
      ],
      [{ id: 'left', to: localDate('2024-01-01') }],
    ],
    [
      'go on where the one was over and the other began on the very same day',
      [
        history(stay('a', '2019-01-01', '2024-01-01'), stay('left', '2024-01-01', null, 'RESIGNATION')),
        history(stay('b', '2024-01-01', null)),
      ],
      [{ id: 'left', to: null }],
    ],
    [
      'say once that both were over from the same day',
      [
        history(stay('a', '2019-01-01', '2020-01-01'), stay('left', '2020-01-01', null, 'RESIGNATION')),
        history(stay('gone', '2020-01-01', null, 'REMOVAL')),
      ],
      [{ id: 'gone', to: null }],
    ],
    [
      'let a death outweigh a resignation of the same day',
      [
        history(stay('a', '2019-01-01', '2020-01-01'), stay('left', '2020-01-01', null, 'RESIGNATION')),
        history(stay('dead', '2020-01-01', null, 'DEATH')),
      ],
      [{ id: 'left', to: null }],
    ],
    [
      'are one where both died on the same day',
      [
        history(stay('a', '2019-01-01', '2020-01-01'), stay('dead', '2020-01-01', null, 'DEATH')),
        history(stay('too', '2020-01-01', null, 'DEATH')),
      ],
      [{ id: 'too', to: null }],
    ],
    [
      'are two where one died on another day',
      [history(stay('dead', '2020-01-01', null, 'DEATH')), history(stay('b', '2020-01-02', null, 'DEATH'))],
      null,
    ],
    [
      'are two where both are members today',
      [history(stay('a', '2019-01-01', null)), history(stay('b', '2024-01-01', null))],
      null,
    ],
    [
      'are two where one resigned after the other was admitted',
      [
        history(stay('b', '2018-01-01', null)),
        history(stay('a', '2017-01-01', '2020-01-01'), stay('left', '2020-01-01', null, 'RESIGNATION')),
      ],
      null,
    ],
    [
      'are two where one of them died',
      [history(stay('dead', '2019-01-01', null, 'DEATH')), history(stay('b', '2024-01-01', null))],
      null,
    ],
    [
      'are one where what overlaps was never held to be so at one time',
      [
        history({ ...stay('a', '2019-01-01', null), withdrawnAt: 5 }),
        history({ ...stay('b', '2024-01-01', null), knownAt: 5 }),
      ],
      [],
    ],
    [
      'are two where both were on leave on the same day',
      [
        { ...history(), holds: [{ ...stay('h', '2024-01-01', '2025-01-01'), kind: 'LEAVE' }] },
        { ...history(), holds: [{ ...stay('i', '2024-12-31', '2025-12-31'), kind: 'LEAVE' }] },
      ],
      null,
    ],
    [
      'are two where both paid for the same day',
      [
        { ...history(), terms: [stay('t', '2024-01-01', '2025-01-01')] },
        { ...history(), terms: [stay('u', '2024-12-31', '2025-12-31')] },
      ],
      null,
    ],
  ])('%s', (_, histories, cuts) => {
    expect(joinHistories(...histories)).toEqual(cuts);
  });
});
