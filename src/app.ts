import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { entities } from './entities.ts';
import { housePorts } from './house-ports.ts';
import { housekeeping } from './housekeeping.ts';
import type { Clock } from './kernel/clock.ts';
import type { Random } from './kernel/random.ts';
import { letters } from './letters.ts';
import { migrations } from './migrations/index.ts';
import { accountsJobs, identifyCaller, oldPasswordSchemes } from './modules/accounts/index.ts';
import { senderOf } from './modules/associations/index.ts';
import {
  billingJobs,
  cardRoutes,
  openGateway,
  paymentGateway,
  type GatewayPlace,
} from './modules/billing/index.ts';
import { documentRoutes, documentsJobs, uploadRoutes } from './modules/documents/index.ts';
import { importsJobs } from './modules/imports/index.ts';
import { createKeyUses, documentOfClient, isRegisteredOrigin } from './modules/integrations/index.ts';
import { invitationsJobs } from './modules/invitations/index.ts';
import { membershipsJobs } from './modules/memberships/index.ts';
import { organizationsJobs } from './modules/organizations/index.ts';
import { informationPages, signOnRoutes, tellingSites } from './modules/sign-on/index.ts';
import { testRealmPorts } from './modules/test-realm/index.ts';
import { openTestClock, type TestClock } from './platform/clock/test-clock.ts';
import type { Parts, Settings } from './platform/context.ts';
import { connectDatabase } from './platform/database/connect.ts';
import { createLimits } from './platform/http/attempt-limits.ts';
import { createHttpServer, type HttpRoutes } from './platform/http/server.ts';
import type { AnyJob } from './platform/jobs/job.ts';
import { runDueJobs, startWorker, type Worker } from './platform/jobs/worker.ts';
import type { Log } from './platform/log/log.ts';
import { defineDelivery, type MailTransport } from './platform/mail/index.ts';
import { createPorts, plug, type Plug } from './platform/port.ts';
import { createAccessTokens } from './platform/secrets/create-access-tokens.ts';
import { createPasswords, type PasswordCost } from './platform/secrets/create-passwords.ts';
import { createVault } from './platform/secrets/create-vault.ts';
import { openSigningKeys } from './platform/secrets/signing-keys.ts';
import { createDiskStorage } from './platform/storage/disk-storage.ts';
import type { ObjectStorage } from './platform/storage/object-storage.ts';
import { watchStorage } from './platform/storage/watch-storage.ts';
import { createSchema } from './schema.ts';
import { readShippedDocuments } from './shipped-documents.ts';
import { createHouseWordings } from './wording.ts';

/** How long a process may remember the use of keys before it writes it down. */
const KEY_USES_MS = 60_000;

/** Everything that comes from outside, by hand: time, chance, addresses, keys, limits, and where mail goes. */
export interface AppOptions {
  readonly clock: Clock;
  readonly random: Random;
  readonly log: Log;
  readonly settings: Settings;
  readonly databaseUrl: string;
  readonly poolSize: number;
  /** The first seals, all open. */
  readonly secretKeys: readonly Buffer[];
  readonly transport: MailTransport;
  /** Where files lie; where nothing is said, in a directory of the machine's that it may clear at any time. */
  readonly storage?: ObjectStorage;
  /** Who takes cards; where nothing is said, the sandbox in a test realm, and nobody in a live one. */
  readonly payments?: GatewayPlace;
  /** The only address that the mail server lets us send from; null where each association's own will do. */
  readonly mailFrom: string | null;
  readonly trustedProxies: readonly string[];
  readonly requestsPerMinute: number;
  readonly passwordConcurrency: number;
  readonly passwordCost: PasswordCost;
  /** The test client's key that GraphiQL sends; null where GraphiQL and introspection are off. */
  readonly graphiqlKey: string | null;
  /** More pages of the realm, such as the mailbox of a test realm. */
  readonly routes: readonly HttpRoutes[];
  /** What a test realm can be put back to; a live realm never asks. */
  readonly beginning: Beginning;
}

/** The demonstration, and the mailbox that starts empty. */
export interface Beginning {
  demoIsThere(parts: Parts): Promise<boolean>;
  loadDemo(parts: Parts): Promise<unknown>;
  emptyMailbox(): Promise<void>;
}

export interface App {
  readonly parts: Parts;
  listen(port: number, host: string): Promise<{ readonly url: string }>;
  startWorker(concurrency: number): Promise<Worker>;
  /** Does everything that is due by our clock; for tests and tools. */
  runDue(): Promise<void>;
  /** Lets requests in flight finish, then lets go of the database. */
  close(): Promise<void>;
}

