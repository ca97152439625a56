import { localDate } from '../../src/kernel/local-date.ts';
import {
  membershipAdmitted,
  membershipHoldEnded,
  membershipOnHold,
  membershipReclassified,
  membershipReinstated,
  resignationReceived,
  resignationTakenBack,
  membershipReinstatedByPayment,
  reinstatementUndone,
} from '../../src/modules/memberships/changes/changes.mails.ts';
import { memberDied, memberLives } from '../../src/modules/memberships/death/death.mails.ts';
import { HOLD_KINDS } from '../../src/modules/memberships/index.ts';
import { carriedTermLetters } from '../../src/modules/memberships/transfers/carried-term.mails.ts';
import {
  transferAcceptedForMember,
  transferAcceptedForOffice,
  transferAsked,
  transferOverdue,
  transferRefusedForMember,
  transferRefusedForOffice,
  transferStandingStated,
  transferToDecide,
  transferToState,
  transferWithdrawn,
} from '../../src/modules/memberships/transfers/transfer.mails.ts';
import { person, association, samplesOf, type LetterSample } from './samples-of.ts';

const AMOUNTS = [0, 8_400, -14_595];
const CHANGE = {
  member: person,
  memberNumber: 'ON-1042',
  association: 'Institut canadien des urbanistes',
  memberClass: 'Membre à part entière',
  day: localDate('2027-02-01'),
};
const TRANSFER = {
  member: person,
  memberNumber: 'ON-1042',
  sending: 'Institut des planificateurs professionnels de l’Ontario',
  receiving: 'Planning Institute of British <Columbia>',
  memberClass: 'Membre & associé',
  day: localDate('2027-02-01'),
};

/** The letters of memberships. */
export const MEMBERSHIP_LETTERS: readonly LetterSample[] = [
  ...[transferAsked, transferToDecide, transferToState].flatMap(letter =>
    samplesOf(letter, {
      values: [true, false].map(needsStanding => ({
        ...TRANSFER,
        lastDay: localDate('2026-12-07'),
        needsStanding,
      })),
    }),
  ),
  ...samplesOf(transferStandingStated, {
    values: (['GOOD', 'OUTSTANDING'] as const).map(standing => ({ ...TRANSFER, standing })),
  }),
  ...samplesOf(transferRefusedForMember, {
    values: [null, 'Dossier <incomplet>'].map(reason => ({ ...TRANSFER, reason })),
  }),
  ...[transferOverdue, transferAcceptedForOffice, transferRefusedForOffice, transferWithdrawn].flatMap(
    letter => samplesOf(letter, { values: [TRANSFER] }),
  ),
  ...samplesOf(transferAcceptedForMember, {
    values: AMOUNTS.map(totalCents => ({ ...TRANSFER, totalCents })),
  }),
  ...[membershipReinstatedByPayment, reinstatementUndone].flatMap(letter =>
    samplesOf(letter, { values: [{ ...CHANGE, totalCents: 0 }] }),
  ),
  ...carriedTermLetters.flatMap(letter =>
    samplesOf(letter, {
      values: [
        {
          ...{ member: person, memberNumber: 'ON-1042', association, paidAt: TRANSFER.receiving },
          ...{ from: localDate('2027-02-01'), lastDay: localDate('2027-03-31') },
        },
      ],
    }),
  ),
  ...[membershipAdmitted, membershipReclassified, resignationTakenBack, membershipReinstated].flatMap(
    letter => samplesOf(letter, { values: AMOUNTS.map(totalCents => ({ ...CHANGE, totalCents })) }),
  ),
  ...[membershipOnHold, membershipHoldEnded].flatMap(letter =>
    samplesOf(letter, {
      values: Object.values(HOLD_KINDS).flatMap(kind =>
        [null, localDate('2027-05-31')].map(lastDay => ({ ...CHANGE, totalCents: 0, kind, lastDay })),
      ),
    }),
  ),
  ...samplesOf(resignationReceived, {
    values: [true, false].map(liesAhead => ({ ...CHANGE, totalCents: 0, liesAhead })),
  }),
  ...[memberDied, memberLives].flatMap(letter =>
    samplesOf(letter, {
      values: [
        {
          member: person,
          memberNumber: 'ON-1042',
          recordedBy: 'Institut canadien des urbanistes',
          day: localDate('2026-11-01'),
        },
      ],
    }),
  ),
];
