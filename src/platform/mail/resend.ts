import type { AssociationId, MailId } from '../../kernel/id.ts';
import type { Locale } from '../../kernel/locale.ts';
import type { Context } from '../context.ts';
import type { Tx } from '../database/database.ts';

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
}

/**
 * How a letter with a secret is sent afresh: the act behind it makes a new secret and kills the old one. Null when
 * there is nothing to send any more, or not for whoever asks; false where that turns out in the transaction.
 */
export type SendAgain = (
  context: Context,
  mail: MailOnFile,
) => Promise<((tx: Tx) => Promise<boolean>) | null>;

/** By the name of the letter. */
export type SendAgainByLetter = Readonly<Record<string, SendAgain>>;
