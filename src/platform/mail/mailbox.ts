import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import PostalMime, { type Address } from 'postal-mime';
import type { Clock } from '../../kernel/clock.ts';
import type { Random } from '../../kernel/random.ts';

/** A mail as it arrived in the mailbox of a test realm. */
export interface ReceivedMail {
  readonly id: string;
  readonly receivedAt: Date;
  readonly from: string;
  readonly to: readonly string[];
  readonly subject: string;
  /** The language that the mail declares. */
  readonly locale: string | null;
  readonly text: string;
  readonly html: string | null;
  /** The web addresses in the text, each once. */
  readonly links: readonly string[];
}

/** A folder of `.eml` files: whoever may read the folder reads the mail, in this process or another. */
export interface Mailbox {
  keep(raw: Buffer, recipients: readonly string[]): Promise<void>;
  /** The newest first; of one recipient, or of all whose address contains the text. */
  list(recipient?: string): Promise<readonly ReceivedMail[]>;
  read(id: string): Promise<ReceivedMail | null>;
  /** Removes every mail. */
  empty(): Promise<void>;
}

/** Enough for days of trying things out; older mail makes room. */
const CAPACITY = 500;
const FILE = /^(\d{13})-\d{6}-[0-9a-f]{8}\.eml$/;
const WEB_ADDRESS = /https?:\/\/[^\s<>"']+/g;

/** Opens the mailbox in this folder, making it for its owner alone: the mail holds codes and links that open doors. */
export async function openMailbox(
  directory: string,
  { clock, random }: { clock: Clock; random: Random },
): Promise<Mailbox> {
  await mkdir(directory, { recursive: true, mode: 0o700 });
  const parsed = new Map<string, ReceivedMail>();
  let sequence = 0;

  const fileNames = async (): Promise<string[]> =>
    (await readdir(directory))
      .filter(name => FILE.test(name))
      .sort()
      .reverse();

  const open = async (name: string): Promise<ReceivedMail | null> => {
    const known = parsed.get(name);
    if (known) return known;
    try {
      const mail = await parseMail(name, await readFile(join(directory, name)));
      parsed.set(name, mail);
      return mail;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
      throw error;
    }
  };

  return {
    async keep(raw, recipients) {
      const instant = String(clock.now().getTime()).padStart(13, '0');
      const place = String(sequence++ % 1_000_000).padStart(6, '0');
      const name = `${instant}-${place}-${Buffer.from(random(4)).toString('hex')}.eml`;
      const envelope = recipients.map(address => `X-Envelope-To: ${address}\r\n`).join('');
      const draft = join(directory, `.${name}`);
      await writeFile(draft, Buffer.concat([Buffer.from(envelope), raw]), { mode: 0o600 });
      await rename(draft, join(directory, name));
      for (const old of (await fileNames()).slice(CAPACITY)) {
        parsed.delete(old);
        await rm(join(directory, old), { force: true });
      }
    },
    async list(recipient = '') {
      const wanted = recipient.trim().toLowerCase();
      const mails = await Promise.all((await fileNames()).slice(0, CAPACITY).map(open));
      return mails
        .filter(mail => mail !== null)
        .filter(({ to }) => wanted === '' || to.some(address => address.toLowerCase().includes(wanted)));
    },
    async read(id) {
      const name = `${id}.eml`;
      return FILE.test(name) ? open(name) : null;
    },
    async empty() {
      for (const name of await fileNames()) await rm(join(directory, name), { force: true });
      parsed.clear();
    },
  };
}

async function parseMail(name: string, raw: Buffer): Promise<ReceivedMail> {
  const mail = await PostalMime.parse(raw);
  const headers = (wanted: string): string[] =>
    mail.headers.filter(({ key }) => key === wanted).map(({ value }) => value.trim());
  const text = mail.text ?? '';
  return {
    id: name.replace(/\.eml$/, ''),
    receivedAt: new Date(Number(FILE.exec(name)?.[1])),
    from: mail.from ? written(mail.from) : '',
    to: headers('x-envelope-to'),
    subject: mail.subject ?? '',
    locale: headers('content-language')[0] ?? null,
    text,
    html: mail.html ?? null,
    links: [...new Set(text.match(WEB_ADDRESS) ?? [])],
  };
}

const written = ({ name, address = '' }: Address): string => (name === '' ? address : `${name} <${address}>`);
