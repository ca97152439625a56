import { defineLetter, type Letter } from '../../../platform/mail/index.ts';

export interface RecordsJoinedValues {
  /** As the records were named. */
  readonly kept: string;
  readonly other: string;
}

const news = (name: string, key: 'merged' | 'parted'): Letter<RecordsJoinedValues> =>
  defineLetter<RecordsJoinedValues>(name, ({ wording, values, sender }) => {
    const say = (what: string): string =>
      wording.of(`people.mail.${key}.${what}`, { ...values, association: sender.name });
    return {
      subject: say('subject'),
      parts: [
        { kind: 'TEXT', text: say('text') },
        { kind: 'TEXT', text: wording.of('people.mail.question', { supportEmail: sender.supportEmail }) },
      ],
    };
  });

/** To somebody with an account, whose two records became one. */
export const personRecordsJoined = news('person-records-joined', 'merged');

/** To the same, when it is undone. */
export const personRecordsSeparated = news('person-records-separated', 'parted');
