import { defineLetter } from '../../../platform/mail/letter.ts';
import { paragraphs } from './second-factor.mails.ts';

export interface FactorResetValues {
  /** Where the link leads; its secret is added when the mail is made, in the fragment that no server sees. */
  readonly page: string;
}

export const factorResetAsked = defineLetter<FactorResetValues>(
  'second-factor-reset-asked',
  ({ wording, values, secret }) => ({
    subject: wording.of('secondFactors.mail.resetAsked.subject'),
    parts: [
      ...paragraphs(wording, 'greeting', 'resetAsked.text', 'resetAsked.notYou'),
      {
        kind: 'ACTION',
        label: wording.of('secondFactors.mail.resetAsked.label'),
        url: `${values.page}#contest=${secret}`,
      },
      ...paragraphs(wording, 'resetAsked.ignore'),
    ],
  }),
);

export const factorResetDone = defineLetter<object>('second-factor-reset-done', ({ wording }) => ({
  subject: wording.of('secondFactors.mail.resetDone.subject'),
  parts: paragraphs(wording, 'greeting', 'resetDone.text', 'resetDone.advice', 'notYou'),
}));

/** To the administrator who asked. */
export const factorResetContested = defineLetter<object>('second-factor-reset-contested', ({ wording }) => ({
  subject: wording.of('secondFactors.mail.resetContested.subject'),
  parts: paragraphs(wording, 'greeting', 'resetContested.text', 'resetContested.advice'),
}));
