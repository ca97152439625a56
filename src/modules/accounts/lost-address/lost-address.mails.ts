import { defineLetter, type LetterPart } from '../../../platform/mail/letter.ts';
import type { Wording } from '../../../platform/wording/wording.ts';
import type { ReplacementEnd } from './address-replacement.entity.ts';
import { instantInWords } from './instant-in-words.ts';

export interface NewAddressNews {
  /** Masked: a mailbox may be somebody else's by now. */
  readonly newAddress: string;
}

export interface AskedValues extends NewAddressNews {
  readonly effectiveAt: string;
  readonly timeZone: string;
}

export interface AskedLinkValues extends AskedValues {
  /** Where the link leads; its secret is added when the mail is made, in the fragment that no server sees. */
  readonly page: string;
}

export interface StoppedValues extends NewAddressNews {
  readonly why: Exclude<ReplacementEnd, 'DONE'>;
}

/** To every address of the account. */
export const addressReplacementAsked = defineLetter<AskedLinkValues>(
  'address-replacement-asked',
  ({ wording, values, secret }) => ({
    subject: wording.of('lostAddress.mail.asked.subject'),
    parts: [
      ...paragraphs(wording, whenOf(wording, values), 'greeting', 'asked.text', 'asked.notYou'),
      {
        kind: 'ACTION',
        label: wording.of('lostAddress.mail.asked.label'),
        url: `${values.page}#contest-address=${secret}`,
      },
      ...paragraphs(wording, {}, 'asked.ignore'),
    ],
  }),
);

/** To the address that is to take its place. */
export const addressReplacementAnnounced = defineLetter<AskedValues>(
  'address-replacement-announced',
  ({ wording, values }) => ({
    subject: wording.of('lostAddress.mail.announced.subject'),
    parts: paragraphs(
      wording,
      whenOf(wording, values),
      'greeting',
      'announced.text',
      'announced.after',
      'announced.notYou',
    ),
  }),
);

/** To all of them, those that were the account's and the new one. */
export const addressReplaced = defineLetter<NewAddressNews>('address-replaced', ({ wording, values }) => ({
  subject: wording.of('lostAddress.mail.done.subject'),
  parts: paragraphs(wording, values, 'greeting', 'done.text', 'done.advice', 'done.notYou'),
}));

/** To the same when it takes no effect. */
export const addressReplacementStopped = defineLetter<StoppedValues>(
  'address-replacement-stopped',
  ({ wording, values }) => ({
    subject: wording.of('lostAddress.mail.stopped.subject'),
    parts: paragraphs(wording, values, 'greeting', 'stopped.text', 'stopped.advice'),
  }),
);

/** To the administrator who asked, when it takes no effect. */
export const addressNotReplaced = defineLetter<StoppedValues>(
  'address-not-replaced',
  ({ wording, values }) => ({
    subject: wording.of('lostAddress.mail.notReplaced.subject'),
    parts: paragraphs(wording, values, 'greeting', 'notReplaced.text', 'notReplaced.advice'),
  }),
);

const whenOf = (wording: Wording, { newAddress, effectiveAt, timeZone }: AskedValues): object => ({
  newAddress,
  when: instantInWords(effectiveAt, timeZone, wording.locale),
});

const paragraphs = (wording: Wording, values: object, ...keys: readonly string[]): LetterPart[] =>
  keys.map(key => ({ kind: 'TEXT', text: wording.of(`lostAddress.mail.${key}`, { ...values }) }));
