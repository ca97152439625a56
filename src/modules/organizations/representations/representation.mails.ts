import type { LocalDate } from '../../../kernel/local-date.ts';
import { defineLetter, type Letter } from '../../../platform/mail/index.ts';
import { dateInWords } from '../../../platform/wording/date-in-words.ts';
import type { RepresentationKind } from './representation.enums.ts';

export interface RepresentationValues {
  /** Whether the reader is the one or the other. */
  readonly reader: 'REPRESENTATIVE' | 'REPRESENTED';
  readonly representative: string;
  /** In the reader's language. */
  readonly represented: string;
  readonly kind: RepresentationKind;
  readonly firstDay: LocalDate;
  /** Null where no end is in sight. */
  readonly lastDay: LocalDate | null;
}

const news = (name: string, key: 'representationRecorded' | 'representationEnded') =>
  defineLetter<RepresentationValues>(name, ({ wording, sender, values }) => {
    const { reader, representative, represented, kind, firstDay, lastDay } = values;
    const facts = {
      association: sender.name,
      representative,
      represented,
      kind: wording.of(`RepresentationKind.${kind}`),
      firstDay: dateInWords(firstDay, wording.locale),
      lastDay: lastDay === null ? '' : dateInWords(lastDay, wording.locale),
    };
    const say = (what: string): string => wording.of(`organizations.mail.${key}.${what}`, facts);
    const days = lastDay === null ? 'from' : lastDay < firstDay ? 'never' : 'fromTo';
    const lines = ['represented', 'representative', 'kind', days].map(what =>
      wording.of(`organizations.mail.representation.${what}`, facts),
    );
    return {
      subject: say(`${reader}.subject`),
      parts: [
        { kind: 'TEXT', text: say(`${reader}.text`) },
        { kind: 'TEXT', text: lines.join('\n') },
        {
          kind: 'TEXT',
          text: wording.of('organizations.mail.question', { supportEmail: sender.supportEmail }),
        },
      ],
    };
  });

/** To both, when staff have recorded it. */
export const representationRecorded: Letter<RepresentationValues> = news(
  'representation-recorded',
  'representationRecorded',
);

/** To both, when staff have given it an end. */
export const representationEnded: Letter<RepresentationValues> = news(
  'representation-ended',
  'representationEnded',
);
