import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { toPublicId, type OrganizationId } from '../../src/kernel/id.ts';
import { localDate } from '../../src/kernel/local-date.ts';
import type { OrganizationEntity } from '../../src/modules/organizations/index.ts';
import { givenOffice, issue, type Office } from '../invitations/operations.ts';
import { everyRow, mergeOrganizations, mergePersons, undoMerge } from '../people/merge-operations.ts';
import {
  givenClass,
  givenDelegations,
  givenMembership,
  givenOrganization,
  givenPerson,
} from '../support/given/membership-world.ts';
import { hold } from '../support/hold.ts';
import { openPortal, type Portal } from '../support/portal.ts';
import { addressOf, givenTwoDelegates, perform, personId, type TwoDelegates } from './delegate-operations.ts';

describe('two records of one organization become one (C13)', () => {
  let portal: Portal;
  let office: Office;
  beforeAll(async () => {
    portal = await openPortal();
    office = await givenOffice(portal);
  });
  afterAll(() => portal.close());

  const query = <Row>(sql: string, values: readonly unknown[] = []): Promise<Row[]> =>
    portal.parts.db.entities.query<Row[]>(sql, [...values]);
  const delegatesOf = async ({ id }: { readonly id: OrganizationId }): Promise<string[]> => {
    const rows = await query<{ says: string }>(
      `select p.given_name || ' ' || d.role || case when d.to_at is null then '' else ' ended' end as says
       from delegation d join person p on p.id = d.person_id where d.organization_id = $1 order by says`,
      [id],
    );
    return rows.map(({ says }) => says);
  };
  const offer = ({ organizationId, principal, other }: TwoDelegates): Promise<{ __typename: string }> =>
    perform(
      portal,
      'offerPrincipalHandover',
      { organizationId, toPersonId: personId(other), remainingRoles: [] },
      principal,
    );
  const found = async ({
    id,
  }: OrganizationEntity): Promise<{ totalCount: number; organization: object | null }> => {
    const { data } = await portal.graphql<{
      organizations: { totalCount: number };
      organization: object | null;
    }>(
      `query ($id: ID!, $filter: OrganizationFilter!) {
         organizations(filter: $filter) { totalCount } organization(id: $id) { publicName } }`,
      { id: toPublicId('Organization', id), filter: { associationId: office.associationId } },
      office.asked,
    );
    return { totalCount: data.organizations.totalCount, organization: data.organization };
  };

  it('keeps its principal delegate; the other’s is a contact, and the offer of their place is over', async () => {
    const kept = await givenTwoDelegates(portal);
    const other = await givenTwoDelegates(portal);
    await givenDelegations(portal, other.organization, kept.principal.person, 'VOTING');
    await offer(other);
    const { totalCount } = await found(other.organization);

    const result = await mergeOrganizations(portal, office, kept.organization, other.organization);

    expect(result).toMatchObject({ __typename: 'MergeOrganizationsSuccess', merge: { state: 'DONE' } });
    expect(await delegatesOf(kept.organization)).toEqual([
      'Noël DUES',
      'Noël DUES',
      'Ève CONTACT',
      'Ève PRINCIPAL',
      'Ève VOTING',
    ]);
    expect(await delegatesOf(other.organization)).toEqual(['Ève PRINCIPAL ended']);
    const offers = await query('select ended_why from principal_handover where organization_id = $1', [
      other.organization.id,
    ]);
    expect(offers).toEqual([{ ended_why: 'OVERTAKEN' }]);
    expect(await found(other.organization)).toEqual({ totalCount: totalCount - 1, organization: null });
    await portal.runDue();
    for (const { accountId } of [kept.principal, other.principal, other.other])
      expect(portal.mailbox.lastTo(await addressOf(portal, accountId)).subject).toContain(
        'ne font plus qu’un seul dossier',
      );
  });

  it('takes over a principal where it never had one, and the days in a section that it was not there', async () => {
    const [sectionId = ''] = portal.world.aqpm.sectionIds;
    const kept = await givenOrganization(portal, {
      sections: [{ sectionId, from: localDate('2026-01-01') }],
    });
    const other = await givenTwoDelegates(portal);
    await query(
      `insert into organization_section (id, organization_id, section_id, from_on, to_on)
       values (gen_random_uuid(), $1, $2, '2024-01-01', '2026-03-01')`,
      [other.organization.id, sectionId],
    );

    await mergeOrganizations(portal, office, kept, other.organization, { take: ['PUBLIC_NAMES'] });

    expect(await delegatesOf(kept)).toEqual(['Noël DUES', 'Ève PRINCIPAL']);
    const stays = await query(
      'select from_on::text, to_on::text from organization_section where organization_id = $1 order by 1',
      [kept.id],
    );
    expect(stays).toEqual([
      { from_on: '2024-01-01', to_on: '2026-01-01' },
      { from_on: '2026-01-01', to_on: null },
    ]);
  });

  it('gives nobody a role today who would have had a place later', async () => {
    const [kept, other] = [await givenTwoDelegates(portal), await givenTwoDelegates(portal)];
    const heir = await givenPerson(portal, { givenName: 'Zoé' });
    const later = new Date(portal.clock.now().getTime() + 86_400_000);
    await portal.parts.db.transaction(async tx => {
      const place = [other.organization.id, later];
      await tx.query(
        `update delegation set to_at = $2 where organization_id = $1 and role = 'PRINCIPAL'`,
        place,
      );
      await tx.query(
        `insert into delegation (id, organization_id, person_id, role, from_at)
         values (gen_random_uuid(), $1, $3, 'PRINCIPAL', $2)`,
        [...place, heir.id],
      );
    });

    await mergeOrganizations(portal, office, kept.organization, other.organization);

    expect(await delegatesOf(kept.organization)).toEqual([
      'Noël DUES',
      'Noël DUES',
      'Ève CONTACT',
      'Ève PRINCIPAL',
    ]);
  });

  it('is undone to the byte, whatever moved', async () => {
    const kept = await givenTwoDelegates(portal);
    const other = await givenTwoDelegates(portal, 'DUES', 'CONTACT');
    await givenDelegations(portal, other.organization, kept.other.person, 'DUES');
    await offer(other);
    await offer(kept);
    const houses = await givenClass(portal, { code: 'HOUSE', heldBy: 'ORGANIZATION' });
    await givenMembership(portal, houses, { organizationId: other.organization.id }, { memberNumber: 'H-7' });
    await issue(portal, office, {
      givenName: 'Léo',
      familyName: 'Venu',
      organizationId: other.organizationId,
      roles: ['CONTACT'],
    });
    const asker = await givenPerson(portal);
    const id = other.organization.id;
    for (const sql of [
      `update organization set phone = '+15146226480' where id = $1`,
      `insert into organization_phone (id, organization_id, position, kind, number) values (gen_random_uuid(), $1, 0, 'OFFICE', '+15146226483')`,
      `insert into organization_joining values ($1, true, true, now())`,
      `insert into organization_domain (id, organization_id, domain, document, verified_at) values (gen_random_uuid(), $1, 'maison.example', 'x', now())`,
      `insert into organization_code (id, organization_id, digest, created_at, expires_at, uses) values (gen_random_uuid(), $1, 'code', now(), now() + interval '1 day', 0)`,
    ])
      await query(sql, [id]);
    await query(
      'insert into join_request (id, organization_id, person_id, asked_at, expires_at) values (gen_random_uuid(), $1, $2, now(), now())',
      [id, asker.id],
    );
    const before = await everyRow(portal);

    const merged = await mergeOrganizations(portal, office, kept.organization, other.organization, {
      take: ['LEGAL_NAME', 'PUBLIC_NAMES', 'EMAIL', 'PHONE', 'WEBSITE', 'ADDRESS'],
    });
    const meanwhile = await everyRow(portal);
    const undone = await undoMerge(portal, office, merged);

    const changed = Object.keys(before).filter(table => String(before[table]) !== String(meanwhile[table]));
    expect(changed).toEqual(
      expect.arrayContaining([
        'account_holding',
        'delegation',
        'invitation',
        'join_request',
        'membership',
        'organization',
        'organization_code',
        'organization_domain',
        'organization_joining',
        'organization_phone',
        'principal_handover',
      ]),
    );
    expect(undone.__typename).toBe('UndoMergeSuccess');
    expect(await everyRow(portal)).toEqual(before);
  });

  it('is not for staff who are delegates of one of the two', async () => {
    const [a, b] = [await givenOrganization(portal), await givenOrganization(portal)];
    const [own] = await query<never>('select * from person where account_id = $1', [office.account.id]);
    await givenDelegations(portal, b, own!, 'CONTACT');

    expect((await mergeOrganizations(portal, office, a, b)).__typename).toBe('OrganizationNotFound');
    expect((await mergeOrganizations(portal, office, a, a)).__typename).toBe('InvalidInput');
  });

  it('ends in one record when two merge the same two in opposite directions', async () => {
    const second = await givenOffice(portal, { name: 'Rosalie Relève' });
    for (let round = 0; round < 3; round++) {
      const { organization: a } = await givenTwoDelegates(portal);
      const { organization: b } = await givenTwoDelegates(portal);

      const results = await Promise.all([
        mergeOrganizations(portal, office, a, b),
        mergeOrganizations(portal, second, b, a),
      ]);

      expect(results.map(({ __typename }) => __typename).sort()).toEqual([
        'MergeOrganizationsSuccess',
        'OrganizationNotFound',
      ]);
      const principals = await query(
        `select d.id from delegation d join organization o on o.id = d.organization_id
         where o.id = any ($1) and o.merged_into_id is null and d.role = 'PRINCIPAL' and d.to_at is null`,
        [[a.id, b.id]],
      );
      expect(principals).toHaveLength(1);
    }
  });

  it('waits for the organizations before it holds an account, as whoever accepts an invitation does', async () => {
    const { organization: house, other } = await givenTwoDelegates(portal);
    for (const merge of [
      async () => mergePersons(portal, office, await givenPerson(portal), other.person),
      async () => mergeOrganizations(portal, office, await givenOrganization(portal), house),
    ]) {
      const held = await hold(portal, 'select from organization where id = $1 for update', [house.id]);
      const merging = merge();
      await held.untilWaiting(1);
      const lock = query('select from account where id = $1 for no key update nowait', [other.accountId]);
      const [{ status }] = await Promise.allSettled([lock]);
      await held.letGo();

      expect([status, (await merging).__typename]).toEqual(['fulfilled', expect.stringContaining('Success')]);
    }
  });
});
