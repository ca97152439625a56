import { setTimeout as passed } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { StaffRole } from '../../src/modules/associations/index.ts';
import { statement } from '../../src/platform/database/statement.ts';
import { givenOffice, type Office } from '../invitations/operations.ts';
import { givenClass } from '../support/given/membership-world.ts';
import { openPortal, type Portal } from '../support/portal.ts';
import { asking, csv, imported, seen, type RunSeen } from './operations.ts';

const recordsOf = statement<{ id: string }>(
  'test-records-of-delegations',
  `select record_id as id from external_id where kind in ('ORGANIZATIONS', 'PEOPLE') and external_id = any ($1)
   order by kind, external_id`,
);

describe('a later file of who acts for which organization (M1, C2)', () => {
  let portal: Portal;
  let office: Office;
  beforeAll(async () => {
    portal = await openPortal();
    office = await givenOffice(portal, { role: StaffRole.ADMIN });
    await givenClass(portal, { code: 'TWO', heldBy: 'ORGANIZATION', delegateLimit: 2 });
    const people = Array.from({ length: 5 }, (_, i) => `p${i},Ida,Roy-${i},fr,p${i}@maboite.example`);
    await take('PEOPLE', csv('id,given name,family name,language,email', ...people));
    const houses = Array.from({ length: 4 }, (_, i) => `o${i},Maison ${i}`);
    await take('ORGANIZATIONS', csv('id,legal name', ...houses));
    await take('MEMBERSHIPS', csv('member number,organization,class,from', 'L-1,o1,TWO,2020-01-01'));
  });
  afterAll(() => portal.close());

  const take = (kind: string, file: string, severity = 'FAULT'): Promise<RunSeen> =>
    imported(portal, office, file, { kind }, severity);
  const codes = ({ findings }: RunSeen): string[] => findings.nodes.map(({ row, code }) => `${row} ${code}`);
  const meanwhile = async (sql: string, ...named: readonly string[]): Promise<unknown[]> => {
    const found = await portal.parts.db.read(recordsOf, [named]);
    return portal.parts.db.entities.query(
      sql,
      found.map(({ id }) => id),
    );
  };
  const rolesIn = (house: string): Promise<unknown[]> =>
    meanwhile(
      `select role, to_char(to_at, 'YYYY-MM-DD') as until from delegation where organization_id = $1 order by 1`,
      house,
    );

  const ROLES = 'organization,person,role,from,to';

  it('reopens no role where it has no column for the last day', async () => {
    await take('DELEGATIONS', csv(ROLES, 'o0,p0,CONTACT,2025-01-01,2025-12-31'));

    const run = await take(
      'DELEGATIONS',
      csv('organization,person,role,from', 'o0,p0,CONTACT,2025-01-01', 'o0,p1,DUES,2025-01-01'),
    );

    expect(run).toMatchObject({ state: 'DONE', counts: { created: 1, changed: 0, unchanged: 1 } });
    expect(await rolesIn('o0')).toEqual([
      { role: 'CONTACT', until: '2026-01-01' },
      { role: 'DUES', until: null },
    ]);
  });

  it('counts nobody as one more who is there already, although more are than the class lets', async () => {
    await take('DELEGATIONS', csv(ROLES, 'o1,p0,CONTACT,2025-01-01,', 'o1,p1,DUES,2025-01-01,'));
    await meanwhile(
      `insert into delegation (id, organization_id, person_id, role, from_at)
       select gen_random_uuid(), $1, $2, 'VOTING', '2025-06-01T04:00Z'`,
      'o1',
      'p2',
    );
    const prolonged = 'o1,p0,CONTACT,2025-01-01,2027-12-31';

    const more = await take('DELEGATIONS', csv(ROLES, prolonged, 'o1,p3,DUES,2025-01-01,'));
    const asMany = await take('DELEGATIONS', csv(ROLES, prolonged, 'o1,p0,DUES,2025-01-01,'));

    expect(codes(more)).toEqual(['3 DELEGATE_LIMIT']);
    expect(asMany).toMatchObject({ state: 'DONE', counts: { created: 1, changed: 1 } });
  });

  it('ends the offer of the principal’s place whose taker it ends, and both are told', async () => {
    const roles = 'o2,p2,PRINCIPAL,2025-01-01,';
    await take('DELEGATIONS', csv(ROLES, roles, 'o2,p3,CONTACT,2025-01-01,'));
    await meanwhile(
      `insert into principal_handover (id, organization_id, from_person_id, to_person_id, remaining_roles, offered_at,
         expires_at)
       select gen_random_uuid(), $1, $2, $3, '{}', '2025-06-01T04:00Z', '2100-01-01T05:00Z'`,
      'o2',
      'p2',
      'p3',
    );

    const run = await take('DELEGATIONS', csv(ROLES, roles, 'o2,p3,CONTACT,2025-01-01,2025-12-31'));

    expect(run.state).toBe('DONE');
    expect(
      await meanwhile('select ended_why as why from principal_handover where organization_id = $1', 'o2'),
    ).toEqual([{ why: 'OVERTAKEN' }]);
    await portal.runDue();
    for (const id of ['p2', 'p3'])
      expect(portal.mailbox.to(`${id}@maboite.example`).map(({ text }) => text)).toEqual([
        expect.stringContaining('l’une de ces deux personnes n’a plus le rôle ou les droits nécessaires'),
      ]);
  });

  it('waits for nobody who changes an organization of which it says nothing new', async () => {
    const file = csv(ROLES, 'o3,p4,CONTACT,2025-01-01,');
    await take('DELEGATIONS', file);
    const [house] = await portal.parts.db.read(recordsOf, [['o3']]);
    const { importRun } = await asking(portal, office, file, { kind: 'DELEGATIONS' });

    const state = await portal.parts.db.transaction(async tx => {
      await tx.query('select from organization where id = $1 for update', [house!.id]);
      await Promise.race([portal.runDue(), passed(2_000)]);
      return (await seen(portal, office, importRun.id)).state;
    });

    await portal.runDue();
    expect(state).toBe('DONE');
  });
});
