import type { Context } from '../../platform/context.ts';
import type { AnyLetter, Sender } from '../../platform/mail/letter.ts';
import type { SendAgainByLetter } from '../../platform/mail/resend.ts';
import { definePort } from '../../platform/port.ts';

/** What the mails of all modules have to be told by those modules. */
export interface MailsPorts {
  readonly letters: readonly AnyLetter[];
  readonly senderOf: (db: Context['db'], associationId: string, locale: Context['locale']) => Promise<Sender>;
  /** How each letter is sent again. One that is left out never is. */
  readonly sendAgain: SendAgainByLetter;
}

export const mailsPorts = definePort<MailsPorts>('mails');
