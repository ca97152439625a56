import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { setTimeout as after } from 'node:timers/promises';
import PostalMime, { type Email } from 'postal-mime';
import { SMTPServer } from 'smtp-server';

/** A mail as the server received it. */
export interface DeliveredMail {
  /** The addresses of the envelope. */
  readonly from: string;
  readonly to: readonly string[];
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  /** The web addresses in the text. */
  readonly links: readonly string[];
  readonly message: Email;
  readonly raw: string;
  header(name: string): string | null;
}

/** A real mail server of the test's own. */
export interface SmtpMailbox {
  readonly url: string;
  /** In the order in which they came. */
  readonly mails: DeliveredMail[];
  to(address: string): DeliveredMail[];
  /** The newest to that address; throws when there is none. */
  lastTo(address: string): DeliveredMail;
  /** Waits until that address has that many mails, and gives the newest. */
  waitFor(address: string, count?: number): Promise<DeliveredMail>;
  /** Answers the next mails like this: at the recipient, or once the whole mail was read. */
  refuseNext(code: number, text?: string, options?: { times?: number; at?: 'RECIPIENT' | 'CONTENT' }): void;
  /** Leaves mails unanswered until the returned function is called. */
  hold(): () => void;
  close(): Promise<void>;
}

type Stage = 'RECIPIENT' | 'CONTENT';

export async function openSmtpMailbox(): Promise<SmtpMailbox> {
  const mails: DeliveredMail[] = [];
  const refusals: { stage: Stage; fault: Error }[] = [];
  let held: Promise<void> = Promise.resolve();

  const nextRefusal = (stage: Stage): Error | null => {
    if (refusals[0]?.stage !== stage) return null;
    return refusals.shift()!.fault;
  };
  const receive = async (raw: Buffer, from: string, to: string[]): Promise<void> => {
    const mail = await deliveredMail(raw, from, to);
    await held;
    const refusal = nextRefusal('CONTENT');
    if (refusal) throw refusal;
    mails.push(mail);
  };
  const server = new SMTPServer({
    disabledCommands: ['AUTH', 'STARTTLS'],
    disableReverseLookup: true,
    closeTimeout: 100,
    logger: false,
    onRcptTo: (_, _session, answer) => answer(nextRefusal('RECIPIENT')),
    onData(stream, { envelope }, answer) {
      const from = envelope.mailFrom === false ? '' : envelope.mailFrom.address;
      const to = envelope.rcptTo.map(({ address }) => address);
      buffer(stream)
        .then(raw => receive(raw, from, to))
        .then(() => answer(), answer);
    },
  });
  const listener = server.listen(0, '127.0.0.1');
  await once(listener, 'listening');
  server.on('error', () => undefined);

  const to = (address: string): DeliveredMail[] => mails.filter(mail => mail.to.includes(address));
  const lastTo = (address: string): DeliveredMail => {
    const last = to(address).at(-1);
    if (!last)
      throw new Error(
        `no mail to ${address}; there are ${mails.length} to ${mails.flatMap(mail => mail.to).join(', ')}`,
      );
    return last;
  };
  return {
    url: `smtp://127.0.0.1:${(listener.address() as AddressInfo).port}`,
    mails,
    to,
    lastTo,
    async waitFor(address, count = 1) {
      for (let i = 0; i < 400 && to(address).length < count; i++) await after(25);
      if (to(address).length < count) throw new Error(`waited in vain for ${count} mails to ${address}`);
      return lastTo(address);
    },
    refuseNext(code, text = 'refused by the test', { times = 1, at = 'RECIPIENT' } = {}) {
      for (let i = 0; i < times; i++) {
        refusals.push({ stage: at, fault: Object.assign(new Error(text), { responseCode: code }) });
      }
    },
    hold() {
      let letGo: () => void = () => undefined;
      held = new Promise(resolve => (letGo = resolve));
      return letGo;
    },
    close: () => new Promise(resolve => server.close(resolve)),
  };
}

async function deliveredMail(raw: Buffer, from: string, to: string[]): Promise<DeliveredMail> {
  const message = await PostalMime.parse(raw);
  const text = message.text ?? '';
  return {
    from,
    to,
    subject: message.subject ?? '',
    text,
    html: message.html ?? '',
    links: text.match(/https?:\/\/\S+/g) ?? [],
    message,
    raw: raw.toString('utf8'),
    header: name => message.headers.find(({ key }) => key === name.toLowerCase())?.value ?? null,
  };
}
