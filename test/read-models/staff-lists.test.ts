import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Client } from 'pg';
import { toPublicId } from '../../src/kernel/id.ts';
import { localDate } from '../../src/kernel/local-date.ts';
import { StaffRole } from '../../src/modules/associations/index.ts';
import { readMemberships, readMembershipsBackward } from '../../src/read-models/memberships.graphql.ts';
import {
  readFoundOrganizations,
  readFoundOrganizationsBackward,
  readOrganizations,
  readOrganizationsBackward,
} from '../../src/read-models/find-organizations.ts';
import { countStatements } from '../support/count-statements.ts';
import {
  givenClass,
  givenMembership,
  givenOrganization,
  givenPerson,
  givenSomebodySignedIn,
  givenStaff,
  type SignedIn,
} from '../support/given/membership-world.ts';
import { openPortal, type Asked, type Portal } from '../support/portal.ts';

const PAGE = 'totalCount pageInfo { hasNextPage hasPreviousPage startCursor endCursor }';
const ORGANIZATIONS = `query ($filter: OrganizationFilter!, $first: Int, $after: String, $last: Int, $before: String) {
  list: organizations(filter: $filter, first: $first, after: $after, last: $last, before: $before) {
    ${PAGE} edges { cursor node { name: publicName } } } }`;
const MEMBERSHIPS = `query ($filter: MembershipFilter!, $first: Int, $after: String, $last: Int, $before: String) {
  list: memberships(filter: $filter, first: $first, after: $after, last: $last, before: $before) {
    ${PAGE} edges { cursor node { name: holderName class { code } status { code } terms { to } } } } }`;

interface List {
  readonly list: {
    readonly totalCount: number;
    readonly pageInfo: {
      readonly hasNextPage: boolean;
      readonly hasPreviousPage: boolean;
      readonly startCursor: string;
      readonly endCursor: string;
    };
    readonly edges: readonly { readonly cursor: string; readonly node: { readonly name: string } }[];
  };
}

