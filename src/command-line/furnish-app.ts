import { randomBytes } from 'node:crypto';
import { createApp, type App } from '../app.ts';
import type { Config } from '../config/index.ts';
import { demoIsThere, demoSiteKey, loadDemo } from '../demo/index.ts';
import { systemClock } from '../kernel/clock.ts';
import { platformZoneDataIsOlder } from '../kernel/time-zone.ts';
import type { Log } from '../platform/log/log.ts';
import { createTransport } from '../platform/mail/index.ts';
import { openStorage } from '../platform/storage/open-storage.ts';
import { PASSWORD_COST } from '../platform/secrets/create-passwords.ts';
import type { Closers } from './closers.ts';
import { demoPortsOf } from './example-ports.ts';
import type { Home } from './open-home.ts';
import { openPost, type Post } from './open-post.ts';

export interface OpenedApp {
  readonly app: App;
  readonly home: Home;
  readonly post: Post;
}

/** Puts the product together on its database, as the operator configured it. */
export async function furnishApp(config: Config, home: Home, log: Log, closers: Closers): Promise<OpenedApp> {
  const random = (bytes: number): Uint8Array => randomBytes(bytes);
  const test = config.realmMode === 'TEST';
  if (platformZoneDataIsOlder()) log.info({}, 'zone data older than the changes of 2026, own table used');

  const post = await openPost(config, { clock: systemClock, random }, closers);
  const transport = createTransport(post.smtpUrl);
  closers.add(() => transport.close());
  const app = await createApp({
    clock: systemClock,
    random,
    log,
    settings: config,
    databaseUrl: home.databaseUrl,
    poolSize: config.databasePool,
    secretKeys: config.secretKeys,
    transport,
    storage: openStorage(config.storage),
    payments: config.payments,
    mailFrom: config.mailFrom,
    trustedProxies: config.trustedProxies,
    requestsPerMinute: config.requestsPerMinute,
    passwordConcurrency: config.passwordConcurrency,
    passwordCost: PASSWORD_COST,
    graphiqlKey: test ? demoSiteKey('aqpm') : null,
    routes: test ? post.routes : [],
    beginning: {
      demoIsThere,
      loadDemo: parts => loadDemo(parts, demoPortsOf(config.port)),
      emptyMailbox: () => post.emptyMailbox(),
    },
  });
  closers.add(() => app.close());
  return { app, home, post };
}
