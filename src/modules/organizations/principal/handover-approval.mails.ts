import type { LocalDate } from '../../../kernel/local-date.ts';
import { defineLetter, type Letter, type LetterPart } from '../../../platform/mail/letter.ts';
import { dateInWords } from '../../../platform/wording/date-in-words.ts';

export interface HandoverWaitingValues {
  readonly organization: string;
  readonly from: string;
  readonly to: string;
  /** Of waiting. */
  readonly lastDay: LocalDate;
}

export interface HandoverRefusedValues {
  readonly organization: string;
  readonly from: string;
  readonly to: string;
  /** In the association's words. */
  readonly reason: string;
}

const text = (words: string): LetterPart => ({ kind: 'TEXT', text: words });

const waiting = (name: string, key: string, ending: 'question' | 'none'): Letter<HandoverWaitingValues> =>
  defineLetter<HandoverWaitingValues>(name, ({ wording, values, sender: { supportEmail } }) => {
    const say = (what: string): string =>
      wording.of(`organizations.mail.${key}.${what}`, {
        ...values,
        lastDay: dateInWords(values.lastDay, wording.locale),
      });
    const question = text(wording.of('organizations.mail.question', { supportEmail }));
    return {
      subject: say('subject'),
      parts: [text(say('text')), text(say('until')), ...(ending === 'question' ? [question] : [])],
    };
  });

/** To both, when the association has to approve what they have agreed. */
export const handoverAwaiting = waiting('principal-handover-awaiting', 'awaiting', 'question');

/** To the association's office, which approves. */
export const handoverToApprove = waiting('principal-handover-to-approve', 'toApprove', 'none');

/** To both, when the association says no. */
export const handoverRefused = defineLetter<HandoverRefusedValues>(
  'principal-handover-refused',
  ({ wording, values, sender: { supportEmail } }) => {
    const say = (what: string): string => wording.of(`organizations.mail.refused.${what}`, { ...values });
    return {
      subject: say('subject'),
      parts: [
        text(say('text')),
        text(say('reason')),
        text(wording.of('organizations.mail.question', { supportEmail })),
      ],
    };
  },
);