describe('the lists of staff', () => {
  let portal: Portal;
  let clerk: SignedIn;
  let asked: Asked;
  let associationId: string;
  beforeAll(async () => {
    portal = await openPortal();
    const { aqpm } = portal.world;
    clerk = await givenSomebodySignedIn(portal);
    await givenStaff(portal, clerk.accountId, aqpm.association, StaffRole.READER);
    asked = { clientKey: aqpm.toolKey, token: await clerk.tokenAt(aqpm.toolKey) };
    associationId = toPublicId('Association', aqpm.association.id);

    const names = [
      ['Éclipse', 'Eclipse'],
      ['Ecran', 'Ecran'],
      ['Écran noir', 'Black Screen'],
      ['Œil', 'Eye'],
      ['Zébulon', 'Beehive'],
      ['Abeille', 'Bee'],
    ] as const;
    for (const [publicNameFr, publicNameEn] of names)
      await givenOrganization(portal, { publicNameFr, publicNameEn });
    const [regular, student] = await Promise.all([
      givenClass(portal),
      givenClass(portal, { code: 'STUDENT' }),
    ]);
    const people = ['Côté', 'Coté', 'Cotton', 'Ábalos', 'Œuvrard'];
    for (const [i, familyName] of people.entries()) {
      const person = await givenPerson(portal, { givenName: 'Alex', familyName });
      const memberClass = i === 0 ? student : regular;
      await givenMembership(portal, memberClass, { personId: person.id }, { memberNumber: `L-${i}` });
    }
    await givenOrganization(portal, {
      associationId: portal.world.acps.association.id,
      publicNameFr: 'Canari',
    });
  });
  afterAll(() => portal.close());

  const list = async (query: string, filter: object, page: object = {}): Promise<List['list']> => {
    const variables = { filter: { associationId, ...filter }, ...page };
    const { data, errors } = await portal.graphql<List>(query, variables, asked);
    expect(errors).toEqual([]);
    return data.list;
  };
  const namesOf = ({ edges }: List['list']): string[] => edges.map(({ node }) => node.name);

  it('sort organizations by name, whatever the accents', async () => {
    const found = await list(ORGANIZATIONS, {});

    expect(namesOf(found)).toEqual(['Abeille', 'Éclipse', 'Ecran', 'Écran noir', 'Œil', 'Zébulon']);
    expect(found.totalCount).toBe(6);
  });

  it('sort members by family name', async () => {
    const found = await list(MEMBERSHIPS, {});

    expect(namesOf(found).map(name => name.replace('Alex ', ''))).toEqual(
      expect.arrayContaining(['Ábalos', 'Côté', 'Coté', 'Cotton', 'Œuvrard']),
    );
    expect(namesOf(found)[0]).toBe('Alex Ábalos');
    expect(namesOf(found).at(-1)).toBe('Alex Œuvrard');
    expect(found.totalCount).toBe(5);
  });

  it.each([
    [ORGANIZATIONS, 'écran', ['Ecran', 'Écran noir']],
    [ORGANIZATIONS, 'ÉC', ['Éclipse', 'Ecran', 'Écran noir']],
    [ORGANIZATIONS, 'oe', ['Œil']],
    [ORGANIZATIONS, 'black', ['Écran noir']],
    [ORGANIZATIONS, 'BÉE', ['Abeille', 'Zébulon']],
    [ORGANIZATIONS, 'e', ['Éclipse', 'Ecran', 'Écran noir', 'Œil']],
    [ORGANIZATIONS, '%', []],
    [ORGANIZATIONS, '  ', ['Abeille', 'Éclipse', 'Ecran', 'Écran noir', 'Œil', 'Zébulon']],
    [MEMBERSHIPS, 'cotton al', ['Alex Cotton']],
  ])('find what starts with a search (%#)', async (query, search, expected) => {
    const found = await list(query, { search });

    expect(namesOf(found)).toEqual(expected);
    expect(found.totalCount).toBe(expected.length);
  });

  it('find the members of a class', async () => {
    const found = await list(MEMBERSHIPS, { classCode: 'STUDENT' });

    expect(namesOf(found)).toEqual(['Alex Côté']);
    expect(found.totalCount).toBe(1);
    expect((await list(MEMBERSHIPS, { classCode: 'NONE' })).totalCount).toBe(0);
  });

  it.each([ORGANIZATIONS, MEMBERSHIPS])('go forwards and backwards page by page (%#)', async query => {
    const whole = namesOf(await list(query, {}));

    const first = await list(query, {}, { first: 2 });
    const second = await list(query, {}, { first: 2, after: first.pageInfo.endCursor });
    const last = await list(query, {}, { last: 2 });
    const back = await list(query, {}, { last: 2, before: second.pageInfo.startCursor });

    expect([...namesOf(first), ...namesOf(second)]).toEqual(whole.slice(0, 4));
    expect(namesOf(last)).toEqual(whole.slice(-2));
    expect(namesOf(back)).toEqual(namesOf(first));
    expect(first.pageInfo).toMatchObject({ hasNextPage: true, hasPreviousPage: false });
    expect(last.pageInfo).toMatchObject({ hasNextPage: false, hasPreviousPage: true });
    expect(first.totalCount).toBe(whole.length);
  });

  it('go through what was found in either language page by page, both ways', async () => {
    const [first, last] = await Promise.all([
      list(ORGANIZATIONS, { search: 'e' }, { first: 3 }),
      list(ORGANIZATIONS, { search: 'e' }, { last: 2 }),
    ]);
    const second = await list(ORGANIZATIONS, { search: 'e' }, { first: 3, after: first.pageInfo.endCursor });
    const back = await list(ORGANIZATIONS, { search: 'e' }, { last: 1, before: second.pageInfo.startCursor });

    expect([namesOf(first), namesOf(second)]).toEqual([['Éclipse', 'Ecran', 'Écran noir'], ['Œil']]);
    expect(namesOf(last)).toEqual(['Écran noir', 'Œil']);
    expect(namesOf(back)).toEqual(['Écran noir']);
    expect([first.totalCount, first.pageInfo.hasNextPage, second.pageInfo.hasNextPage]).toEqual([
      4,
      true,
      false,
    ]);
  });

  it('find an organization by the English name that it took', async () => {
    const renamed = await givenOrganization(portal, { publicNameFr: 'Quenouille', publicNameEn: 'Cattail' });
    const input = { organizationId: toPublicId('Organization', renamed.id) };
    await givenStaff(portal, clerk.accountId, portal.world.aqpm.association, StaffRole.ADMIN);

    const { data } = await portal.graphql(
      `mutation ($input: UpdateOrganizationProfileInput!) { updateOrganizationProfile(input: $input) { __typename } }`,
      { input: { ...input, publicNameFr: 'Quenouille', publicNameEn: 'Bulrush', country: 'CA' } },
      asked,
    );
    expect(data).toMatchObject({
      updateOrganizationProfile: { __typename: 'UpdateOrganizationProfileSuccess' },
    });

    expect(namesOf(await list(ORGANIZATIONS, { search: 'bulr' }))).toEqual(['Quenouille']);
    expect(namesOf(await list(ORGANIZATIONS, { search: 'catt' }))).toEqual([]);
    await portal.parts.db.transaction(tx => tx.query('delete from organization where id = $1', [renamed.id]));
  });

  it('do not leave a search through the cursor of another list', async () => {
    const start = await list(ORGANIZATIONS, {}, { first: 1 });

    const found = await list(ORGANIZATIONS, { search: 'ecran' }, { after: start.pageInfo.endCursor });

    expect(namesOf(found)).toEqual(['Ecran', 'Écran noir']);
  });

  it.each([
    ['a page of 101', { first: 101 }, {}],
    ['a negative page', { first: -1 }, {}],
    ['a cursor that is none', { after: 'x' }, {}],
    ['both directions', { first: 1, last: 1 }, {}],
    ['a search that is too long', {}, { search: 'a'.repeat(101) }],
    ['a search with a NUL', {}, { search: 'a\0' }],
  ])('refuse %s with a code', async (_, page, filter) => {
    const variables = { filter: { associationId, ...filter }, ...page };
    const { errors } = await portal.graphql(ORGANIZATIONS, variables, asked);

    expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }]);
  });

  it.each([ORGANIZATIONS, MEMBERSHIPS])(
    'are refused to whom they are not meant for, with one answer (%#)',
    async query => {
      const { aqpm, acps, icu } = portal.world;
      const stranger = await givenSomebodySignedIn(portal);
      const strangerAtTool = { clientKey: aqpm.toolKey, token: await stranger.tokenAt(aqpm.toolKey) };
      const ask = (id: string, by: Asked) => portal.graphql(query, { filter: { associationId: id } }, by);

      const answers = await Promise.all([
        ask(associationId, { token: clerk.token }),
        ask(associationId, strangerAtTool),
        ask(toPublicId('Association', acps.association.id), asked),
        ask(toPublicId('Association', icu.association.id), asked),
        ask('asc_1111111111111111111111', asked),
        ask('nonsense', asked),
      ]);

      for (const { errors, text } of answers) {
        expect(errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
        expect(errors[0]?.message).toBe(answers[0].errors[0]?.message);
        expect(text).not.toContain('Canari');
      }
    },
  );

  it('cost the same number of statements however long they are', async () => {
    const short = await countStatements(portal, () => list(MEMBERSHIPS, {}, { first: 1 }));

    expect(await countStatements(portal, () => list(MEMBERSHIPS, {}, { first: 5 }))).toBe(short);
  });

  it('cost the same number of statements with everything below an organization', async () => {
    const query = `query ($filter: OrganizationFilter!, $first: Int) {
      organizations(filter: $filter, first: $first) { nodes {
        association { code } sections { from } delegations { role person { displayName } }
        membership { status { code } class { code } } viewerCan { updateProfile } } } }`;
    const ask = (first: number) =>
      countStatements(portal, () => portal.graphql(query, { filter: { associationId }, first }, asked));
    await ask(1);

    expect(await ask(6)).toBe(await ask(2));
  });
});

