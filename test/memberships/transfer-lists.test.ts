import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { OF_BODIES, ofMemberships } from '../../src/modules/memberships/transfers/list-transfers.ts';
import type { Statement } from '../../src/platform/database/statement.ts';
import { openPortal, type Portal } from '../support/portal.ts';
import { givenBodies, givenMember } from './leaving-operations.ts';

/** Nobody sorts or reads through what others asked for: 4,000 requests of two bodies, most of them long over. */
describe('the lists of transfers', () => {
  let portal: Portal;
  let owner: Client;
  let membershipId: string;
  beforeAll(async () => {
    portal = await openPortal();
    const bodies = await givenBodies(portal);
    const { membership } = await givenMember(portal, bodies.regular);
    membershipId = membership.id;
    const others = await givenMember(portal, bodies.regular);
    owner = new Client({ connectionString: portal.ownerUrl });
    await owner.connect();
    await owner.query(
      `insert into membership_transfer (id, membership_id, sending_id, receiving_id, class_id, wanted_on, asked_by,
           asked_at, shown_cents, answer_by, expires_at, ended_at, ended_why)
         select gen_random_uuid(), $1, case when n % 2 = 0 then $2::uuid else $3::uuid end,
           case when n % 2 = 0 then $3::uuid else $2::uuid end, $4, '2026-01-01', 'HOLDER',
           timestamptz '2020-01-01' + n * interval '1 hour', 0, '2026-01-16', '2026-04-01', '2026-01-20', 'REFUSED'
         from generate_series(1, 4000) n`,
      [others.membership.id, portal.world.oppi.id, portal.world.pibc.id, bodies.western.id],
    );
    for (const table of ['membership_transfer', 'membership', 'person', 'membership_class'])
      await owner.query(`analyze ${table}`);
  });
  afterAll(async () => {
    await owner.end();
    await portal.close();
  });

  const planOf = async ({ text }: Statement<unknown>, values: readonly string[]): Promise<string> => {
    await owner.query(`prepare asked as ${text}`);
    const { rows } = await owner.query<{ 'QUERY PLAN': string }>(
      `explain execute asked(${values.join(', ')})`,
    );
    await owner.query('deallocate asked');
    return rows.map(row => row['QUERY PLAN']).join('\n');
  };
  const PLACE = ["'2026-11-22T15:00:00Z'", 'null', 'null', '21'];

  it.each(['SENDING', 'RECEIVING'] as const)('of a body, %s: read by an index, in its order', async side => {
    const { forwards, backwards } = OF_BODIES[side];
    const values = [`array['${portal.world.oppi.id}']::uuid[]`, 'null', 'false', ...PLACE];

    for (const walk of [forwards, backwards]) {
      const plan = await planOf(walk, values);

      expect(plan).toMatch(
        new RegExp(`Index Scan (Backward )?using membership_transfer_${side.toLowerCase()}_idx`),
      );
      expect(plan).not.toContain('Seq Scan on membership_transfer');
    }
  });

  it('of a membership: found by both indexes, whichever side it is on', async () => {
    // All requests here are of one member: what few have is read by an index, wherever there is one.
    await owner.query('set enable_seqscan = off');
    for (const walk of [ofMemberships.forwards, ofMemberships.backwards]) {
      const plan = await planOf(walk, [`array['${membershipId}']::uuid[]`, ...PLACE]);

      expect(plan).toContain('membership_transfer_membership_idx');
      expect(plan).toContain('membership_transfer_new_membership_idx');
      expect(plan).not.toContain('Seq Scan on membership_transfer');
    }
  });
});
