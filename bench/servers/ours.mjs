import { randomBytes } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { createApp } from '../../dist/app.js';
import { newId } from '../../dist/kernel/id.js';
import { assignStaff } from '../../dist/modules/associations/index.js';
import { registerClient } from '../../dist/modules/integrations/index.js';
import { createLog } from '../../dist/platform/log/pino-log.js';
import { PASSWORD_COST } from '../../dist/platform/secrets/create-passwords.js';
import { NOW } from '../data/today.mjs';
import { serve } from './serve.mjs';

/** The product as it is built: real client keys, real access tokens, every check on. Only its clock stands still. */
serve(async ({ databaseUrl, poolSize, association, members, staff }) => {
  const app = await createApp({
    clock: { now: () => new Date(NOW) },
    random: randomBytes,
    log: createLog({ level: 'info', stream: createWriteStream('/dev/null') }),
    settings: {
      realmMode: 'TEST',
      publicUrl: 'http://localhost:4000',
      accessTokenSeconds: 600,
      sessionIdleDays: 30,
      sessionDays: 90,
      staffSessionIdleMinutes: 60,
      staffSessionHours: 12,
    },
    databaseUrl,
    poolSize,
    secretKeys: [randomBytes(32)],
    transport: { send: () => Promise.reject(new Error('nothing is mailed here')), close: () => undefined },
    mailFrom: null,
    trustedProxies: [],
    requestsPerMinute: 100_000_000,
    passwordConcurrency: 1,
    passwordCost: PASSWORD_COST,
    graphiqlKey: null,
    routes: [],
  });
  const { url } = await app.listen(0, '127.0.0.1');
  const site = await addClient(app.parts, association, 'PUBLISHABLE');
  const tool = await addClient(app.parts, association, 'SECRET');
  await app.parts.db.transaction(tx =>
    assignStaff(app.parts, tx, {
      accountId: staff,
      associationId: association,
      role: 'ADMIN',
      reach: 'NODE_AND_BELOW',
      toAt: null,
    }),
  );
  return {
    url: `${url}/graphql`,
    member: { key: site.key, tokens: await signIn(app.parts, site.client, members) },
    staff: { key: tool.key, tokens: await signIn(app.parts, tool.client, [staff]) },
    close: () => app.close(),
  };
});

const addClient = (parts, associationId, kind) =>
  parts.db.transaction(tx =>
    registerClient(parts, tx, {
      associationId,
      name: kind,
      kind,
      keyMode: 'TEST',
      signInMode: 'DIRECT',
      origins: [],
      pages: [],
    }),
  );

/** Opens sessions without passwords: how quickly one signs in is another question. */
function signIn(parts, client, accountIds) {
  return Promise.all(
    accountIds.map(async accountId => {
      const sessionId = newId(parts.clock, parts.random);
      await parts.db.transaction(tx =>
        tx.query(
          `insert into session (id, account_id, client_id, started_at, authenticated_at, last_used_at, idle_seconds,
             ends_at, network_address)
           values ($1, $2, $3, $4, $4, $4, 3600, $4::timestamptz + interval '1 day', '127.0.0.1')`,
          [sessionId, accountId, client.id, parts.clock.now()],
        ),
      );
      return (await parts.tokens.sign({ accountId, sessionId, clientId: client.id })).token;
    }),
  );
}