describe('the statements of the lists', () => {
  let portal: Portal;
  let owner: Client;
  beforeAll(async () => {
    portal = await openPortal();
    const memberClass = await givenClass(portal);
    const person = await givenPerson(portal);
    await givenMembership(
      portal,
      memberClass,
      { personId: person.id },
      { memberNumber: '1', admittedOn: localDate('2025-04-01') },
    );
    owner = new Client({ connectionString: portal.ownerUrl });
    await owner.connect();
    await owner.query(`
      insert into organization (id, association_id, legal_name, public_name_fr, public_name_en, search_key, search_key_en, country, added_at)
        select gen_random_uuid(), association_id, 'n', 'n', 'n', 'N' || lpad(i::text, 7, '0'), 'E' || lpad(i::text, 7, '0'), 'CA', added_at
        from person, generate_series(1, 20000) i;
      insert into membership (id, association_id, organization_id, member_number, holder_search_key, admitted_on)
        select gen_random_uuid(), association_id, id, search_key, search_key, '2025-04-01' from organization;
      analyze;`);
  });
  afterAll(async () => {
    await owner.end();
    await portal.close();
  });

  it.each([
    ['organizations', readOrganizations, 'organization_association_id_search_key_idx'],
    ['organizations backwards', readOrganizationsBackward, 'organization_association_id_search_key_idx'],
    ['memberships', readMemberships, 'membership_by_name_idx'],
    ['memberships backwards', readMembershipsBackward, 'membership_by_name_idx'],
  ])('read %s by their index, without sorting or reading a whole table', async (_, { text }, index) => {
    const zero = '00000000-0000-0000-0000-000000000000';
    const filter = text.includes('$8') ? ['null', `'2026-11-22'`, '21'] : ['21'];
    const values = [
      `'${portal.world.aqpm.association.id}'`,
      `'N0010000'`,
      `'${zero}'`,
      `'O'`,
      `'${zero}'`,
      ...filter,
    ];
    await owner.query('set plan_cache_mode = force_generic_plan');
    await owner.query(`prepare hot as ${text}`);

    const { rows } = await owner.query<{ 'QUERY PLAN': string }>(`explain execute hot(${values.join(', ')})`);
    await owner.query('deallocate hot');

    const plan = rows.map(row => row['QUERY PLAN']).join('\n');
    const main = plan.split('SubPlan')[0] ?? '';
    expect(main).toMatch(new RegExp(`Index Scan (Backward )?using ${index}`));
    expect(main).toMatch(/Index Cond: \(\(association_id = \$1\) AND \(ROW\(/);
    expect(main).not.toContain('Sort');
    expect(main).not.toMatch(/Seq Scan on (organization|membership|person)/);
  });

  it.each([
    ['forwards', readFoundOrganizations],
    ['backwards', readFoundOrganizationsBackward],
  ])('find organizations in either language by the index of each, %s', async (_, { text }) => {
    const ends = [
      `''`,
      `'00000000-0000-0000-0000-000000000000'`,
      `'Z'`,
      `'00000000-0000-0000-0000-000000000000'`,
    ];
    const values = [`'${portal.world.aqpm.association.id}'`, ...ends, `'E00001'`, `'E00002'`, '21'];
    await owner.query('set plan_cache_mode = force_generic_plan');
    await owner.query(`prepare hot as ${text}`);

    const { rows } = await owner.query<{ 'QUERY PLAN': string }>(`explain execute hot(${values.join(', ')})`);
    const found = await owner.query(`execute hot(${values.join(', ')})`);
    await owner.query('deallocate hot');

    const plan = rows.map(row => row['QUERY PLAN']).join('\n');
    expect(plan).toMatch(/Scan (Backward )?using organization_association_id_search_key_idx/);
    expect(plan).toMatch(/organization_association_id_search_key_en_idx/);
    expect(plan).not.toMatch(/Seq Scan on organization/);
    expect(found.rows).toHaveLength(21);
  });
});
