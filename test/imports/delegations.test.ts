import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { fromPublicId, toPublicId, type OrganizationId } from '../../src/kernel/id.ts';
import { StaffRole } from '../../src/modules/associations/index.ts';
import { tell } from '../../src/modules/imports/running/findings.ts';
import { statement } from '../../src/platform/database/statement.ts';
import { judgement, type StagedFinding } from '../../src/platform/staging/staged-rows.ts';
import { givenOffice, issue, newAddress, type Office } from '../invitations/operations.ts';
import { givenClass } from '../support/given/membership-world.ts';
import { openPortal, type Portal } from '../support/portal.ts';
import { asking, csv, imported, seen, type RunSeen } from './operations.ts';

const roles = statement<{ role: string }>(
  'test-imported-roles',
  `select e.external_id || ' ' || d.role || ' ' || to_char(d.from_at at time zone 'UTC', 'YYYY-MM-DD HH24:MI') || '..'
     || coalesce(to_char(d.to_at at time zone 'UTC', 'YYYY-MM-DD HH24:MI'), '') as role
   from delegation d join external_id e on e.record_id = d.person_id join organization o on o.id = d.organization_id
   where o.legal_name = $1 order by d.from_at, 1`,
);

const recordsOf = statement<{ id: string }>(
  'test-records-of',
  `select record_id as id from external_id where kind in ('ORGANIZATIONS', 'PEOPLE') and external_id = any ($1)
   order by kind`,
);

