import type { LocalDate } from '../../../kernel/local-date.ts';
import { defineLetter, type LetterPart } from '../../../platform/mail/index.ts';
import { dateInWords } from '../../../platform/wording/date-in-words.ts';
import type { Wording } from '../../../platform/wording/wording.ts';
import type { StaffRole } from '../../associations/index.ts';

export interface StaffRoleValues {
  readonly role: StaffRole;
  /** Null where it is from now on. */
  readonly firstDay: LocalDate | null;
  /** Null where no end is in sight. */
  readonly lastDay: LocalDate | null;
}

export type StaffRoleEndedValues = Pick<StaffRoleValues, 'role' | 'lastDay'>;

const says =
  (wording: Wording, letter: string, values: object) =>
  (what: string): string =>
    wording.of(`people.mail.${letter}.${what}`, { ...values });

const dayPart = (
  wording: Wording,
  which: 'firstDay' | 'lastDay',
  day: LocalDate | null,
): readonly LetterPart[] =>
  day === null
    ? []
    : [
        {
          kind: 'TEXT',
          text: wording.of(`people.mail.staff.${which}`, { day: dateInWords(day, wording.locale) }),
        },
      ];

export const staffRoleGiven = defineLetter<StaffRoleValues>(
  'staff-role-given',
  ({ wording, sender, values }) => {
    const role = wording.of(`StaffRole.${values.role}`);
    const say = says(wording, 'staffGiven', { association: sender.name, role });
    return {
      subject: say('subject'),
      parts: [
        { kind: 'TEXT', text: say('text') },
        ...dayPart(wording, 'firstDay', values.firstDay),
        ...dayPart(wording, 'lastDay', values.lastDay),
        { kind: 'TEXT', text: wording.of('people.mail.question', { supportEmail: sender.supportEmail }) },
      ],
    };
  },
);

export const staffRoleEnded = defineLetter<StaffRoleEndedValues>(
  'staff-role-ended',
  ({ wording, sender, values }) => {
    const role = wording.of(`StaffRole.${values.role}`);
    const say = says(wording, 'staffEnded', { association: sender.name, role });
    return {
      subject: say('subject'),
      parts: [
        { kind: 'TEXT', text: say('text') },
        ...dayPart(wording, 'lastDay', values.lastDay),
        { kind: 'TEXT', text: wording.of('people.mail.question', { supportEmail: sender.supportEmail }) },
      ],
    };
  },
);
