import { defineLetter, type Letter, type LetterPart } from '../../../platform/mail/letter.ts';
import type { Wording } from '../../../platform/wording/wording.ts';
import { linkTo, texts, type LinkValues, type NewAddressValues } from '../account.mails.ts';

export interface AddressValues {
  /** Masked: one of the mailboxes may be somebody else's by now. */
  readonly address: string;
}

const about = (wording: Wording, key: string, values: object): LetterPart => ({
  kind: 'TEXT',
  text: wording.of(`accounts.mail.${key}`, { ...values }),
});

export const emailAdditionLink = defineLetter<LinkValues>(
  'email-addition-link',
  ({ wording, values, secret }) => ({
    subject: wording.of('accounts.mail.additionLink.subject'),
    parts: [
      ...texts(wording, 'accounts.mail.greeting', 'accounts.mail.additionLink.text'),
      linkTo(wording, values, secret),
      ...texts(wording, 'accounts.mail.link.life', 'accounts.mail.link.ignore'),
    ],
  }),
);

export const emailAdditionRequested = defineLetter<NewAddressValues>(
  'email-addition-requested',
  ({ wording, values }) => ({
    subject: wording.of('accounts.mail.additionRequested.subject'),
    parts: [
      ...texts(wording, 'accounts.mail.greeting'),
      about(wording, 'additionRequested.text', values),
      ...texts(wording, 'accounts.mail.changeRequested.notYou'),
    ],
  }),
);

const news = (name: string, key: 'added' | 'removed' | 'primaryChanged'): Letter<AddressValues> =>
  defineLetter<AddressValues>(name, ({ wording, values }) => ({
    subject: wording.of(`accounts.mail.${key}.subject`),
    parts: [
      ...texts(wording, 'accounts.mail.greeting'),
      about(wording, `${key}.text`, values),
      ...texts(wording, 'accounts.mail.notYou'),
    ],
  }));

export const emailAddressAdded = news('email-address-added', 'added');
export const emailAddressRemoved = news('email-address-removed', 'removed');
export const primaryAddressChanged = news('primary-address-changed', 'primaryChanged');

export const addressesLetters = [
  emailAdditionLink,
  emailAdditionRequested,
  emailAddressAdded,
  emailAddressRemoved,
  primaryAddressChanged,
] as const;
