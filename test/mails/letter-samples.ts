import { localDate } from '../../src/kernel/local-date.ts';
import {
  emailAddressTaken,
  emailChanged,
  emailChangeLink,
  emailChangeRequested,
  emailConfirmationLink,
  passwordChanged,
  sessionStolen,
} from '../../src/modules/accounts/account.mails.ts';
import {
  emailAdditionLink,
  emailAdditionRequested,
  emailAddressAdded,
  emailAddressRemoved,
  primaryAddressChanged,
} from '../../src/modules/accounts/addresses/address.mails.ts';
import { accountsLinked } from '../../src/modules/accounts/linking/link.mails.ts';
import {
  addressNotReplaced,
  addressReplaced,
  addressReplacementAnnounced,
  addressReplacementAsked,
  addressReplacementStopped,
} from '../../src/modules/accounts/lost-address/lost-address.mails.ts';
import {
  passwordResetLink,
  passwordWasSet,
  recoveryCallUs,
  recoveryNamesDiffer,
  recoveryNamesMissing,
  recoveryNoAccount,
  usernameReminder,
} from '../../src/modules/accounts/recovery/recovery.mails.ts';
import {
  factorResetAsked,
  factorResetContested,
  factorResetDone,
} from '../../src/modules/accounts/second-factors/factor-reset.mails.ts';
import {
  factorAdded,
  factorRemoved,
  recoveryCodesRenewed,
  recoveryCodeUsed,
} from '../../src/modules/accounts/second-factors/second-factor.mails.ts';
import { SecondFactorKind } from '../../src/modules/accounts/second-factors/second-factor.enums.ts';
import { StaffRole } from '../../src/modules/associations/index.ts';
import { completionBlocked } from '../../src/modules/invitations/completion/completion.mails.ts';
import { InvitationTargetKind } from '../../src/modules/invitations/invitation.enums.ts';
import {
  acceptedLetter,
  confirmationLetter,
  disputedLetter,
  invitationLetter,
  type TargetWords,
} from '../../src/modules/invitations/invitation.mails.ts';
import { intentExpired, intentStated } from '../../src/modules/billing/payments/intents/intent.mails.ts';
import { paymentReceived } from '../../src/modules/billing/payments/payment.mails.ts';
import {
  PAYMENT_METHODS,
  REFUND_WAYS,
  RETURN_KINDS,
} from '../../src/modules/billing/payments/payment-words.ts';
import {
  paymentRefunded,
  paymentRefundFailed,
} from '../../src/modules/billing/payments/refunding/refund.mails.ts';
import {
  paymentReturned,
  takenFromCredit,
} from '../../src/modules/billing/payments/returning/return.mails.ts';
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
import { carriedTermLetters } from '../../src/modules/memberships/transfers/carried-term.mails.ts';
import { memberDied, memberLives } from '../../src/modules/memberships/death/death.mails.ts';
import { HOLD_KINDS } from '../../src/modules/memberships/index.ts';
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
import { delegateRolesChanged } from '../../src/modules/organizations/delegates/delegate.mails.ts';
import { DelegateRole } from '../../src/modules/organizations/index.ts';
import { RepresentationKind } from '../../src/modules/organizations/representations/representation.enums.ts';
import {
  representationEnded,
  representationRecorded,
} from '../../src/modules/organizations/representations/representation.mails.ts';
import {
  joined,
  joinedByThemselves,
  joinRequestDecided,
  joinRequested,
  joinRequestExpired,
  joinRequestReceived,
  joinRequestWithdrawn,
} from '../../src/modules/organizations/joining/joining.mails.ts';
import {
  principalReinstated,
  principalSuspended,
} from '../../src/modules/organizations/principal/principal.mails.ts';
import {
  handoverAwaiting,
  handoverRefused,
  handoverToApprove,
} from '../../src/modules/organizations/principal/handover-approval.mails.ts';
import {
  handoverCancelled,
  handoverDone,
  handoverOffered,
} from '../../src/modules/organizations/principal/principal-handover.mails.ts';
import type { AnyLetter, Letter } from '../../src/platform/mail/letter.ts';
import {
  organizationsJoined,
  organizationsSeparated,
} from '../../src/modules/organizations/merging/merge.mails.ts';
import { personRecordsJoined, personRecordsSeparated } from '../../src/modules/people/merging/merge.mails.ts';
import { staffRoleEnded, staffRoleGiven } from '../../src/modules/people/staff/staff.mails.ts';

