import { defineLetter, type LetterPart } from '../../platform/mail/letter.ts';
import type { Wording } from '../../platform/wording/wording.ts';

/** Where the link leads; its secret is added when the mail is made, in the fragment that no server sees. */
export interface LinkValues {
  readonly page: string;
}

export interface NewAddressValues {
  /** Masked: the old mailbox may be somebody else's by now. */
  readonly newAddress: string;
}

export const emailChangeLink = defineLetter<LinkValues>(
  'email-change-link',
  ({ wording, values, secret }) => ({
    subject: wording.of('accounts.mail.changeLink.subject'),
    parts: [
      ...texts(wording, 'accounts.mail.greeting', 'accounts.mail.changeLink.text'),
      linkTo(wording, values, secret),
      ...texts(wording, 'accounts.mail.link.life', 'accounts.mail.link.ignore'),
    ],
  }),
);

export const emailConfirmationLink = defineLetter<LinkValues>(
  'email-confirmation-link',
  ({ wording, values, secret }) => ({
    subject: wording.of('accounts.mail.confirmationLink.subject'),
    parts: [
      ...texts(wording, 'accounts.mail.greeting', 'accounts.mail.confirmationLink.text'),
      linkTo(wording, values, secret),
      ...texts(wording, 'accounts.mail.link.life', 'accounts.mail.link.ignore'),
    ],
  }),
);

export const emailChangeRequested = defineLetter<NewAddressValues>(
  'email-change-requested',
  ({ wording, values }) => ({
    subject: wording.of('accounts.mail.changeRequested.subject'),
    parts: [
      ...texts(wording, 'accounts.mail.greeting'),
      { kind: 'TEXT', text: wording.of('accounts.mail.changeRequested.text', { ...values }) },
      ...texts(wording, 'accounts.mail.changeRequested.notYou'),
    ],
  }),
);

export const emailChanged = defineLetter<NewAddressValues>('email-changed', ({ wording, values }) => ({
  subject: wording.of('accounts.mail.changed.subject'),
  parts: [
    ...texts(wording, 'accounts.mail.greeting'),
    { kind: 'TEXT', text: wording.of('accounts.mail.changed.text', { ...values }) },
    ...texts(wording, 'accounts.mail.notYou'),
  ],
}));

export const emailAddressTaken = defineLetter<object>('email-address-taken', ({ wording }) => ({
  subject: wording.of('accounts.mail.taken.subject'),
  parts: texts(wording, 'accounts.mail.greeting', 'accounts.mail.taken.text', 'accounts.mail.taken.advice'),
}));

export const passwordChanged = defineLetter<object>('password-changed', ({ wording }) => ({
  subject: wording.of('accounts.mail.passwordChanged.subject'),
  parts: texts(
    wording,
    'accounts.mail.greeting',
    'accounts.mail.passwordChanged.text',
    'accounts.mail.notYou',
  ),
}));

export const sessionStolen = defineLetter<object>('session-stolen', ({ wording }) => ({
  subject: wording.of('accounts.mail.sessionStolen.subject'),
  parts: texts(
    wording,
    'accounts.mail.greeting',
    'accounts.mail.sessionStolen.text',
    'accounts.mail.sessionStolen.advice',
  ),
}));

export const accountsLetters = [
  emailChangeLink,
  emailConfirmationLink,
  emailChangeRequested,
  emailChanged,
  emailAddressTaken,
  passwordChanged,
  sessionStolen,
] as const;

export const texts = (wording: Wording, ...keys: readonly string[]): LetterPart[] =>
  keys.map(key => ({ kind: 'TEXT', text: wording.of(key) }));

export const linkTo = (wording: Wording, { page }: LinkValues, secret: string): LetterPart => ({
  kind: 'ACTION',
  label: wording.of('accounts.mail.link.label'),
  url: `${page}#token=${secret}`,
});