/** The composition root: the one place that knows every module and makes every long-lived object. */
export async function createApp(options: AppOptions): Promise<App> {
  const { random, log, settings } = options;
  const storage = options.storage ?? createDiskStorage(join(tmpdir(), `affilia-${String(process.pid)}`));
  const connection = await connectDatabase({
    url: options.databaseUrl,
    poolSize: options.poolSize,
    entities,
    log,
  });
  const { db } = connection;
  const testClock =
    settings.realmMode === 'TEST'
      ? await openTestClock({ machine: options.clock, databaseUrl: options.databaseUrl, log })
      : null;
  const clock = testClock ?? options.clock;
  const vault = createVault(options.secretKeys, random);
  const keys = await openSigningKeys({ db, clock, random, vault, log });
  const parts: Parts = {
    clock,
    random,
    db,
    vault,
    log,
    settings,
    wordings: createHouseWordings(),
    passwords: createPasswords({
      cost: options.passwordCost,
      concurrency: options.passwordConcurrency,
      queue: 200,
      random,
      oldSchemes: oldPasswordSchemes,
    }),
    tokens: createAccessTokens({ clock, random, settings, keys }),
    limits: createLimits(db, clock),
    ports: createPorts([
      ...housePorts(storage),
      plug(
        paymentGateway,
        openGateway(options.payments ?? usualGateway(settings), clock, () => parts),
      ),
      ...(testClock ? [plugTestRealm(() => parts, options, testClock)] : []),
    ]),
  };
  const keyUses = createKeyUses(parts);
  const sites = tellingSites(keys);
  const routines = [...housekeeping(keys), { job: sites.find, at: '* * * * *' }];
  const jobs: readonly AnyJob[] = [
    ...routines.map(({ job }) => job),
    ...accountsJobs,
    ...importsJobs,
    ...documentsJobs,
    ...billingJobs,
    ...invitationsJobs,
    ...organizationsJobs,
    ...membershipsJobs,
    sites.tell,
    defineDelivery({
      letters,
      transport: options.transport,
      from: options.mailFrom,
      senderOf: (associationId, locale) => senderOf(db, associationId, locale),
    }),
  ];
  const server = await createHttpServer(parts, {
    schema: await createSchema(),
    migrations: migrations.map(({ name }) => name),
    async identify(credentials) {
      const caller = await identifyCaller(parts, credentials);
      if (caller.client && credentials.clientKey !== null) keyUses.note(credentials.clientKey);
      else if (caller.client) keyUses.noteClient(caller.client.id, null);
      return caller;
    },
    documents: {
      shipped: await readShippedDocuments(),
      ofClient: (clientId, sha256) => documentOfClient(db, clientId, sha256),
    },
    isRegisteredOrigin: origin => isRegisteredOrigin(db, origin),
    storage: watchStorage(storage, parts),
    trustedProxies: options.trustedProxies,
    requestsPerMinute: options.requestsPerMinute,
    graphiqlKey: options.graphiqlKey,
    routes: [
      informationPages(parts.wordings),
      uploadRoutes(parts, options.requestsPerMinute),
      documentRoutes(parts, options.requestsPerMinute),
      ...cardRoutes(parts),
      signOnRoutes(parts, { ...options, keys, keyUses }),
      ...options.routes,
    ],
  });
  const writing = setInterval(() => void keyUses.write(), KEY_USES_MS).unref();
  return {
    parts,
    listen: (port, host) => server.listen(port, host),
    startWorker: concurrency =>
      startWorker(parts, { connectionString: options.databaseUrl, jobs, concurrency, cron: routines }),
    async runDue() {
      await keyUses.write();
      await runDueJobs(parts, { connectionString: options.databaseUrl, jobs });
    },
    async close() {
      await server.close();
      clearInterval(writing);
      await keyUses.write();
      await testClock?.close();
      await connection.close();
    },
  };
}

const usualGateway = ({ realmMode }: Pick<Settings, 'realmMode'>): GatewayPlace => ({
  kind: realmMode === 'TEST' ? 'SANDBOX' : 'NONE',
});

/** What the acts of a test realm need from outside. They load the demonstration inside their own transaction. */
function plugTestRealm(
  parts: () => Parts,
  { clock: machineClock, beginning }: Pick<AppOptions, 'clock' | 'beginning'>,
  testClock: TestClock,
): Plug {
  return plug(testRealmPorts, {
    machineClock,
    demoIsThere: tx => beginning.demoIsThere({ ...parts(), db: parts().db.joining(tx) }),
    async loadDemo(tx) {
      await beginning.loadDemo({ ...parts(), clock: machineClock, db: parts().db.joining(tx) });
    },
    emptyMailbox: () => beginning.emptyMailbox(),
    followClock: () => testClock.look(),
  });
}