/** What a letter may have to tell. */
export interface LetterSample {
  readonly letter: AnyLetter;
  readonly values: object;
  readonly secret: string;
}

/** One letter with values of every kind that it has words of its own for. */
const samplesOf = <Values extends object>(
  letter: Letter<Values>,
  { secret = '', values }: { readonly secret?: string; readonly values: readonly Values[] },
): LetterSample[] => values.map(one => ({ letter, values: one, secret }));

const page = 'https://aqpm.example/page';
const link = { secret: 'affilia_once_Secret-1', values: [{ page }] };
const wordless = { values: [{}] };
const newAddress = 'n…e@maboite.example';
const address = 'a…e@maboite.example';
const person = 'Ève L’Écuyer <& filles>';
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
const invitationId = '0193f5a2-0000-7000-8000-000000000001';
const association = 'Association des mots & des <lettres>';

const kinds = [{ kind: 'PASSWORD_RESET' }, { kind: 'USERNAME_REMINDER' }] as const;
const whether = [true, false] as const;
const factors = [
  { kind: SecondFactorKind.TOTP, name: null },
  { kind: SecondFactorKind.PASSKEY, name: 'Téléphone <bleu>' },
] as const;
const moments = ['2026-12-01T12:00:00Z', '2026-11-25T20:05:00Z'].map(effectiveAt => ({
  newAddress,
  effectiveAt,
  timeZone: 'America/Toronto',
}));
const ends = (['CONTESTED', 'WITHDRAWN', 'IMPOSSIBLE'] as const).map(why => ({ newAddress, why }));

const organization = 'Boréal & filles <inc.>';
const rolesLeft = [Object.values(DelegateRole), []];
const nothing = { organization: null, roles: [], staffRole: null } as const;
const targets: readonly TargetWords[] = [
  { ...nothing, kind: InvitationTargetKind.PERSON },
  { ...nothing, kind: InvitationTargetKind.MEMBERSHIP },
  { ...nothing, kind: InvitationTargetKind.STAFF_ROLE, staffRole: StaffRole.FINANCE },
  {
    ...nothing,
    kind: InvitationTargetKind.DELEGATION,
    organization,
    roles: Object.values(DelegateRole),
  },
];

