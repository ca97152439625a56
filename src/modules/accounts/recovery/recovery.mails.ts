import { defineLetter, type LetterPart } from '../../../platform/mail/letter.ts';
import type { Wording } from '../../../platform/wording/wording.ts';
import type { CallReason } from './judge-recovery.ts';
import type { RecoveryKind } from './recovery-request.entity.ts';

/** What tells one account from another in a mail about several; null where there is nothing to tell it by. */
interface Named {
  readonly account: string | null;
}

export interface ResetLinkValues {
  readonly minutes: number;
  /** One per account. The secret of the mail holds their tokens in the same order, with a space between. */
  readonly entries: readonly (Named & {
    readonly page: string;
    readonly firstAccess: boolean;
    /** So that it can be sent again; absent from mails that were queued before there was a choice. */
    readonly accountId?: string | null;
  })[];
}

export interface ReminderValues {
  readonly entries: readonly (Named & {
    readonly username: string | null;
    readonly addresses: readonly string[];
    readonly memberNumbers: readonly { readonly association: string; readonly number: string }[];
  })[];
}

export const passwordResetLink = defineLetter<ResetLinkValues>(
  'password-reset-link',
  ({ wording, values: { minutes, entries }, secret }) => {
    const tokens = secret.split(' ');
    const isFirst = entries.every(entry => entry.firstAccess);
    return {
      subject: wording.of(`accounts.recovery.mail.link.subject.${wordFor(isFirst)}`),
      parts: [
        ...texts(wording, 'accounts.mail.greeting'),
        ...entries.flatMap(({ page, firstAccess, account }, place): LetterPart[] => [
          ...nameOf(wording, { account }, entries.length),
          ...texts(wording, `accounts.recovery.mail.link.text.${wordFor(firstAccess)}`),
          {
            kind: 'ACTION',
            label: wording.of('accounts.recovery.mail.link.label'),
            url: `${page}#token=${tokens[place] ?? ''}`,
          },
        ]),
        {
          kind: 'TEXT',
          text: wording.of('accounts.recovery.mail.link.life', { life: lifeOf(wording, minutes) }),
        },
        ...texts(wording, 'accounts.recovery.mail.link.ignore'),
      ],
    };
  },
);

export const usernameReminder = defineLetter<ReminderValues>(
  'username-reminder',
  ({ wording, values: { entries } }) => ({
    subject: wording.of('accounts.recovery.mail.reminder.subject'),
    parts: [
      ...texts(wording, 'accounts.mail.greeting', 'accounts.recovery.mail.reminder.text'),
      ...entries.flatMap(({ account, username, addresses, memberNumbers }): LetterPart[] => {
        const known = [
          ...(username === null
            ? []
            : [{ label: wording.of('accounts.recovery.mail.reminder.username'), code: username }]),
          ...memberNumbers.map(({ association, number }) => ({
            label: wording.of('accounts.recovery.mail.reminder.memberNumber', { association }),
            code: number,
          })),
          ...addresses.map(code => ({ label: wording.of('accounts.recovery.form.address'), code })),
        ];
        return [
          ...nameOf(wording, { account }, entries.length),
          ...known.map((one): LetterPart => ({ kind: 'CODE', ...one })),
          ...(known.length === 0 ? texts(wording, 'accounts.recovery.mail.reminder.nothing') : []),
        ];
      }),
      ...texts(wording, 'accounts.recovery.mail.reminder.password', 'accounts.recovery.mail.notYou'),
    ],
  }),
);

export const recoveryNamesDiffer = defineLetter<{ readonly kind: RecoveryKind }>(
  'recovery-names-differ',
  ({ wording, values }) => ({
    subject: wording.of(`accounts.recovery.mail.subject.${values.kind}`),
    parts: texts(
      wording,
      'accounts.mail.greeting',
      'accounts.recovery.mail.namesDiffer.text',
      'accounts.recovery.mail.namesDiffer.advice',
      'accounts.recovery.mail.notYou',
    ),
  }),
);

export const recoveryNamesMissing = defineLetter<{ readonly kind: RecoveryKind; readonly page: string }>(
  'recovery-names-missing',
  ({ wording, values }) => ({
    subject: wording.of(`accounts.recovery.mail.subject.${values.kind}`),
    parts: [
      ...texts(wording, 'accounts.mail.greeting', 'accounts.recovery.mail.namesMissing.text'),
      { kind: 'ACTION', label: wording.of('accounts.recovery.mail.namesMissing.label'), url: values.page },
      ...texts(wording, 'accounts.recovery.mail.notYou'),
    ],
  }),
);

export const recoveryCallUs = defineLetter<{
  readonly kind: RecoveryKind;
  readonly reason: CallReason;
  /** As they are written in the reader's language. */
  readonly phones: readonly string[];
}>('recovery-call-us', ({ wording, sender, values: { kind, reason, phones } }) => ({
  subject: wording.of(`accounts.recovery.mail.subject.${kind}`),
  parts: [
    ...texts(wording, 'accounts.mail.greeting', `accounts.recovery.mail.callUs.${reason}`),
    {
      kind: 'TEXT',
      text:
        phones.length === 0
          ? wording.of('accounts.recovery.mail.callUs.write', { email: sender.supportEmail })
          : wording.of('accounts.recovery.mail.callUs.call', { phones: oneOf(wording, phones) }),
    },
    ...texts(wording, 'accounts.recovery.mail.notYou'),
  ],
}));

/** To an address that was typed and that nobody has: it says nothing about anybody. */
export const recoveryNoAccount = defineLetter<{ readonly kind: RecoveryKind }>(
  'recovery-no-account',
  ({ wording, sender, values }) => ({
    subject: wording.of(`accounts.recovery.mail.subject.${values.kind}`),
    parts: texts(
      wording,
      'accounts.mail.greeting',
      'accounts.recovery.mail.noAccount.text',
      'accounts.recovery.mail.noAccount.advice',
    ),
    reason: wording.of('accounts.recovery.mail.noAccount.reason', { sender: sender.name }),
  }),
);

export const passwordWasSet = defineLetter<{ readonly firstAccess: boolean }>(
  'password-was-set',
  ({ wording, values: { firstAccess } }) => ({
    subject: wording.of(`accounts.recovery.mail.set.subject.${wordFor(firstAccess)}`),
    parts: texts(
      wording,
      'accounts.mail.greeting',
      `accounts.recovery.mail.set.text.${wordFor(firstAccess)}`,
      'accounts.mail.notYou',
    ),
  }),
);

export const recoveryLetters = [
  passwordResetLink,
  usernameReminder,
  recoveryNamesDiffer,
  recoveryNamesMissing,
  recoveryCallUs,
  recoveryNoAccount,
  passwordWasSet,
] as const;

const texts = (wording: Wording, ...keys: readonly string[]): LetterPart[] =>
  keys.map(key => ({ kind: 'TEXT', text: wording.of(key) }));

const nameOf = (wording: Wording, { account }: Named, of: number): LetterPart[] =>
  of > 1 && account !== null
    ? [{ kind: 'TEXT', text: wording.of('accounts.recovery.mail.account', { account }) }]
    : [];

const wordFor = (firstAccess: boolean): string => (firstAccess ? 'first' : 'forgotten');

const lifeOf = (wording: Wording, minutes: number): string =>
  minutes % 60 === 0
    ? wording.of('accounts.recovery.hours', { hours: minutes / 60 })
    : wording.of('accounts.recovery.minutes', { minutes });

const oneOf = ({ locale }: Wording, phones: readonly string[]): string =>
  new Intl.ListFormat(locale, { type: 'disjunction' }).format(phones);
