import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Client } from 'pg';
import { AssociationEntity } from '../../src/modules/associations/index.ts';
import type { Log } from '../../src/platform/log/log.ts';
import { openPortal, type Portal } from '../support/portal.ts';
import {
  givenCode,
  givenMember,
  givenOffice,
  GOOD_PASSWORD,
  lapse,
  newAccountInput,
  newAddress,
  preview,
  send,
  tokenMailedTo,
} from './operations.ts';

describe('secrets of invitations stay where they belong', () => {
  const logged: string[] = [];
  const log: Log = {
    debug: (...line) => void logged.push(JSON.stringify(line)),
    info: (...line) => void logged.push(JSON.stringify(line)),
    warn: (...line) => void logged.push(JSON.stringify(line)),
    error: (...line) => void logged.push(JSON.stringify(line)),
    child: () => log,
  };
  let portal: Portal;
  beforeAll(async () => {
    portal = await openPortal({ log });
  });
  afterAll(() => portal.close());

  /** Everything that the database holds, as text, table by table, the queue's payloads included. */
  const everyTable = async (): Promise<Map<string, string>> => {
    const owner = new Client({ connectionString: portal.ownerUrl });
    await owner.connect();
    const { rows: tables } = await owner.query<{ name: string }>(
      `select format('%I.%I', schemaname, tablename) as name from pg_tables
       where schemaname not in ('pg_catalog', 'information_schema')`,
    );
    const held = new Map<string, string>();
    for (const { name } of tables) {
      const { rows } = await owner.query<{ line: string }>(`select t::text as line from ${name} t`);
      held.set(name, rows.map(row => row.line).join('\n'));
    }
    await owner.end();
    return held;
  };
  /** As text, without dashes, and as PostgreSQL shows bytes. */
  const spellings = (secret: string): string[] => [
    secret,
    secret.replaceAll('-', ''),
    Buffer.from(secret).toString('hex'),
    Buffer.from(secret).toString('base64').replace(/=+$/, ''),
  ];

  it('no code, token or password is in an answer, a log line, a table or a job', async () => {
    const office = await givenOffice(portal);
    const answers: string[] = [];
    const keep = async (answer: Promise<{ text: string }>): Promise<void> =>
      void answers.push((await answer).text);
    const { id } = portal.world.aqpm.association;
    await portal.parts.db.transaction(tx =>
      tx.update(AssociationEntity, { id }, { invitationMismatch: 'VERIFY' }),
    );

    const opened = await givenCode(portal, office);
    const verified = await givenCode(portal, office);
    const waiting = await givenCode(portal, office);
    const expiring = await givenCode(portal, office);
    const late = await givenCode(portal, office);
    const withdrawn = await givenCode(portal, office);
    answers.push(JSON.stringify(await preview(portal, opened.code)));
    const input = newAccountInput(portal, opened.code, { idempotencyKey: 'ouvrir' });
    await keep(send(portal, 'acceptInvitationWithNewAccount', { ...input, password: 'faible-et-repris' }));
    await keep(send(portal, 'acceptInvitationWithNewAccount', { ...input, username: '' }));
    await keep(send(portal, 'acceptInvitationWithNewAccount', input));
    await keep(
      send(portal, 'acceptInvitationWithNewAccount', { ...input, password: GOOD_PASSWORD.repeat(100) }),
    );
    const member = await givenMember(portal, newAddress());
    await keep(
      send(portal, 'acceptInvitation', { code: verified.code, idempotencyKey: 'accepter' }, member.asked),
    );
    const confirmation = await tokenMailedTo(portal, verified.address, 'confirmation');
    await keep(send(portal, 'confirmInvitationAddress', { token: confirmation }));
    const dispute = await tokenMailedTo(portal, verified.address, 'dispute');
    await keep(send(portal, 'disputeInvitation', { token: dispute }));
    await keep(send(portal, 'declineInvitation', { code: waiting.code }));
    await keep(
      send(
        portal,
        'resendInvitation',
        { invitationId: expiring.id, idempotencyKey: 'renvoyer' },
        office.asked,
      ),
    );
    await keep(send(portal, 'revokeInvitation', { invitationId: withdrawn.id }, office.asked));
    lapse(portal);
    await keep(send(portal, 'reissueExpiredInvitation', { code: late.code, idempotencyKey: 'encore' }));
    await keep(portal.graphql(`query { invitationPreview(code: "${waiting.code}") { nothing } }`));

    const codes = [opened, verified, waiting, expiring, late, withdrawn].map(one => one.code);
    const canaries = [...codes, confirmation, dispute, GOOD_PASSWORD, 'faible-et-repris'].flatMap(spellings);
    const tables = await everyTable();
    expect([...tables.keys()].some(name => name.startsWith('graphile_worker'))).toBe(true);
    expect([...tables.values()].join('').length).toBeGreaterThan(10_000);
    const places = [...tables, ['answers', answers.join('\n')] as const, ['log', logged.join('\n')] as const];
    const found = places.flatMap(([name, text]) =>
      canaries.filter(canary => text.includes(canary)).map(canary => [name, canary]),
    );
    expect(found).toEqual([]);

    await portal.runDue();
    const sent = await portal.parts.db.entities.query<object[]>(
      `select letter from mail where sealed_secret is not null and state <> 'QUEUED'`,
    );
    expect(sent).toEqual([]);
  });

  it('opening an address with a code by GET answers no data', async () => {
    const office = await givenOffice(portal);
    const { code } = await givenCode(portal, office);
    const query = encodeURIComponent(`{ invitationPreview(code: "${code}") { __typename } }`);

    const got = await fetch(`${portal.endpoint}?query=${query}`, {
      headers: { 'x-affilia-client': portal.world.aqpm.siteKey },
    });

    expect(got.status).toBeGreaterThanOrEqual(400);
    expect(await got.text()).not.toContain('InvitationPreviewSuccess');
  });

  it('every act is in the audit trail, under whoever did it', async () => {
    const acts = await portal.parts.db.entities.query<{ act: string }[]>(
      `select distinct act from audit_entry where subject_kind = 'Invitation' order by act`,
    );

    expect(acts.map(row => row.act)).toEqual([
      'acceptInvitation',
      'acceptInvitationWithNewAccount',
      'confirmInvitationAddress',
      'declineInvitation',
      'disputeInvitation',
      'issueInvitations',
      'reissueExpiredInvitation',
      'resendInvitation',
      'revokeInvitation',
    ]);
  });
});
