import { housekeeping } from './housekeeping.ts';
import type { Clock } from './kernel/clock.ts';
import type { Random } from './kernel/random.ts';
import { migrations } from './migrations/index.ts';
import { accountPorts, accountsEntities, accountsLetters, identifyCaller } from './modules/accounts/index.ts';
import { associationsEntities, senderOf } from './modules/associations/index.ts';
import { integrationsEntities, isRegisteredOrigin } from './modules/integrations/index.ts';
import {
  associationsOfInvitation,
  invitationsEntities,
  invitationsLetters,
} from './modules/invitations/index.ts';
import { membershipsEntities } from './modules/memberships/index.ts';
import { organizationsEntities } from './modules/organizations/index.ts';
import { namesOfAccount, peopleEntities } from './modules/people/index.ts';
import type { Parts, Settings } from './platform/context.ts';
import { connectDatabase } from './platform/database/connect.ts';
import { createHttpServer, type HttpRoutes } from './platform/http/server.ts';
import { createLimits } from './platform/http/attempt-limits.ts';
import type { AnyJob } from './platform/jobs/job.ts';
import { runDueJobs, startWorker, type Worker } from './platform/jobs/worker.ts';
import type { Log } from './platform/log/log.ts';
import { defineDelivery, type MailTransport } from './platform/mail/index.ts';
import { createPorts, plug } from './platform/port.ts';
import { createAccessTokens } from './platform/secrets/create-access-tokens.ts';
import { createPasswords } from './platform/secrets/create-passwords.ts';
import { createVault } from './platform/secrets/create-vault.ts';
import { openSigningKeys } from './platform/secrets/signing-keys.ts';
import { createSchema } from './schema.ts';
import { createHouseWordings } from './wording.ts';

export const entities: readonly Function[] = [
  ...associationsEntities,
  ...integrationsEntities,
  ...accountsEntities,
  ...peopleEntities,
  ...organizationsEntities,
  ...membershipsEntities,
  ...invitationsEntities,
];

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
  /** The only address that the mail server lets us send from; null where each association's own will do. */
  readonly mailFrom: string | null;
  readonly trustedProxies: readonly string[];
  readonly requestsPerMinute: number;
  readonly passwordConcurrency: number;
  /** The test client's key that GraphiQL sends; null where GraphiQL and introspection are off. */
  readonly graphiqlKey: string | null;
  /** More pages of the realm, such as the mailbox of a test realm. */
  readonly routes: readonly HttpRoutes[];
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
  const { clock, random, log, settings } = options;
  const connection = await connectDatabase({
    url: options.databaseUrl,
    poolSize: options.poolSize,
    entities,
    log,
  });
  const { db } = connection;
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
    passwords: createPasswords({ concurrency: options.passwordConcurrency, queue: 200, random }),
    tokens: createAccessTokens({ clock, random, settings, keys }),
    limits: createLimits(db, clock),
    ports: createPorts([plug(accountPorts, { associationsOfInvitation, namesOfAccount })]),
  };
  const routines = housekeeping(keys);
  const jobs: readonly AnyJob[] = [
    ...routines.map(({ job }) => job),
    defineDelivery({
      letters: [...accountsLetters, ...invitationsLetters],
      transport: options.transport,
      from: options.mailFrom,
      senderOf: (associationId, locale) => senderOf(db, associationId, locale),
    }),
  ];
  const server = await createHttpServer(parts, {
    schema: await createSchema(),
    migrations: migrations.map(({ name }) => name),
    identify: credentials => identifyCaller(parts, credentials),
    isRegisteredOrigin: origin => isRegisteredOrigin(db, origin),
    trustedProxies: options.trustedProxies,
    requestsPerMinute: options.requestsPerMinute,
    graphiqlKey: options.graphiqlKey,
    routes: options.routes,
  });
  return {
    parts,
    listen: (port, host) => server.listen(port, host),
    startWorker: concurrency =>
      startWorker(parts, { connectionString: options.databaseUrl, jobs, concurrency, cron: routines }),
    runDue: () => runDueJobs(parts, { connectionString: options.databaseUrl, jobs }),
    async close() {
      await server.close();
      await connection.close();
    },
  };
}
