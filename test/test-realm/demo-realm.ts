import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createApp, type App } from '../../src/app.ts';
import { DEMO_ACCOUNTS, DEMO_PASSWORD, demoIsThere, demoSiteKey, loadDemo } from '../../src/demo/index.ts';
import type { Log } from '../../src/platform/log/log.ts';
import {
  createTransport,
  openMailbox,
  startMailboxServer,
  type Mailbox,
} from '../../src/platform/mail/index.ts';
import { createTestDatabase, silentLog } from '../support/database.ts';
import { FakeClock } from '../support/fake-clock.ts';
import { LITTLE_COST } from '../support/password-cost.ts';
import type { Answer, Asked } from '../support/portal.ts';

/** One process of a test realm. */
export interface Process {
  readonly app: App;
  graphql<Data>(
    query: string,
    variables?: object,
    asked?: Asked,
  ): Promise<Pick<Answer<Data>, 'data' | 'errors'>>;
  signIn(password?: string): Promise<string | null>;
}

/** A test realm with the demonstration and its mailbox, as `npm start` opens it. */
export interface DemoRealm extends Process {
  /** The machine's. */
  readonly clock: FakeClock;
  readonly mailbox: Mailbox;
  readonly ownerUrl: string;
  /** Another process of the same realm. */
  openAnother(): Promise<Process>;
  close(): Promise<void>;
}

const SITE_PORT = 4001;
const SIGN_IN = `mutation ($input: SignInInput!) { signIn(input: $input) {
  __typename ... on SignInSuccess { session { accessToken } } } }`;

export async function openDemoRealm({ log = silentLog }: { log?: Log } = {}): Promise<DemoRealm> {
  const database = await createTestDatabase();
  const folder = await mkdtemp(join(tmpdir(), 'affilia-test-realm-'));
  const clock = new FakeClock();
  const mailbox = await openMailbox(folder, { clock, random: randomBytes });
  const server = await startMailboxServer(mailbox);
  const transport = createTransport(server.url);
  const secretKeys = [randomBytes(32)];
  const apps: App[] = [];

  async function open(): Promise<Process> {
    const app = await createApp({
      clock,
      random: randomBytes,
      log,
      settings: {
        realmMode: 'TEST',
        publicUrl: 'http://localhost:4000',
        accessTokenSeconds: 600,
        sessionIdleDays: 30,
        sessionDays: 90,
        staffSessionIdleMinutes: 60,
        staffSessionHours: 12,
      },
      databaseUrl: database.url,
      poolSize: 10,
      secretKeys,
      transport,
      mailFrom: null,
      trustedProxies: [],
      requestsPerMinute: 100_000,
      passwordConcurrency: 2,
      passwordCost: LITTLE_COST,
      graphiqlKey: null,
      routes: [],
      beginning: {
        demoIsThere,
        loadDemo: parts => loadDemo(parts, { sitePort: SITE_PORT, secondSitePort: SITE_PORT + 2 }),
        emptyMailbox: () => mailbox.empty(),
      },
    });
    apps.push(app);
    const { url } = await app.listen(0, '127.0.0.1');
    const graphql: Process['graphql'] = async <Data>(query: string, variables = {}, asked: Asked = {}) => {
      const response = await fetch(`${url}/graphql`, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          'accept-language': asked.locale ?? 'fr-CA',
          'x-affilia-client': asked.clientKey ?? demoSiteKey('aqpm'),
          ...(asked.token !== undefined && { authorization: `Bearer ${asked.token}` }),
        },
        body: JSON.stringify({ query, variables }),
      });
      const { data, errors = [] } = (await response.json()) as Partial<Answer<Data>>;
      return { data: data as Data, errors };
    };
    return {
      app,
      graphql,
      async signIn(password = DEMO_PASSWORD) {
        const input = { identifier: DEMO_ACCOUNTS.helene.username, password };
        const { data } = await graphql<{ signIn: { session?: { accessToken: string } } }>(SIGN_IN, { input });
        return data.signIn.session?.accessToken ?? null;
      },
    };
  }

  const first = await open();
  await loadDemo(first.app.parts, { sitePort: SITE_PORT, secondSitePort: SITE_PORT + 2 });
  return {
    ...first,
    clock,
    mailbox,
    ownerUrl: database.ownerUrl,
    openAnother: open,
    async close() {
      for (const app of apps) await app.close();
      transport.close();
      await server.close();
      await database.giveBack();
      await rm(folder, { recursive: true });
    },
  };
}