describe('importing who acts for which organization (M1, C2)', () => {
  let portal: Portal;
  let office: Office;
  beforeAll(async () => {
    portal = await openPortal();
    office = await givenOffice(portal, { role: StaffRole.ADMIN });
    await givenClass(portal, { code: 'TWO', heldBy: 'ORGANIZATION', delegateLimit: 2 });
    const people = Array.from({ length: 9 }, (_, i) => `p${i},Ida,Roy-${i},fr`);
    await take('PEOPLE', csv('id,given name,family name,language', ...people));
    const houses = Array.from({ length: 9 }, (_, i) => `o${i},Maison ${i}`);
    await take('ORGANIZATIONS', csv('id,legal name', ...houses));
    const members = ['o3', 'o4', 'o5'].map(id => `L-${id},${id},TWO,2020-01-01`);
    await take('MEMBERSHIPS', csv('member number,organization,class,from', ...members));
  });
  afterAll(() => portal.close());

  const take = (kind: string, file: string, severity = 'FAULT'): Promise<RunSeen> =>
    imported(portal, office, file, { kind }, severity);
  const codes = ({ findings }: RunSeen): string[] => findings.nodes.map(({ row, code }) => `${row} ${code}`);
  const rolesIn = async (house: string): Promise<string[]> =>
    (await portal.parts.db.read(roles, [house])).map(({ role }) => role);

  const ROLES = 'organization,person,role,from,to';

  it('takes roles from the first day in the zone of the association to the end of the last', async () => {
    const file = csv(
      ROLES,
      'o1,p0,principal delegate,2020-01-01,2025-05-31',
      'o1,p1,PRINCIPAL,2025-06-01,',
      'o1,p0,Contact delegate,2025-06-01,2025-12-31',
    );
    expect(await take('DELEGATIONS', file)).toMatchObject({ state: 'DONE', counts: { created: 3 } });
    expect(await take('DELEGATIONS', file)).toMatchObject({ counts: { unchanged: 3 } });
    await take('DELEGATIONS', csv(ROLES, 'o1,p0,CONTACT,2025-06-01,'));

    expect(await rolesIn('Maison 1')).toEqual([
      'p0 PRINCIPAL 2020-01-01 05:00..2025-06-01 04:00',
      'p0 CONTACT 2025-06-01 04:00..',
      'p1 PRINCIPAL 2025-06-01 04:00..',
    ]);
  });

  it('lets no organization have two principals at a time, nor none after one', async () => {
    const run = await take(
      'DELEGATIONS',
      csv(
        ROLES,
        'o1,p2,PRINCIPAL,2026-01-01,',
        'o2,p3,PRINCIPAL,2024-01-01,2024-12-31',
        'o0,p4,DUES,2024-01-01,',
        'o0,p4,DUES,2025-01-01,',
        'o0,p5,CHIEF,2025-01-01,',
      ),
    );

    expect(codes(run)).toEqual(['2 TWO_PRINCIPALS', '3 PRINCIPAL_NOT_FOLLOWED', '5 ROLE_TWICE', '6 word']);
  });

  it('lets no more people act for an organization than its class lets, counted as everywhere', async () => {
    const first = csv(
      ROLES,
      'o3,p0,CONTACT,2025-01-01,',
      'o3,p0,DUES,2025-01-01,',
      'o3,p1,DUES,2025-01-01,2025-12-31',
    );
    expect((await take('DELEGATIONS', first)).state).toBe('DONE');

    const run = await take(
      'DELEGATIONS',
      csv(
        ROLES,
        'o3,p2,CONTACT,2026-01-01,',
        'o3,p3,CONTACT,2026-01-01,',
        'o3,p3,VOTING,2026-01-01,',
        'o0,p4,DUES,2026-01-01,',
      ),
    );

    expect(codes(run)).toEqual(['3 DELEGATE_LIMIT']);
    expect((await rolesIn('Maison 3')).length).toBe(3);
    const replaced = csv(
      ROLES,
      'o3,p0,CONTACT,2025-01-01,2025-12-31',
      'o3,p0,DUES,2025-01-01,2025-12-31',
      'o3,p2,CONTACT,2026-01-01,',
      'o3,p3,CONTACT,2026-01-01,',
    );
    expect((await take('DELEGATIONS', replaced)).state).toBe('DONE');
  });

  it('counts whoever is invited', async () => {
    const [{ id } = { id: '' }] = await portal.parts.db.read(recordsOf, [['o4']]);
    const organizationId = toPublicId('Organization', id as OrganizationId);
    const draft = {
      email: newAddress(),
      locale: 'FR_CA',
      givenName: 'Ida',
      familyName: 'Otis',
      organizationId,
      roles: ['DUES'],
    };
    await issue(portal, office, draft);

    const run = await take('DELEGATIONS', csv(ROLES, 'o4,p0,CONTACT,2026-01-01,', 'o4,p1,DUES,2026-01-01,'));

    expect(codes(run)).toEqual(['3 DELEGATE_LIMIT']);
  });

  const told = ({ findings }: RunSeen): string[] =>
    findings.nodes.map(({ row, column, code }) => `${row} ${column ?? ''} ${code}`);
  /** What somebody does here meanwhile, with the records that the file calls so. */
  const meanwhile = async (sql: string, house: string, person?: string): Promise<unknown[]> => {
    const found = await portal.parts.db.read(recordsOf, [[house, ...(person ? [person] : [])]]);
    return portal.parts.db.entities.query(
      sql,
      found.map(({ id }) => id),
    );
  };

  it('gives back no role that was ended here, and ends none that was prolonged', async () => {
    await take('DELEGATIONS', csv(ROLES, 'o5,p0,CONTACT,2025-01-01,', 'o5,p1,DUES,2025-01-01,2026-12-31'));
    await meanwhile(
      `update delegation set to_at = '2026-06-01T16:00Z' where organization_id = $1 and role = 'CONTACT'`,
      'o5',
    );
    const run = await take(
      'DELEGATIONS',
      csv(ROLES, 'o5,p0,CONTACT,2025-01-01,2027-12-31', 'o5,p1,DUES,2025-01-01,2027-12-31'),
      'NOTICE',
    );

    expect(run).toMatchObject({ state: 'DONE', counts: { changed: 1, heldOut: 1 } });
    expect(told(run)).toEqual(['2 to CHANGED_HERE']);
    expect(
      await meanwhile(
        `select role, to_char(to_at, 'YYYY') as year from delegation where organization_id = $1 order by 1`,
        'o5',
      ),
    ).toEqual([
      { role: 'CONTACT', year: '2026' },
      { role: 'DUES', year: '2028' },
    ]);
  });

  const principals = (house: string): Promise<unknown[]> =>
    meanwhile(
      `select e.external_id as who, to_char(d.from_at, 'YYYY-MM-DD') as since, d.to_at is null as stays
       from delegation d join external_id e on e.record_id = d.person_id and e.kind = 'PEOPLE'
       where d.organization_id = $1 and d.role = 'PRINCIPAL' order by d.from_at`,
      house,
    );
  const PASSED_ON = csv(ROLES, 'HOUSE,p2,PRINCIPAL,2020-01-01,2026-05-31', 'HOUSE,p3,PRINCIPAL,2026-06-01,');

  it('changes the principal while the one before is as the file left them', async () => {
    await take('DELEGATIONS', csv(ROLES, 'o6,p2,PRINCIPAL,2020-01-01,'));

    const run = await take('DELEGATIONS', PASSED_ON.replaceAll('HOUSE', 'o6'), 'NOTICE');

    expect(run).toMatchObject({ state: 'DONE', counts: { created: 1, changed: 1 } });
    expect(await principals('o6')).toEqual([
      { who: 'p2', since: '2020-01-01', stays: false },
      { who: 'p3', since: '2026-06-01', stays: true },
    ]);
  });

  it.each([
    [
      'o7',
      'handed the place over here',
      `with ended as (update delegation set to_at = '2026-03-01T15:00Z' where organization_id = $1 returning *)
       insert into delegation (id, organization_id, person_id, role, from_at)
       select gen_random_uuid(), organization_id, $2, role, to_at from ended`,
    ],
    [
      'o8',
      'was suspended here',
      `update delegation set suspended_at = '2026-03-01T15:00Z' where organization_id = $1 and person_id <> $2`,
    ],
  ])('leaves the principal of %s alone who %s', async (house, _, sql) => {
    await take('DELEGATIONS', csv(ROLES, `${house},p2,PRINCIPAL,2020-01-01,`));
    await meanwhile(sql, house, 'p4');
    const before = await principals(house);

    const run = await take('DELEGATIONS', PASSED_ON.replaceAll('HOUSE', house), 'NOTICE');

    expect(run.state).toBe('FAULTY');
    expect(told(run)).toEqual(['2 to CHANGED_HERE']);
    expect(told(await seen(portal, office, run.id, 'FAULT'))).toEqual(['3 from TWO_PRINCIPALS']);
    expect(await principals(house)).toEqual(before);
  });

  it('counts findings without taking them into memory, and keeps as many as the report has room for', async () => {
    const { importRun } = await asking(portal, office, csv(ROLES, 'o0,p8,DUES,2025-01-01,'), {
      mode: 'DRY_RUN',
    });
    await portal.runDue();
    const many = judgement(
      statement<StagedFinding>(
        'test-many-findings',
        `select n as row, 'to' as field, 'ROW_TWICE' as code, $1::integer as "otherRow" from generate_series(1, 200000) n`,
      ),
      [1],
    );
    const runId = fromPublicId('ImportRun', importRun.id)!;

    const found = await portal.parts.db.transaction(tx =>
      tell(tx, many, { runId, severity: 'NOTICE', room: 3, names: { to: 'jusqu’au' } }),
    );

    expect(found).toBe(200_000);
    expect((await seen(portal, office, importRun.id, 'NOTICE')).findings).toMatchObject({
      totalCount: 3,
      nodes: [1, 2, 3].map(row => ({ row, column: 'jusqu’au', code: 'ROW_TWICE', otherRow: 1 })),
    });
  });
});
