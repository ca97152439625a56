import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Client } from 'pg';
import { toPublicId } from '../../src/kernel/id.ts';
import { StaffRole } from '../../src/modules/associations/index.ts';
import {
  givenClass,
  givenDelegations,
  givenMembership,
  givenOrganization,
  givenPerson,
  givenSomebodySignedIn,
  givenStaff,
  type SignedIn,
} from '../support/given/membership-world.ts';
import { openPortal, type Asked, type Portal } from '../support/portal.ts';

const PAGE = 'totalCount pageInfo { endCursor startCursor hasNextPage }';
const QUERIES = {
  organizations: `query ($filter: OrganizationFilter!, $order: DirectoryOrder, $first: Int, $after: String, $last: Int) {
    list: organizations(filter: $filter, order: $order, first: $first, after: $after, last: $last) {
      ${PAGE} nodes { name: publicName } } }`,
  memberships: `query ($filter: MembershipFilter!, $order: DirectoryOrder, $first: Int, $after: String, $last: Int) {
    list: memberships(filter: $filter, order: $order, first: $first, after: $after, last: $last) {
      ${PAGE} nodes { name: holderName } } }`,
  persons: `query ($filter: PersonFilter!, $order: DirectoryOrder, $first: Int, $after: String, $last: Int) {
    list: persons(filter: $filter, order: $order, first: $first, after: $after, last: $last) {
      ${PAGE} nodes { name: displayName } } }`,
};
type Kind = keyof typeof QUERIES;

interface Found {
  readonly totalCount: number;
  readonly pageInfo: { readonly endCursor: string; readonly hasNextPage: boolean };
  readonly nodes: readonly { readonly name: string }[];
}

