import type { LocalDate } from '../../../../kernel/local-date.ts';
import { defineLetter } from '../../../../platform/mail/index.ts';
import { dateInWords } from '../../../../platform/wording/date-in-words.ts';
import type { IntentMethod } from '../payment-words.ts';

export interface IntentStatedValues {
  readonly number: string;
  /** As it is read, in the reader's language. */
  readonly open: string;
  readonly method: IntentMethod;
  readonly expectedOn: LocalDate;
  readonly lastDay: LocalDate;
}

/** What was promised, and until when it counts. */
export const intentStated = defineLetter<IntentStatedValues>(
  'intent-to-pay-stated',
  ({ wording, sender, values: { expectedOn, lastDay, method, ...values } }) => {
    const say = (what: string): string =>
      wording.of(`payments.mail.intentStated.${what}`, {
        ...values,
        way: wording.of(`IntentMethod.${method}`),
        expected: dateInWords(expectedOn, wording.locale),
        lastDay: dateInWords(lastDay, wording.locale),
      });
    return {
      subject: say('subject'),
      parts: [
        { kind: 'TEXT', text: say('text') },
        { kind: 'TEXT', text: say('deadline') },
        { kind: 'TEXT', text: wording.of('payments.mail.question', { supportEmail: sender.supportEmail }) },
      ],
    };
  },
);

export type IntentExpiredValues = Pick<IntentStatedValues, 'number' | 'open'>;

export const intentExpired = defineLetter<IntentExpiredValues>(
  'intent-to-pay-expired',
  ({ wording, sender, values }) => {
    const say = (what: string): string => wording.of(`payments.mail.intentExpired.${what}`, { ...values });
    return {
      subject: say('subject'),
      parts: [
        { kind: 'TEXT', text: say('text') },
        { kind: 'TEXT', text: wording.of('payments.mail.question', { supportEmail: sender.supportEmail }) },
      ],
    };
  },
);
