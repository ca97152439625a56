import type { LocalDate } from '../../../kernel/local-date.ts';
import { defineLetter, type Letter, type LetterPart } from '../../../platform/mail/letter.ts';
import { dateInWords } from '../../../platform/wording/date-in-words.ts';
import { formatMoney } from '../../../platform/wording/money-in-words.ts';
import type { HoldKind } from '../membership-words.ts';

/** Names in the reader's language. */
export interface ChangeValues {
  readonly member: string;
  readonly memberNumber: string;
  readonly association: string;
  /** The class on the day. */
  readonly memberClass: string;
  /** The first day on which it is otherwise. */
  readonly day: LocalDate;
  /** Above zero: to pay; below: given back. */
  readonly totalCents: number;
}

export interface HoldValues extends ChangeValues {
  readonly kind: HoldKind;
  /** Inclusive; null where no end is in sight. */
  readonly lastDay: LocalDate | null;
}

export interface ResignationValues extends ChangeValues {
  /** Whether its day lay ahead when it was recorded. */
  readonly liesAhead: boolean;
}

type Say = (what: string) => string;

const text = (words: string): LetterPart => ({ kind: 'TEXT', text: words });

/** A letter of sentences, of what the membership is, of what it comes to, and of where to look and whom to ask. */
const letter = <Values extends ChangeValues>(
  name: string,
  key: string,
  sentences: (say: Say, values: Values) => readonly string[] = say => [say('text')],
): Letter<Values> =>
  defineLetter<Values>(name, ({ wording, values, sender: { website, supportEmail } }) => {
    const { totalCents, day } = values;
    const shown = {
      ...(values as ChangeValues),
      day: dateInWords(day, wording.locale),
      amount: formatMoney(BigInt(Math.abs(totalCents)), wording.locale),
      ...holdInWords(values, word => wording.of(word), wording.locale),
    };
    const say: Say = what => wording.of(`memberships.mail.${key}.${what}`, shown);
    const ofChange: Say = what => wording.of(`memberships.mail.change.${what}`, shown);
    const money = totalCents === 0 ? [] : [ofChange(totalCents > 0 ? 'toPay' : 'givenBack')];
    return {
      subject: say('subject'),
      parts: [
        ...[...sentences(say, values), `${ofChange('facts')}\n${say('day')}`, ...money].map(text),
        { kind: 'ACTION', label: ofChange('action'), url: website },
        text(wording.of('memberships.mail.change.question', { supportEmail })),
      ],
    };
  });

const holdInWords = (
  values: ChangeValues | HoldValues,
  say: (key: string) => string,
  locale: Parameters<typeof dateInWords>[1],
): object =>
  'kind' in values
    ? {
        kind: say(`HoldKind.${values.kind}`),
        lastDay: values.lastDay && dateInWords(values.lastDay, locale),
      }
    : {};

export const membershipAdmitted = letter<ChangeValues>('membership-admitted', 'admitted');

export const membershipReclassified = letter<ChangeValues>('membership-reclassified', 'reclassified');

export const membershipOnHold = letter<HoldValues>('membership-on-hold', 'onHold', (say, { lastDay }) => [
  say('text'),
  say(lastDay === null ? 'open' : 'until'),
]);

export const membershipHoldEnded = letter<HoldValues>('membership-hold-ended', 'holdEnded');

/** A receipt: whoever resigned, or had somebody resign for them, has it in writing. */
export const resignationReceived = letter<ResignationValues>(
  'resignation-received',
  'resigned',
  (say, { liesAhead }) => [say('text'), ...(liesAhead ? [say('undo')] : [])],
);

export const resignationTakenBack = letter<ChangeValues>('resignation-taken-back', 'resignationTakenBack');

export const membershipReinstated = letter<ChangeValues>('membership-reinstated', 'reinstated');

/** Nobody has decided it: what was paid for had been offered. */
export const membershipReinstatedByPayment = letter<ChangeValues>(
  'membership-reinstated-by-payment',
  'reinstatedByPayment',
);

export const reinstatementUndone = letter<ChangeValues>('reinstatement-undone', 'reinstatementUndone');

export const changesLetters = [
  membershipAdmitted,
  membershipReclassified,
  membershipOnHold,
  membershipHoldEnded,
  resignationReceived,
  resignationTakenBack,
  membershipReinstated,
  membershipReinstatedByPayment,
  reinstatementUndone,
] as const;
