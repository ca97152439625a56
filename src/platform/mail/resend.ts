import { registerEnumType } from 'type-graphql';
import type { AssociationId, MailId } from '../../kernel/id.ts';
import type { Locale } from '../../kernel/locale.ts';
import type { Context } from '../context.ts';
import type { Tx } from '../database/database.ts';
import type { Letter } from './letter.ts';
import { queueMail } from './queue-mail.ts';

/** How soon the same letter may be sent to the same mailbox again. */
export const RESEND_SECONDS = 120;

/** A mail as it lies in the outbox, without its secret. */
export interface MailOnFile {
  readonly id: MailId;
  readonly letter: string;
  readonly to: string;
  readonly locale: Locale;
  readonly associationId: AssociationId;
  readonly accountId: string | null;
  readonly personId: string | null;
  readonly values: object;
  readonly queuedAt: Date;
}

export enum WhyNotAgain {
  OVER = 'OVER',
  ADDRESS_CHANGED = 'ADDRESS_CHANGED',
  NOT_YOURS = 'NOT_YOURS',
  NEVER = 'NEVER',
  DECEASED = 'DECEASED',
}
registerEnumType(WhyNotAgain, {
  name: 'WhyNotAgain',
  description: 'Why a mail is not sent again.',
  valuesConfig: {
    OVER: { description: 'What it was about is done or over.' },
    ADDRESS_CHANGED: { description: 'Its address is not one of the account any more.' },
    NOT_YOURS: { description: 'Only whoever invites may send it again.' },
    NEVER: { description: 'Mails of this kind are not sent twice: what they are about is asked for anew.' },
    DECEASED: { description: 'Whoever it went to has died: nothing is sent to them any more.' },
  },
});

/** Queues it, in the transaction of the act. False when it turned out there that what it was about is over. */
export type Sending = (tx: Tx) => Promise<boolean>;

/**
 * How a letter is sent again to where it went, or why it is not. One with a secret is sent with a new one, and the old
 * one dies.
 */
export type SendAgain = (context: Context, mail: MailOnFile) => Promise<Sending | WhyNotAgain>;

/** By the name of the letter: every letter says how it is sent again, or that it never is. */
export type SendAgainByLetter = Readonly<Record<string, SendAgain>>;

/** A letter without a secret. */
export const asItWas =
  <Values extends object>(letter: Letter<Values>): SendAgain =>
  (context, { to, locale, associationId, accountId, personId, values }) =>
    Promise.resolve(async tx => {
      await queueMail(context, tx, {
        letter,
        to,
        locale,
        associationId,
        values: values as Values,
        ...(accountId !== null && { accountId }),
        ...(personId !== null && { personId }),
      });
      return true;
    });

export const neverAgain: SendAgain = () => Promise.resolve(WhyNotAgain.NEVER);

/** The letters without a secret that go again as they were. */
export const allAsTheyWere = (letters: readonly Letter<never>[]): SendAgainByLetter =>
  Object.fromEntries(letters.map(letter => [letter.name, asItWas(letter)]));
