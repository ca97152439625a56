import { randomBytes } from 'node:crypto';
import type { Parts } from '../../src/platform/context.ts';
import { CLIENT_SCOPES } from '../../src/platform/graphql/client-scope.ts';
import { createLimits } from '../../src/platform/http/attempt-limits.ts';
import type { Identified } from '../../src/platform/http/gate.ts';
import type { IdentifiedClient } from '../../src/platform/http/request-context.ts';
import { createHttpServer, type HttpOptions } from '../../src/platform/http/server.ts';
import { createLog } from '../../src/platform/log/pino-log.ts';
import { createAccessTokens } from '../../src/platform/secrets/create-access-tokens.ts';
import { createPasswords } from '../../src/platform/secrets/create-passwords.ts';
import { openSigningKeys } from '../../src/platform/secrets/signing-keys.ts';
import { createPorts } from '../../src/platform/port.ts';
import { createWordings } from '../../src/platform/wording/catalogue.ts';
import { platformWordingEn } from '../../src/platform/wording/platform.wording.en.ts';
import { platformWordingFr } from '../../src/platform/wording/platform.wording.fr.ts';
import { migrations } from '../../src/migrations/index.ts';
import { connectDatabase } from '../../src/platform/database/connect.ts';
import { openDatabase, type TestDatabase } from '../support/database.ts';
import { LITTLE_COST } from '../support/password-cost.ts';
import { openDatabaseProxy, type DatabaseProxy } from './database-proxy.ts';
import { tinySchema } from './tiny-schema.ts';

export const SITE = 'affilia_pk_test_site';
export const HOSTED_SITE = 'affilia_pk_test_hosted';
export const TOOL = 'affilia_sk_test_tool';
export const SITE_ORIGIN = 'https://membres.example.ca';
export const LOCAL_ORIGIN = 'http://localhost:4001';
export const OTHER_ORIGIN = 'https://autre.example.ca';

const client = (facts: Partial<IdentifiedClient>): IdentifiedClient => ({
  id: '0190f0aa-0000-7000-8000-000000000001',
  name: 'site',
  kind: 'PUBLISHABLE',
  signInMode: 'DIRECT',
  scopes: [],
  associationId: '0190f0aa-0000-7000-8000-000000000002',
  rootId: '0190f0aa-0000-7000-8000-000000000002',
  origins: [SITE_ORIGIN, LOCAL_ORIGIN],
  ...facts,
});

const CLIENTS = new Map<string, IdentifiedClient>([
  [SITE, client({})],
  [
    HOSTED_SITE,
    client({ id: '0190f0aa-0000-7000-8000-000000000003', signInMode: 'HOSTED', origins: [OTHER_ORIGIN] }),
  ],
  [
    TOOL,
    client({
      id: '0190f0aa-0000-7000-8000-000000000004',
      name: 'tool',
      kind: 'SECRET',
      scopes: CLIENT_SCOPES,
      origins: [],
    }),
  ],
]);

export interface Reply {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  readonly data: Record<string, unknown> | null | undefined;
  readonly errors: readonly { message: string; path?: string[]; extensions: Record<string, unknown> }[];
}

export interface TinyServer extends TestDatabase {
  readonly url: string;
  readonly parts: Parts;
  /** The line to the database, when the server was opened behind it. */
  readonly proxy: DatabaseProxy;
  /** Every line that was logged. */
  readonly lines: string[];
  stop(): Promise<void>;
  ask(query: string, variables?: object | null, headers?: Record<string, string>): Promise<Reply>;
  send(body: string, headers?: Record<string, string>): Promise<Reply>;
}

export interface TinyOptions extends Partial<Omit<HttpOptions, 'schema'>> {
  readonly live?: boolean;
  readonly publicUrl?: string;
  readonly behindProxy?: boolean;
}

/** The platform alone over real HTTP and a real database; the clients are three fixed ones. */
export async function openTinyServer({
  live = false,
  publicUrl,
  behindProxy = false,
  ...options
}: TinyOptions = {}): Promise<TinyServer> {
  const database = await openDatabase();
  const { clock, random, vault } = database;
  const proxy = await openDatabaseProxy(database.url);
  const line = behindProxy
    ? await connectDatabase({ url: proxy.url, poolSize: 5, entities: [], log: database.log })
    : { db: database.db, close: () => Promise.resolve() };
  const { db } = line;
  const lines: string[] = [];
  const log = createLog({ level: 'debug', stream: { write: line => void lines.push(line) } });
  const settings = {
    realmMode: live ? 'LIVE' : 'TEST',
    publicUrl: publicUrl ?? 'http://localhost:4000',
    accessTokenSeconds: 600,
    sessionIdleDays: 30,
    sessionDays: 90,
    staffSessionIdleMinutes: 60,
    staffSessionHours: 12,
  } as const;
  const keys = await openSigningKeys({ db, clock, random, vault, log });
  const parts: Parts = {
    clock,
    random,
    db,
    vault,
    log,
    settings,
    wordings: createWordings([{ fr: platformWordingFr, en: platformWordingEn }]),
    passwords: createPasswords({ cost: LITTLE_COST, concurrency: 1, queue: 1, random: randomBytes }),
    tokens: createAccessTokens({ clock, random, settings, keys }),
    limits: createLimits(db, clock),
    ports: createPorts([]),
  };
  const server = await createHttpServer(parts, {
    schema: await tinySchema(),
    identify: ({ clientKey, bearer }): Promise<Identified> => {
      const named = CLIENTS.get(clientKey ?? '') ?? null;
      const actor =
        named && bearer === 'good'
          ? { accountId: 'account', sessionId: 'session', authenticatedAt: clock.now(), factorAt: null }
          : null;
      return Promise.resolve({ client: named, actor });
    },
    documents: { shipped: new Map(), ofClient: () => Promise.resolve(null) },
    isRegisteredOrigin: origin =>
      Promise.resolve([...CLIENTS.values()].some(one => one.origins.includes(origin))),
    trustedProxies: [],
    requestsPerMinute: 10_000,
    graphiqlKey: null,
    migrations: migrations.map(migration => migration.name),
    routes: [],
    ...options,
  });
  const { url } = await server.listen(0, '127.0.0.1');

  const send = async (body: string, headers: Record<string, string> = {}): Promise<Reply> => {
    const response = await fetch(`${url}/graphql`, {
      method: 'POST',
      body,
      headers: {
        'content-type': 'application/json',
        'accept-language': 'en-CA',
        'x-affilia-client': SITE,
        ...headers,
      },
    });
    const text = await response.text();
    const answer = JSON.parse(text) as Partial<Pick<Reply, 'data' | 'errors'>>;
    return {
      status: response.status,
      headers: response.headers,
      text,
      data: answer.data,
      errors: answer.errors ?? [],
    };
  };
  return {
    ...database,
    url,
    proxy,
    parts,
    lines,
    stop: () => server.close(),
    send,
    ask: (query, variables = {}, headers = {}) => send(JSON.stringify({ query, variables }), headers),
    async close() {
      await server.close();
      await line.close();
      await proxy.close();
      await database.close();
    },
  };
}