export const LETTER_SAMPLES: readonly LetterSample[] = [
  ...[emailChangeLink, emailConfirmationLink, emailAdditionLink, factorResetAsked].flatMap(letter =>
    samplesOf(letter, link),
  ),
  ...[emailChangeRequested, emailChanged, emailAdditionRequested, addressReplaced].flatMap(letter =>
    samplesOf(letter, { values: [{ newAddress }] }),
  ),
  ...[emailAddressAdded, emailAddressRemoved, primaryAddressChanged].flatMap(letter =>
    samplesOf(letter, { values: [{ address }] }),
  ),
  ...[
    emailAddressTaken,
    passwordChanged,
    sessionStolen,
    recoveryCodesRenewed,
    factorResetDone,
    factorResetContested,
  ].flatMap(letter => samplesOf(letter, wordless)),
  ...samplesOf(accountsLinked, { values: [{ kept: 'membre-un' }, { kept: null }] }),

  ...samplesOf(addressReplacementAsked, {
    secret: link.secret,
    values: moments.map(moment => ({ ...moment, page })),
  }),
  ...samplesOf(addressReplacementAnnounced, { values: moments }),
  ...samplesOf(addressReplacementStopped, { values: ends }),
  ...samplesOf(addressNotReplaced, { values: ends }),

  ...samplesOf(passwordResetLink, {
    secret: 'affilia_once_Secret-1 affilia_once_Secret-2',
    values: [
      { minutes: 60, entries: [{ page, account: null, firstAccess: true }] },
      { minutes: 90, entries: [{ page, account: null, firstAccess: false }] },
      {
        minutes: 120,
        entries: [
          { page, account: 'membre-un', firstAccess: true },
          { page, account: 'AQPM 0042', firstAccess: false },
        ],
      },
    ],
  }),
  ...samplesOf(usernameReminder, {
    values: [
      { entries: [{ account: null, username: 'membre-un', addresses: [], memberNumbers: [] }] },
      { entries: [{ account: null, username: null, addresses: [], memberNumbers: [] }] },
      {
        entries: [
          {
            account: 'membre-deux',
            username: 'membre-deux',
            addresses: ['deux@maboite.example'],
            memberNumbers: [{ association, number: '0042' }],
          },
          { account: 'trois@maboite.example', username: null, addresses: [], memberNumbers: [] },
        ],
      },
    ],
  }),
  ...samplesOf(recoveryNamesDiffer, { values: kinds }),
  ...samplesOf(recoveryNamesMissing, { values: kinds.map(kind => ({ ...kind, page })) }),
  ...samplesOf(recoveryCallUs, {
    values: kinds.flatMap(kind =>
      (['NOT_SERVED', 'NO_NAMES', 'NON_PERSONAL'] as const).flatMap(reason =>
        [[], ['418 838-1107'], ['418 838-1107', '1 888 776-1668']].map(phones => ({
          ...kind,
          reason,
          phones,
        })),
      ),
    ),
  }),
  ...samplesOf(recoveryNoAccount, { values: kinds }),
  ...samplesOf(passwordWasSet, { values: whether.map(firstAccess => ({ firstAccess })) }),

  ...samplesOf(factorAdded, { values: factors }),
  ...samplesOf(factorRemoved, { values: factors }),
  ...samplesOf(recoveryCodeUsed, { values: [{ left: 9 }, { left: 1 }, { left: 0 }] }),

  ...samplesOf(invitationLetter, {
    secret: 'ABCD-EFGH-JKLM',
    values: targets.map((target, place) => ({
      invitationId,
      association,
      invitee: person,
      inviter: place === 0 ? null : 'Ana Tremblay',
      target,
      lastDay: localDate('2026-12-01'),
      page,
    })),
  }),
  ...samplesOf(acceptedLetter, {
    secret: link.secret,
    values: targets.flatMap(target =>
      (['INVITEE', 'INVITER'] as const).map(reader => ({
        invitationId,
        association,
        reader,
        // Not told to whoever reads it there.
        address: reader === 'INVITEE' ? '' : 'zoe@maboite.example',
        accepter: person,
        target,
        page,
      })),
    ),
  }),
  ...samplesOf(confirmationLetter, {
    secret: link.secret,
    values: targets.map((target, place) => ({
      invitationId,
      association,
      accepter: place === 0 ? null : person,
      target,
      page,
    })),
  }),
  ...samplesOf(disputedLetter, {
    values: targets.flatMap(target =>
      whether.map(suspended => ({ address: 'zoe@maboite.example', accepter: person, target, suspended })),
    ),
  }),
  ...samplesOf(delegateRolesChanged, { values: rolesLeft.map(roles => ({ organization, roles })) }),
  ...samplesOf(handoverOffered, {
    values: [{ organization, from: person, lastDay: localDate('2026-12-01') }],
  }),
  ...samplesOf(handoverDone, { values: [{ organization, from: person, to: 'Noël D’Amours' }] }),
  ...samplesOf(handoverCancelled, {
    values: (['DECLINED', 'WITHDRAWN', 'WITHDRAWN_BY_ASSOCIATION', 'OVERTAKEN'] as const).map(why => ({
      organization,
      from: person,
      to: 'Noël',
      why,
    })),
  }),
  ...[handoverAwaiting, handoverToApprove].flatMap(letter =>
    samplesOf(letter, {
      values: [{ organization, from: person, to: 'Noël D’Amours', lastDay: localDate('2026-12-01') }],
    }),
  ),
  ...samplesOf(handoverRefused, {
    values: [{ organization, from: person, to: 'Noël D’Amours', reason: 'Procès-verbal <manquant>' }],
  }),
  ...[principalSuspended, principalReinstated].flatMap(letter =>
    samplesOf(letter, { values: [{ organization }] }),
  ),
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
  ...samplesOf(paymentReceived, {
    values: Object.values(PAYMENT_METHODS).map((method, place) => ({
      method,
      amount: '1 234,56 $',
      receivedOn: localDate('2026-12-01'),
      credit: place === 0 ? null : '4,56 $',
      invoices: [
        { number: 'OPPI-2026-000123', paid: '1 000,00 $', open: null },
        { number: 'OPPI-2026-000124', paid: '230,00 $', open: '1,00 $' },
      ],
    })),
  }),
  ...samplesOf(paymentReturned, {
    values: Object.values(RETURN_KINDS).flatMap(kind =>
      [[], [{ number: 'OPPI-2026-000123', open: '45,00 $' }]].map(open => ({
        kind,
        open,
        amount: '229,95 $',
        returnedOn: localDate('2026-12-01'),
      })),
    ),
  }),
  ...samplesOf(takenFromCredit, {
    values: [
      {
        amount: '229,95 $',
        returnedOn: localDate('2026-12-01'),
        numbers: ['OPPI-2026-000123', 'OPPI-2026-000124'],
      },
    ],
  }),
  ...samplesOf(paymentRefunded, {
    values: Object.values(REFUND_WAYS).map(way => ({ way, amount: '229,95 $' })),
  }),
  ...samplesOf(paymentRefundFailed, { values: [{ amount: '229,95 $' }] }),
  ...samplesOf(intentStated, {
    values: (['CHEQUE', 'TRANSFER'] as const).map(method => ({
      method,
      number: 'OPPI-2026-000123',
      open: '229,95 $',
      expectedOn: localDate('2026-12-01'),
      lastDay: localDate('2026-12-22'),
    })),
  }),
  ...samplesOf(intentExpired, { values: [{ number: 'OPPI-2026-000123', open: '229,95 $' }] }),
  ...samplesOf(joinRequested, { values: [{ organization, person, lastDay: localDate('2026-12-01') }] }),
  ...samplesOf(joinRequestReceived, { values: [{ organization, lastDay: localDate('2026-12-01') }] }),
  ...samplesOf(joinRequestDecided, {
    values: [
      { organization, roles: Object.values(DelegateRole), reason: null },
      { organization, roles: [], reason: null },
      { organization, roles: [], reason: 'Contrat <terminé>' },
    ],
  }),
  ...samplesOf(joinRequestExpired, { values: [{ organization, lastDay: localDate('2026-12-01') }] }),
  ...samplesOf(joinRequestWithdrawn, { values: [{ organization, person }] }),
  ...samplesOf(joinedByThemselves, {
    values: [
      { organization, person, way: 'EMAIL_DOMAIN', domain: 'boreal.example' },
      { organization, person, way: 'CODE', domain: '' },
    ],
  }),
  ...samplesOf(joined, { values: [{ organization }] }),
  ...samplesOf(completionBlocked, { values: [{ person }] }),
  ...samplesOf(staffRoleGiven, {
    values: Object.values(StaffRole).flatMap(role => [
      { role, firstDay: null, lastDay: null },
      { role, firstDay: localDate('2026-12-01'), lastDay: localDate('2027-01-31') },
    ]),
  }),
  ...samplesOf(staffRoleEnded, {
    values: [null, localDate('2026-12-01')].map(lastDay => ({ role: StaffRole.FINANCE, lastDay })),
  }),
  ...[representationRecorded, representationEnded].flatMap(letter =>
    samplesOf(letter, {
      values: (['REPRESENTATIVE', 'REPRESENTED'] as const).flatMap(reader =>
        Object.values(RepresentationKind).flatMap(kind =>
          [null, '2027-01-31', '2026-11-30'].map(lastDay => ({
            reader,
            kind,
            representative: person,
            represented: organization,
            firstDay: localDate('2026-12-01'),
            lastDay: lastDay === null ? null : localDate(lastDay),
          })),
        ),
      ),
    }),
  ),
  ...[personRecordsJoined, personRecordsSeparated].flatMap(letter =>
    samplesOf(letter, { values: [{ kept: person, other: 'Zoé L’Écuyer' }] }),
  ),
  ...[organizationsJoined, organizationsSeparated].flatMap(letter =>
    samplesOf(letter, { values: [{ kept: organization, other: 'Boréales inc.' }] }),
  ),
];
