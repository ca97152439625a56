import { defineLetter } from '../../../platform/mail/letter.ts';
import { texts } from '../account.mails.ts';

export interface LinkedValues {
  /** The username or masked address of the account whose password counts; null where it has neither. */
  readonly kept: string | null;
}

export const accountsLinked = defineLetter<LinkedValues>(
  'accounts-linked',
  ({ wording, values: { kept } }) => ({
    subject: wording.of('accounts.mail.linked.subject'),
    parts: [
      ...texts(wording, 'accounts.mail.greeting', 'accounts.mail.linked.text'),
      {
        kind: 'TEXT',
        text: wording.of('accounts.mail.linked.password', {
          named: kept === null ? 'no' : 'yes',
          kept: kept ?? '',
        }),
      },
      ...texts(wording, 'accounts.mail.linked.sessions', 'accounts.mail.linked.notYou'),
    ],
  }),
);

export const linkingLetters = [accountsLinked] as const;
