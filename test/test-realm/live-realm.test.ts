import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createApp, type App } from '../../src/app.ts';
import { toPublicId } from '../../src/kernel/id.ts';
import { registerClient } from '../../src/modules/integrations/index.ts';
import { clockWasMoved } from '../../src/platform/clock/clock-offset.ts';
import { createTransport } from '../../src/platform/mail/index.ts';
import { silentLog } from '../support/database.ts';
import { LITTLE_COST } from '../support/password-cost.ts';
import { openPortal, type Portal } from '../support/portal.ts';
import { ADVANCE, RESET } from './operations.ts';

let portal: Portal;
let live: App;
let endpoint: string;
let toolKey: string;
beforeAll(async () => {
  portal = await openPortal();
  live = await createApp({
    clock: portal.clock,
    random: randomBytes,
    log: silentLog,
    settings: { ...portal.parts.settings, realmMode: 'LIVE' },
    databaseUrl: portal.ownerUrl,
    poolSize: 2,
    secretKeys: [randomBytes(32)],
    transport: createTransport(portal.mailbox.url),
    mailFrom: null,
    trustedProxies: [],
    requestsPerMinute: 100,
    passwordConcurrency: 1,
    passwordCost: LITTLE_COST,
    graphiqlKey: null,
    routes: [],
    beginning: {
      demoIsThere: () => Promise.resolve(true),
      loadDemo: () => Promise.reject(new Error('nothing is loaded into a live realm')),
      emptyMailbox: () => Promise.reject(new Error('a live realm has no mailbox')),
    },
  });
  toolKey = (
    await live.parts.db.transaction(tx =>
      registerClient(live.parts, tx, {
        associationId: portal.world.aqpm.association.id,
        name: 'tool',
        kind: 'SECRET',
        keyMode: 'LIVE',
        signInMode: 'DIRECT',
        origins: [],
        pages: [],
      }),
    )
  ).key;
  endpoint = `${(await live.listen(0, '127.0.0.1')).url}/graphql`;
});
afterAll(async () => {
  await live.close();
  await portal.close();
});

const ISSUE = `mutation ($input: IssueTestInvitationInput!) { issueTestInvitation(input: $input) { __typename } }`;

describe('a live realm', () => {
  it.each([
    ['is reset', RESET, () => ({})],
    ['moves its clock', ADVANCE, () => ({ input: { by: { days: 1 } } })],
    [
      'tells the code of an invitation',
      ISSUE,
      () => ({
        input: {
          associationId: toPublicId('Association', portal.world.aqpm.association.id),
          invitation: {
            email: 'eve@maboite.example',
            locale: 'FR_CA',
            givenName: 'Ève',
            familyName: 'Essai',
          },
        },
      }),
    ],
  ])('never %s, not even for a secret key', async (_, query, variables) => {
    const counts = `select (select count(*) from association)::int as associations,
      (select count(*) from invitation)::int as invitations, (select count(*) from audit_entry)::int as acts`;
    const before = await portal.parts.db.entities.query<object[]>(counts);

    const response = await fetch(endpoint, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-affilia-client': toolKey },
      body: JSON.stringify({ query, variables: variables() }),
    });

    const { errors } = (await response.json()) as { errors: { extensions: { code: string } }[] };
    expect(errors.map(({ extensions }) => extensions.code)).toEqual(['FORBIDDEN']);
    expect(live.parts.clock.now()).toEqual(portal.clock.now());
    expect(await portal.parts.db.entities.query(counts)).toEqual(before);
  });

  it('knows the database of a test realm by its moved clock, and refuses to start on it', async () => {
    expect(await clockWasMoved(live.parts)).toBe(false);

    await portal.graphql(ADVANCE, { input: { by: { days: 1 } } }, { clientKey: portal.world.aqpm.toolKey });

    expect(await clockWasMoved(live.parts)).toBe(true);
    expect(live.parts.clock.now()).toEqual(portal.clock.now());
  });
});
