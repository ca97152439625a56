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
import { SecondFactorKind } from '../../src/modules/accounts/second-factors/second-factor.enums.ts';
import {
  factorAdded,
  factorRemoved,
  recoveryCodesRenewed,
  recoveryCodeUsed,
} from '../../src/modules/accounts/second-factors/second-factor.mails.ts';
import { page, link, association, whether, samplesOf, type LetterSample } from './samples-of.ts';

const wordless = { values: [{}] };
const newAddress = 'n…e@maboite.example';
const address = 'a…e@maboite.example';
const kinds = [{ kind: 'PASSWORD_RESET' }, { kind: 'USERNAME_REMINDER' }] as const;
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

/** The letters of accounts. */
export const ACCOUNT_LETTERS: readonly LetterSample[] = [
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
];
