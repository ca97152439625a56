import { Client } from 'pg';
import { refuseOldServer } from './server-version.ts';

export type ContactFault =
  /** Nobody answers there, or not as a PostgreSQL server does. */
  | 'UNREACHABLE'
  /** The server answers and lets this user not in. */
  | 'REFUSED'
  /** One side wants encryption, or a certificate, that the other does not have. */
  | 'ENCRYPTION'
  /** The address itself has no meaning, such as a bare `%` in a password. */
  | 'UNREADABLE'
  /** Starting, stopping, or out of connections. */
  | 'BUSY';

/** No connection could be had. The address is never repeated: it holds a password. */
export class NoContact extends Error {
  override readonly name = 'NoContact';

  constructor(
    readonly reason: ContactFault,
    cause: unknown,
  ) {
    super(reason, { cause });
  }
}

const PATIENCE_MS = 5_000;

/** Asks the server who it is and who we are to it, before anything is changed; answers the name of our role. */
export async function firstContact(url: string): Promise<string> {
  const client = await connect(url);
  try {
    const { rows } = await client.query<{ number: string; version: string; role: string }>(
      `select current_setting('server_version_num') as number, current_setting('server_version') as version,
              current_user as role`,
    );
    const [server] = rows;
    if (!server) throw new Error('the server did not say who it is');
    refuseOldServer(Number(server.number), server.version);
    return server.role;
  } finally {
    await client.end();
  }
}

async function connect(url: string): Promise<Client> {
  try {
    refuseUnreadable(url);
    const client = new Client({ connectionString: url, connectionTimeoutMillis: PATIENCE_MS });
    client.on('error', () => undefined);
    await client.connect();
    return client;
  } catch (error) {
    throw new NoContact(reasonOf(error), error);
  }
}

/** The driver guesses what a wrong code means; others, who read the same address later, do not. */
function refuseUnreadable(url: string): void {
  const { username, password } = new URL(url);
  decodeURIComponent(`${username}:${password}`);
}

const STATES: Readonly<Record<string, ContactFault>> = {
  '28P01': 'REFUSED',
  '28000': 'REFUSED',
  '3D000': 'REFUSED',
  '42501': 'REFUSED',
  '53300': 'BUSY',
  '57P03': 'BUSY',
};
const NO_PASSWORD = /^SASL/;
const ABOUT_ENCRYPTION = /SSL|TLS|encryption|certificate/i;

function reasonOf(error: unknown): ContactFault {
  if (error instanceof URIError) return 'UNREADABLE';
  if (!(error instanceof Error)) return 'UNREACHABLE';
  const { message, code = '' } = error as Error & { code?: string };
  if (ABOUT_ENCRYPTION.test(message) || /CERT|TLS|EPROTO/.test(code)) return 'ENCRYPTION';
  return STATES[code] ?? (NO_PASSWORD.test(message) ? 'REFUSED' : 'UNREACHABLE');
}
