import { createTransport as createSmtpTransport } from 'nodemailer';
import type { Locale } from '../../kernel/locale.ts';

/** A name and an address as two things: nothing inside either can become another recipient or another header. */
export interface Correspondent {
  readonly name: string;
  readonly address: string;
}

export interface OutgoingMail {
  /** The same at every attempt, so that a reader's program recognises a copy. */
  readonly messageId: string;
  readonly date: Date;
  readonly from: Correspondent;
  readonly to: Correspondent;
  readonly replyTo: Correspondent;
  readonly locale: Locale;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

/** The port through which mail leaves. `send` settles once the next server has taken the mail, or throws. */
export interface MailTransport {
  send(mail: OutgoingMail): Promise<void>;
  close(): void;
}

/** An attempt as a whole: a server that answers drop by drop would outlast every other limit. */
export const SEND_MS = 40_000;

/** Speaks SMTP with the server of `SMTP_URL` (`smtp://` or `smtps://`, with user and password where it wants them). */
export function createTransport(smtpUrl: string): MailTransport {
  const smtp = createSmtpTransport({
    url: smtpUrl,
    pool: true,
    maxConnections: 10,
    maxRequeues: 1,
    dnsTimeout: 10_000,
    connectionTimeout: 10_000,
    greetingTimeout: 10_000,
    socketTimeout: 30_000,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return {
    async send({ locale, ...mail }) {
      await smtp.sendMail({
        ...mail,
        headers: {
          'Content-Language': locale,
          'Auto-Submitted': 'auto-generated',
          'X-Auto-Response-Suppress': 'All',
        },
        signal: AbortSignal.timeout(SEND_MS),
      });
    },
    close: () => smtp.close(),
  };
}
