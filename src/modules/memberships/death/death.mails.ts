import type { LocalDate } from '../../../kernel/local-date.ts';
import { defineLetter, type Letter } from '../../../platform/mail/letter.ts';
import { dateInWords } from '../../../platform/wording/date-in-words.ts';

export interface DeathValues {
  readonly member: string;
  readonly memberNumber: string;
  /** The body whose office recorded or corrected it, in the reader's language. */
  readonly recordedBy: string;
  readonly day: LocalDate;
}

const letter = (name: string, key: string): Letter<DeathValues> =>
  defineLetter<DeathValues>(name, ({ wording, values }) => {
    const say = (what: string): string =>
      wording.of(`memberships.mail.${key}.${what}`, {
        ...values,
        day: dateInWords(values.day, wording.locale),
      });
    return {
      subject: say('subject'),
      parts: [
        { kind: 'TEXT', text: say('text') },
        { kind: 'TEXT', text: say('then') },
      ],
    };
  });

/** To the office of another body of the tree where somebody is a member who died. */
export const memberDied = letter('member-died', 'memberDied');

/** To the same, when it was a mistake. */
export const memberLives = letter('member-lives', 'memberLives');

export const deathLetters = [memberDied, memberLives] as const;
