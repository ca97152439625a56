import type { LocalDate } from '../../../kernel/local-date.ts';
import { defineLetter, type LetterPart } from '../../../platform/mail/letter.ts';
import type { Wording } from '../../../platform/wording/wording.ts';
import { dateInWords } from '../../../platform/wording/date-in-words.ts';

export interface HandoverOfferedValues {
  readonly organization: string;
  readonly from: string;
  readonly lastDay: LocalDate;
}

export interface HandoverDoneValues {
  readonly organization: string;
  readonly from: string;
  readonly to: string;
}

export interface HandoverCancelledValues {
  readonly organization: string;
  readonly from: string;
  readonly to: string;
  readonly why: 'DECLINED' | 'WITHDRAWN' | 'WITHDRAWN_BY_ASSOCIATION' | 'OVERTAKEN';
}

const text = (words: string): LetterPart => ({ kind: 'TEXT', text: words });
const saying =
  (wording: Wording, letter: string) =>
  (what: string, values: object): string =>
    wording.of(`organizations.mail.${letter}.${what}`, { ...values });

/** To the delegate to whom the place is offered. */
export const handoverOffered = defineLetter<HandoverOfferedValues>(
  'principal-handover-offered',
  ({ wording, values, sender }) => {
    const say = saying(wording, 'offered');
    return {
      subject: say('subject', values),
      parts: [
        text(say('text', values)),
        text(say('answer', { lastDay: dateInWords(values.lastDay, wording.locale) })),
        { kind: 'ACTION', label: say('action', {}), url: sender.website },
      ],
    };
  },
);

/** To both, once the place has passed. */
export const handoverDone = defineLetter<HandoverDoneValues>(
  'principal-handover-done',
  ({ wording, values, sender: { supportEmail } }) => {
    const say = saying(wording, 'done');
    return {
      subject: say('subject', values),
      parts: [text(say('text', values)), text(wording.of('organizations.mail.question', { supportEmail }))],
    };
  },
);

/**
 * To the other side, when an offer is declined or withdrawn; to both, when the association withdraws it or one of them no
 * longer has what it needs.
 */
export const handoverCancelled = defineLetter<HandoverCancelledValues>(
  'principal-handover-cancelled',
  ({ wording, values, sender: { supportEmail } }) => {
    const say = saying(wording, 'cancelled');
    return {
      subject: say('subject', values),
      parts: [text(say('text', values)), text(wording.of('organizations.mail.question', { supportEmail }))],
    };
  },
);
