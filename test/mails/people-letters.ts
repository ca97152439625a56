import { localDate } from '../../src/kernel/local-date.ts';
import { StaffRole } from '../../src/modules/associations/index.ts';
import { personRecordsJoined, personRecordsSeparated } from '../../src/modules/people/merging/merge.mails.ts';
import { staffRoleEnded, staffRoleGiven } from '../../src/modules/people/staff/staff.mails.ts';
import { person, samplesOf, type LetterSample } from './samples-of.ts';

/** The letters of people. */
export const PEOPLE_LETTERS: readonly LetterSample[] = [
  ...samplesOf(staffRoleGiven, {
    values: Object.values(StaffRole).flatMap(role => [
      { role, firstDay: null, lastDay: null },
      { role, firstDay: localDate('2026-12-01'), lastDay: localDate('2027-01-31') },
    ]),
  }),
  ...samplesOf(staffRoleEnded, {
    values: [null, localDate('2026-12-01')].map(lastDay => ({ role: StaffRole.FINANCE, lastDay })),
  }),
  ...[personRecordsJoined, personRecordsSeparated].flatMap(letter =>
    samplesOf(letter, { values: [{ kept: person, other: 'Zoé L’Écuyer' }] }),
  ),
];
