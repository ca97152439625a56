import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { SMTPServer } from 'smtp-server';
import type { Mailbox } from './mailbox.ts';

export interface MailboxServer {
  /** What stands in for `SMTP_URL` where the operator gave none. */
  readonly url: string;
  close(): Promise<void>;
}

const LARGEST_MAIL = 10 * 1024 * 1024;

/**
 * The mail server of a test realm that was given none: it takes everything, on this machine only, and puts it
 * into the mailbox, so that mail takes the same way as in earnest.
 */
export async function startMailboxServer(mailbox: Mailbox): Promise<MailboxServer> {
  const server = new SMTPServer({
    disabledCommands: ['AUTH', 'STARTTLS'],
    disableReverseLookup: true,
    size: LARGEST_MAIL,
    closeTimeout: 1_000,
    logger: false,
    onData(stream, { envelope }, answer) {
      buffer(stream)
        .then(raw =>
          mailbox.keep(
            raw,
            envelope.rcptTo.map(({ address }) => address),
          ),
        )
        .then(() => answer(), answer);
    },
  });
  const listener = server.listen(0, '127.0.0.1');
  await once(listener, 'listening');
  // A client that drops its connection is no fault of the server's.
  server.on('error', () => undefined);
  const { port } = listener.address() as AddressInfo;
  return {
    url: `smtp://127.0.0.1:${port}`,
    close: () => new Promise(resolve => server.close(resolve)),
  };
}
