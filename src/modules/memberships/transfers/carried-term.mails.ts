import type { LocalDate } from '../../../kernel/local-date.ts';
import { defineLetter, type Letter, type LetterPart } from '../../../platform/mail/letter.ts';
import { dateInWords } from '../../../platform/wording/date-in-words.ts';

/** Names in the reader's language. */
export interface CarriedTermValues {
  readonly member: string;
  readonly memberNumber: string;
  /** Where the term went along to. */
  readonly association: string;
  /** Where it was paid. */
  readonly paidAt: string;
  readonly from: LocalDate;
  /** Inclusive. */
  readonly lastDay: LocalDate;
}

const text = (words: string): LetterPart => ({ kind: 'TEXT', text: words });

/** A letter of what has become of the rest of a term that went along with a transfer. */
const letter = (name: string, key: string, reader: 'OFFICE' | 'MEMBER'): Letter<CarriedTermValues> =>
  defineLetter<CarriedTermValues>(name, ({ wording, values, sender: { website, supportEmail } }) => {
    const shown = {
      ...values,
      from: dateInWords(values.from, wording.locale),
      lastDay: dateInWords(values.lastDay, wording.locale),
    };
    const say = (what: string): string => wording.of(`memberships.mail.${what}`, shown);
    const parts = [say(`${key}.text`), say(`${key}.then`), say('carriedTerm.facts')].map(text);
    if (reader === 'OFFICE') return { subject: say(`${key}.subjectOffice`), parts };
    return {
      subject: say(`${key}.subject`),
      parts: [
        ...parts,
        { kind: 'ACTION', label: say('transfer.action'), url: website },
        text(wording.of('memberships.mail.transfer.question', { supportEmail })),
      ],
    };
  });

/** It counts no longer where it was: its payment was returned or never came, or it was credited. */
export const carriedTermTakenBack = letter('carried-term-taken-back', 'carriedTermTakenBack', 'MEMBER');
export const carriedTermTakenBackForOffice = letter(
  'carried-term-taken-back-office',
  'carriedTermTakenBack',
  'OFFICE',
);

/** It was paid once more. */
export const carriedTermAgain = letter('carried-term-again', 'carriedTermAgain', 'MEMBER');
export const carriedTermAgainForOffice = letter('carried-term-again-office', 'carriedTermAgain', 'OFFICE');

export const carriedTermLetters = [
  carriedTermTakenBack,
  carriedTermTakenBackForOffice,
  carriedTermAgain,
  carriedTermAgainForOffice,
] as const;
