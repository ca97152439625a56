import { randomBytes } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createApp, type App, type Beginning } from '../../src/app.ts';
import { demoIsThere, loadDemo } from '../../src/demo/index.ts';
import type { Locale } from '../../src/kernel/locale.ts';
import type { Parts, Settings } from '../../src/platform/context.ts';
import type { Log } from '../../src/platform/log/log.ts';
import type { PasswordCost } from '../../src/platform/secrets/create-passwords.ts';
import { createTestDatabase, silentLog } from './database.ts';
import { FakeClock } from './fake-clock.ts';
import { LITTLE_COST } from './password-cost.ts';
import { buildWorld, type World } from './world.ts';
import { openSmtpMailbox, type SmtpMailbox } from './smtp.ts';
import { createTransport } from '../../src/platform/mail/index.ts';

export interface Asked {
  /** Defaults to the world's AQPM partner site. */
  readonly clientKey?: string | null;
  readonly token?: string;
  readonly locale?: Locale;
  readonly headers?: Readonly<Record<string, string>>;
}

export interface Answer<Data> {
  readonly status: number;
  readonly headers: Headers;
  readonly data: Data;
  readonly errors: readonly {
    message: string;
    path?: string[];
    extensions: { code: string; requestId: string };
  }[];
  /** The whole body as it came over the wire, for searching canaries. */
  readonly text: string;
}

/** A whole portal for one test file: own database, clock and mailbox, real HTTP, real SMTP, the real worker. */
export interface Portal {
  readonly app: App;
  readonly parts: Parts;
  readonly clock: FakeClock;
  readonly mailbox: SmtpMailbox;
  /** `http://127.0.0.1:<port>`; the API is below `/graphql`. */
  readonly url: string;
  readonly endpoint: string;
  /** Bodies, clients and staff that every portal has. */
  readonly world: World;
  /** For looking into the tables, as their owner. */
  readonly ownerUrl: string;
  graphql<Data = Record<string, never>>(
    query: string,
    variables?: object,
    asked?: Asked,
  ): Promise<Answer<Data>>;
  /** Does every job that is due by the portal's clock: mails are then in the mailbox. */
  runDue(): Promise<void>;
  close(): Promise<void>;
}

export interface PortalOptions {
  readonly settings?: Partial<Settings>;
  readonly requestsPerMinute?: number;
  readonly log?: Log;
  readonly mailFrom?: string;
  readonly poolSize?: number;
  readonly beginning?: Beginning;
  readonly passwordCost?: PasswordCost;
  /** Any free one, unless the portal must know its own address. */
  readonly port?: number;
}

export async function openPortal(options: PortalOptions = {}): Promise<Portal> {
  const database = await createTestDatabase();
  const clock = new FakeClock();
  const mailbox = await openSmtpMailbox();
  const transport = createTransport(mailbox.url);
  const app = await createApp({
    clock,
    random: randomBytes,
    log: options.log ?? silentLog,
    settings: {
      realmMode: 'TEST',
      publicUrl: 'http://localhost:4000',
      accessTokenSeconds: 600,
      sessionIdleDays: 30,
      sessionDays: 90,
      staffSessionIdleMinutes: 60,
      staffSessionHours: 12,
      ...options.settings,
    },
    databaseUrl: database.url,
    poolSize: options.poolSize ?? 20,
    secretKeys: [randomBytes(32)],
    transport,
    mailFrom: options.mailFrom ?? null,
    trustedProxies: [],
    requestsPerMinute: options.requestsPerMinute ?? 100_000,
    passwordConcurrency: 2,
    passwordCost: options.passwordCost ?? LITTLE_COST,
    graphiqlKey: null,
    routes: [],
    beginning: options.beginning ?? {
      demoIsThere,
      loadDemo: parts => loadDemo(parts, { sitePort: 4001, secondSitePort: 4003 }),
      emptyMailbox: () => Promise.resolve(),
    },
  });
  const world = await buildWorld(app.parts);
  const { url } = await app.listen(options.port ?? 0, '127.0.0.1');
  const endpoint = `${url}/graphql`;

  return {
    app,
    parts: app.parts,
    clock,
    mailbox,
    url,
    endpoint,
    world,
    ownerUrl: database.ownerUrl,
    runDue: () => app.runDue(),
    async graphql<Data>(query: string, variables: object = {}, asked: Asked = {}): Promise<Answer<Data>> {
      const clientKey = asked.clientKey === undefined ? world.aqpm.siteKey : asked.clientKey;
      const response = await fetch(endpoint, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          'accept-language': asked.locale ?? 'fr-CA',
          ...(clientKey === null ? {} : { 'x-affilia-client': clientKey }),
          ...(asked.token === undefined ? {} : { authorization: `Bearer ${asked.token}` }),
          ...asked.headers,
        },
        body: JSON.stringify({ query, variables }),
      });
      const text = await response.text();
      const body = JSON.parse(text) as Partial<Pick<Answer<Data>, 'data' | 'errors'>>;
      return {
        status: response.status,
        headers: response.headers,
        data: body.data as Data,
        errors: body.errors ?? [],
        text,
      };
    },
    async close() {
      await app.close();
      transport.close();
      await mailbox.close();
      await database.giveBack();
      await rm(join(tmpdir(), `affilia-${String(process.pid)}`), { recursive: true, force: true });
    },
  };
}