describe('the directory of staff (C3, M1)', () => {
  let portal: Portal;
  let clerk: SignedIn;
  let asked: Asked;
  let associationId: string;
  let owner: Client;
  const ids: Record<string, string> = {};
  beforeAll(async () => {
    portal = await openPortal();
    owner = new Client({ connectionString: portal.ownerUrl });
    await owner.connect();
    const { aqpm, acps } = portal.world;
    associationId = toPublicId('Association', aqpm.association.id);
    clerk = await givenSomebodySignedIn(portal, { givenName: 'Claude', familyName: 'Commis' });
    await givenStaff(portal, clerk.accountId, aqpm.association);
    asked = { clientKey: aqpm.toolKey, token: await clerk.tokenAt(aqpm.toolKey) };

    const house = await givenClass(portal, { code: 'HOUSE', heldBy: 'ORGANIZATION' });
    const regular = await givenClass(portal);
    const people = [];
    for (const [givenName, familyName, contactEmail] of [
      ['Marie-Ève', 'St-Onge', 'Marie@Exemple.org'],
      ['Aodhán', 'O’Brien', null],
      ['Zoé', 'Lécuyer', 'zoe@exemple.org'],
    ] as const) {
      portal.clock.advance(60_000);
      people.push(await givenPerson(portal, { givenName, familyName, contactEmail }));
    }
    const [marie, aodhan, zoe] = people;
    if (!marie || !aodhan || !zoe) throw new Error('three were given');

    const organizations = [];
    for (const [publicNameFr, publicNameEn] of [
      ['Les Films de l’Île', 'Island Films'],
      ['Cœur de pirate', 'Pirate Heart'],
      ['Nuit blanche', 'White Night'],
    ] as const) {
      portal.clock.advance(60_000);
      organizations.push(await givenOrganization(portal, { publicNameFr, publicNameEn }));
    }
    const [films, coeur, nuit] = organizations;
    if (!films || !coeur || !nuit) throw new Error('three were given');
    ids['films'] = toPublicId('Organization', films.id);
    await givenDelegations(portal, films, marie, 'PRINCIPAL');
    await givenDelegations(portal, films, zoe, 'DUES');
    await givenDelegations(portal, coeur, aodhan, 'PRINCIPAL');
    await owner.query('update delegation set suspended_at = from_at where organization_id = $1', [coeur.id]);
    await owner.query(`update organization set province = 'NU' where id = $1`, [nuit.id]);
    await owner.query(
      `insert into organization_section
       select gen_random_uuid(), $1::uuid, id, date '2020-01-01', date '2021-01-01' from section where id = $3
       union all select gen_random_uuid(), $2::uuid, id, date '2021-01-01', null from section where id = $3`,
      [films.id, nuit.id, aqpm.sectionIds[0]],
    );
    const { rows } = await owner.query<{ code: string }>('select code from section where id = $1', [
      aqpm.sectionIds[0],
    ]);
    ids['section'] = rows[0]?.code ?? '';
    await givenMembership(portal, house, { organizationId: films.id }, { memberNumber: 'M-1' });
    await givenMembership(portal, house, { organizationId: nuit.id }, { memberNumber: 'M-2', terms: [] });
    await givenMembership(portal, regular, { personId: marie.id }, { memberNumber: 'P-1' });

    // Elsewhere, with the same person: nothing of it is told here.
    const foreign = await givenOrganization(portal, { associationId: acps.association.id });
    ids['foreign'] = toPublicId('Organization', foreign.id);
    await givenDelegations(portal, foreign, marie, 'VOTING');
  });
  afterAll(async () => {
    await owner.end();
    await portal.close();
  });

  const list = async (kind: Kind, filter: object, page: object = {}, by = asked): Promise<Found> => {
    const variables = { filter: { associationId, ...filter }, ...page };
    const { data, errors } = await portal.graphql<{ list: Found }>(QUERIES[kind], variables, by);
    expect(errors).toEqual([]);
    return data.list;
  };
  const names = ({ nodes }: Found): string[] => nodes.map(({ name }) => name);

  it.each<[Kind, object | (() => object), string[]]>([
    ['persons', { search: 'marie eve' }, ['Marie-Ève St-Onge']],
    ['persons', { search: 'ONGE mar' }, ['Marie-Ève St-Onge']],
    ['persons', { search: 'Saint-Onge' }, ['Marie-Ève St-Onge']],
    ['persons', { search: 'obrien' }, ['Aodhán O’Brien']],
    ['persons', { search: "o'brien" }, ['Aodhán O’Brien']],
    ['persons', { search: "l'écuyer" }, ['Zoé Lécuyer']],
    ['persons', { search: 'nge' }, []],
    ['persons', { hasAccount: true }, ['Claude Commis']],
    ['persons', { hasAccount: false }, ['Zoé Lécuyer', 'Aodhán O’Brien', 'Marie-Ève St-Onge']],
    ['persons', { email: ' marie@exemple.ORG' }, ['Marie-Ève St-Onge']],
    ['persons', { email: 'marie@exemple' }, []],
    ['persons', { email: 'exemple.org' }, []],
    ['persons', { memberNumber: 'P-1' }, ['Marie-Ève St-Onge']],
    ['persons', { memberNumber: 'P-' }, []],
    ['persons', () => ({ organizationId: ids['films'] }), ['Zoé Lécuyer', 'Marie-Ève St-Onge']],
    ['persons', () => ({ organizationId: ids['films'], delegateRole: 'DUES' }), ['Zoé Lécuyer']],
    ['persons', { delegateRole: 'PRINCIPAL' }, ['Aodhán O’Brien', 'Marie-Ève St-Onge']],
    ['persons', { delegateRole: 'PRINCIPAL', search: 'marie', hasAccount: true }, []],
    ['persons', () => ({ organizationId: ids['foreign'] }), []],
    ['persons', { delegateRole: 'VOTING' }, []],
    ['persons', { organizationId: 'nonsense' }, []],
    ['organizations', { search: 'coeur' }, ['Cœur de pirate']],
    ['organizations', { search: 'heart' }, ['Cœur de pirate']],
    ['organizations', { search: 'l’ile films' }, ['Les Films de l’Île']],
    ['organizations', { classCode: 'HOUSE' }, ['Les Films de l’Île', 'Nuit blanche']],
    ['organizations', { classCode: 'HOUSE', search: 'nuit' }, ['Nuit blanche']],
    ['organizations', { classCode: 'NONE' }, []],
    ['organizations', { status: 'APPLICANT' }, ['Nuit blanche']],
    ['organizations', { status: 'ACTIVE' }, ['Les Films de l’Île']],
    ['organizations', () => ({ sectionCode: ids['section'] }), ['Nuit blanche']],
    [
      'organizations',
      () => ({ sectionCode: ids['section'], sectionOn: '2020-12-31' }),
      ['Les Films de l’Île'],
    ],
    ['organizations', { province: 'NU' }, ['Nuit blanche']],
    ['organizations', { principal: 'IN_FORCE' }, ['Les Films de l’Île']],
    ['organizations', { principal: 'SUSPENDED' }, ['Cœur de pirate']],
    ['organizations', { principal: 'NONE' }, ['Nuit blanche']],
    ['memberships', { search: 'eve onge' }, ['Marie-Ève St-Onge']],
    ['memberships', { search: 'island' }, ['Les Films de l’Île']],
    ['memberships', { memberNumber: 'M-2' }, ['Nuit blanche']],
    ['memberships', { status: 'APPLICANT', classCode: 'HOUSE' }, ['Nuit blanche']],
    ['memberships', { status: 'APPLICANT', classCode: 'REGULAR' }, []],
  ])('lists %s by %j', async (kind, filter, expected) => {
    const wanted: object = typeof filter === 'function' ? (filter as () => object)() : filter;
    const found = await list(kind, wanted);
    const backwards = await list(kind, wanted, { last: 50 });

    expect(names(found)).toEqual(expected);
    expect(names(backwards)).toEqual(expected);
    expect(found.totalCount).toBe(expected.length);
  });

  it('finds somebody by an address with which they sign in, once it is verified', async () => {
    const { rows } = await owner.query<{ address: string }>(
      'select address from account_address where account_id = $1',
      [clerk.accountId],
    );
    const email = rows[0]?.address ?? '';

    expect(names(await list('persons', { email }))).toEqual(['Claude Commis']);
    await owner.query('update account_address set verified_at = null where account_id = $1', [
      clerk.accountId,
    ]);
    expect(names(await list('persons', { email }))).toEqual([]);
    await owner.query('update account_address set verified_at = added_at where account_id = $1', [
      clerk.accountId,
    ]);
  });

  it('tells what organizations wait for, to whom it may be told', async () => {
    const issue = `mutation ($input: IssueInvitationsInput!) { issueInvitations(input: $input) { __typename } }`;
    const invitation = {
      email: 'elle@exemple.org',
      givenName: 'Ève',
      familyName: 'Roy',
      locale: 'FR_CA',
      organizationId: ids['films'],
      roles: ['VOTING'],
    };
    await portal.graphql(issue, { input: { associationId, invitations: [invitation] } }, asked);
    const { rows } = await owner.query<{ id: string }>('select id from person where family_name = $1', [
      'Lécuyer',
    ]);
    const { rows: houses } = await owner.query<{ id: string }>(
      `select id from organization where public_name_fr = 'Nuit blanche'`,
    );
    await owner.query(
      `insert into join_request (id, organization_id, person_id, asked_at, expires_at)
       values (gen_random_uuid(), $1, $2, $3, $3::timestamptz + interval '1 day')`,
      [houses[0]?.id, rows[0]?.id, portal.clock.now()],
    );
    await owner.query(
      `insert into principal_handover (id, organization_id, from_person_id, to_person_id, remaining_roles, offered_at, expires_at)
       select gen_random_uuid(), d.organization_id, d.person_id, $1, '{}', $2, $2::timestamptz + interval '1 day'
       from delegation d where d.role = 'PRINCIPAL' and d.suspended_at is null`,
      [rows[0]?.id, portal.clock.now()],
    );
    const awaiting = async (awaits: string): Promise<string[]> =>
      names(await list('organizations', { awaits }));

    expect(await awaiting('INVITATION')).toEqual(['Les Films de l’Île']);
    expect(await awaiting('JOIN_REQUEST')).toEqual(['Nuit blanche']);
    expect(await awaiting('HANDOVER')).toEqual(['Les Films de l’Île']);

    const reader = await givenSomebodySignedIn(portal);
    await givenStaff(portal, reader.accountId, portal.world.aqpm.association, StaffRole.READER);
    const { toolKey } = portal.world.aqpm;
    const byReader = { clientKey: toolKey, token: await reader.tokenAt(toolKey) };
    expect((await list('organizations', { awaits: 'HANDOVER' }, {}, byReader)).totalCount).toBe(1);
    for (const awaits of ['INVITATION', 'JOIN_REQUEST']) {
      const filter = { associationId, awaits };
      const { errors } = await portal.graphql(QUERIES.organizations, { filter }, byReader);
      expect(errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
    }
    await owner.query(`delete from principal_handover; delete from join_request`);
  });

  it('reads the newest first, page by page both ways', async () => {
    const order = 'NEWEST';
    const first = await list('organizations', {}, { order, first: 2 });
    const { endCursor: after } = first.pageInfo;

    expect(names(first)).toEqual(['Nuit blanche', 'Cœur de pirate']);
    expect(names(await list('organizations', {}, { order, first: 2, after }))).toEqual([
      'Les Films de l’Île',
    ]);
    expect(names(await list('organizations', {}, { order, last: 2 }))).toEqual([
      'Cœur de pirate',
      'Les Films de l’Île',
    ]);
    expect(names(await list('persons', { hasAccount: false, search: 'z' }, { order }))).toEqual([
      'Zoé Lécuyer',
    ]);
    const { endCursor: byName } = (await list('organizations', {}, { first: 1 })).pageInfo;
    expect(names(await list('memberships', {}, { order, first: 1 })).length).toBe(1);
    const { errors } = await portal.graphql(
      QUERIES.organizations,
      { filter: { associationId }, order, after: byName },
      asked,
    );
    expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }]);
  });

  it('goes on where it was when records come and go', async () => {
    for (const publicNameFr of ['Ba', 'Bd', 'Bg', 'Bj']) await givenOrganization(portal, { publicNameFr });
    const first = await list('organizations', { search: 'b' }, { first: 2 });
    expect(names(first)).toEqual(['Ba', 'Bd']);

    await givenOrganization(portal, { publicNameFr: 'Bb' });
    await givenOrganization(portal, { publicNameFr: 'Be' });
    await owner.query(`delete from organization where public_name_fr = 'Bd'`);
    const second = await list(
      'organizations',
      { search: 'b' },
      { first: 2, after: first.pageInfo.endCursor },
    );

    expect(names(second)).toEqual(['Be', 'Bg']);
    expect([second.totalCount, second.pageInfo.hasNextPage]).toEqual([6, true]);
    await owner.query(`delete from organization where public_name_fr ~ '^B[a-j]$'`);
  });

  it('shows no record that was merged into another', async () => {
    const counts = async (): Promise<number[]> => {
      const kinds: readonly Kind[] = ['organizations', 'memberships', 'persons'];
      return Promise.all(kinds.map(async kind => (await list(kind, {})).totalCount));
    };
    const [organizations = 0, memberships = 0, persons = 0] = await counts();
    await owner.query(`begin;
      update membership set merged_into_id = (select id from membership where member_number = 'M-1') where member_number = 'M-2';
      update organization set merged_into_id = (select id from organization where public_name_fr = 'Cœur de pirate')
        where public_name_fr = 'Nuit blanche';
      update person set merged_into_id = (select id from person where family_name = 'Lécuyer') where family_name = 'O’Brien';
      commit;`);

    expect(await counts()).toEqual([organizations - 1, memberships - 1, persons - 1]);
    for (const order of ['NAME', 'NEWEST']) {
      for (const filter of [{}, { search: 'nuit' }, { classCode: 'HOUSE' }, { status: 'APPLICANT' }])
        expect(names(await list('organizations', filter, { order }))).not.toContain('Nuit blanche');
      for (const filter of [{}, { search: 'nuit' }, { memberNumber: 'M-2' }, { classCode: 'HOUSE' }])
        expect(names(await list('memberships', filter, { order }))).not.toContain('Nuit blanche');
      for (const filter of [{}, { search: 'obrien' }, { delegateRole: 'PRINCIPAL' }, { hasAccount: false }])
        expect(names(await list('persons', filter, { order }))).not.toContain('Aodhán O’Brien');
    }
  });
});
