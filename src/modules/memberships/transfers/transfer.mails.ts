import type { LocalDate } from '../../../kernel/local-date.ts';
import { defineLetter, type Letter, type LetterPart } from '../../../platform/mail/letter.ts';
import { dateInWords } from '../../../platform/wording/date-in-words.ts';
import { formatMoney } from '../../../platform/wording/money-in-words.ts';
import type { TransferStanding } from './transfer-words.ts';

/** Names in the reader's language. */
export interface TransferValues {
  readonly member: string;
  readonly memberNumber: string;
  readonly sending: string;
  readonly receiving: string;
  readonly memberClass: string;
  readonly day: LocalDate;
}

export interface TransferWaitingValues extends TransferValues {
  /** Of answering. */
  readonly lastDay: LocalDate;
  /** Whether the body that is left must speak before the other one may decide. */
  readonly needsStanding: boolean;
}

export interface TransferAcceptedValues extends TransferValues {
  /** Above zero: to pay; below: given back. */
  readonly totalCents: number;
}

export interface TransferRefusedValues extends TransferValues {
  readonly reason: string | null;
}

export interface TransferStandingValues extends TransferValues {
  readonly standing: TransferStanding;
}

type Say = (what: string) => string;
type Ending = 'OFFICE' | 'MEMBER';

const text = (words: string): LetterPart => ({ kind: 'TEXT', text: words });

/** A letter of sentences and of what the transfer is; one to the member ends with where to look and whom to ask. */
const letter = <Values extends TransferValues>(
  name: string,
  key: string,
  ending: Ending,
  sentences: (say: Say, values: Values) => readonly string[],
): Letter<Values> =>
  defineLetter<Values>(name, ({ wording, values, sender: { website, supportEmail } }) => {
    const inWords = (day: LocalDate): string => dateInWords(day, wording.locale);
    const shown: Record<string, unknown> = {
      ...(values as TransferValues),
      day: inWords(values.day),
      ...('lastDay' in values && { lastDay: inWords(values.lastDay as LocalDate) }),
      ...('totalCents' in values && {
        amount: formatMoney(BigInt(Math.abs(values.totalCents as number)), wording.locale),
      }),
    };
    const say: Say = what => wording.of(`memberships.mail.${key}.${what}`, shown);
    const facts = wording.of('memberships.mail.transfer.facts', shown);
    const parts = [...sentences(say, values), facts].map(text);
    if (ending === 'OFFICE') return { subject: say('subject'), parts };
    return {
      subject: say('subject'),
      parts: [
        ...parts,
        { kind: 'ACTION', label: wording.of('memberships.mail.transfer.action'), url: website },
        text(wording.of('memberships.mail.transfer.question', { supportEmail })),
      ],
    };
  });

/** To the member, who may not have asked themselves. */
export const transferAsked = letter<TransferWaitingValues>(
  'transfer-asked',
  'transferAsked',
  'MEMBER',
  say => [say('text'), say('then')],
);

/** To the office that decides. */
export const transferToDecide = letter<TransferWaitingValues>(
  'transfer-to-decide',
  'transferToDecide',
  'OFFICE',
  (say, { needsStanding }) => [say('text'), ...(needsStanding ? [say('standing')] : []), say('until')],
);

/** To the office that is left. */
export const transferToState = letter<TransferWaitingValues>(
  'transfer-to-state',
  'transferToState',
  'OFFICE',
  (say, { needsStanding }) => [say('text'), say(needsStanding ? 'needed' : 'optional')],
);

/** Once, to each office that has not answered in time. */
export const transferOverdue = letter<TransferValues>(
  'transfer-overdue',
  'transferOverdue',
  'OFFICE',
  say => [say('text'), say('then')],
);

/** To the office that decides: the other one has spoken. */
export const transferStandingStated = letter<TransferStandingValues>(
  'transfer-standing-stated',
  'transferStanding',
  'OFFICE',
  (say, { standing }) => [say(standing === 'GOOD' ? 'good' : 'outstanding')],
);

export const transferAcceptedForMember = letter<TransferAcceptedValues>(
  'transfer-accepted',
  'transferAccepted',
  'MEMBER',
  (say, { totalCents }) => [
    say('text'),
    ...(totalCents === 0 ? [] : [say(totalCents > 0 ? 'toPay' : 'givenBack')]),
  ],
);

export const transferAcceptedForOffice = letter<TransferValues>(
  'transfer-accepted-office',
  'transferAcceptedOffice',
  'OFFICE',
  say => [say('text')],
);

const refusal = (say: Say, { reason }: TransferRefusedValues): readonly string[] => [
  say('text'),
  ...(reason === null ? [] : [say('reason')]),
];

export const transferRefusedForMember = letter<TransferRefusedValues>(
  'transfer-refused',
  'transferRefused',
  'MEMBER',
  refusal,
);

/** To the office that is not left after all; why is between the other one and the member. */
export const transferRefusedForOffice = letter<TransferValues>(
  'transfer-refused-office',
  'transferRefusedOffice',
  'OFFICE',
  say => [say('text')],
);

/** To both offices, which wait for nothing any more. */
export const transferWithdrawn = letter<TransferValues>(
  'transfer-withdrawn',
  'transferWithdrawn',
  'OFFICE',
  say => [say('text')],
);

export const transfersLetters = [
  transferAsked,
  transferToDecide,
  transferToState,
  transferOverdue,
  transferStandingStated,
  transferAcceptedForMember,
  transferAcceptedForOffice,
  transferRefusedForMember,
  transferRefusedForOffice,
  transferWithdrawn,
] as const;
