import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { toPublicId } from '../../src/kernel/id.ts';
import { StaffRole } from '../../src/modules/associations/index.ts';
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

const plain = (name: string): string => name.normalize('NFD').replace(/\p{M}/gu, '');
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
    [ORGANIZATIONS, 'noir', ['Écran noir']],
    [ORGANIZATIONS, 'NOIR ecr', ['Écran noir']],
    [ORGANIZATIONS, 'écran screen', ['Écran noir']],
    [ORGANIZATIONS, 'cran', []],
    [ORGANIZATIONS, '%', []],
    [ORGANIZATIONS, '-', []],
    [ORGANIZATIONS, "'", []],
    [ORGANIZATIONS, '\\', []],
    [ORGANIZATIONS, "' | !:* & <->", []],
    [ORGANIZATIONS, '  ', ['Abeille', 'Éclipse', 'Ecran', 'Écran noir', 'Œil', 'Zébulon']],
    [MEMBERSHIPS, 'cotton al', ['Alex Cotton']],
    [MEMBERSHIPS, 'alex cott', ['Alex Cotton']],
    [MEMBERSHIPS, 'a', ['Alex Ábalos', 'Alex Coté', 'Alex Côté', 'Alex Cotton', 'Alex Œuvrard']],
  ])('find names of which each word looked for starts a word (%#)', async (query, search, expected) => {
    const found = await list(query, { search });

    // Two whose keys are the same stand in the order in which they were added.
    expect(namesOf(found).map(plain)).toEqual(expected.map(plain));
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
        sectionHistory { from } coordinates { phones { number } } principalHandover { id } delegateLimit { limit used }
        joining { acceptsRequests } membership { status { code } class { code } } viewerCan { updateProfile }
        pendingInvitations(first: 2) { totalCount nodes { id } edges { cursor } }
        joinRequests(first: 2) { totalCount nodes { id } } decided: joinRequests(states: [APPROVED]) { nodes { id } }
      } } }`;
    const { aqpm } = portal.world;
    const head = await givenSomebodySignedIn(portal);
    await givenStaff(portal, head.accountId, aqpm.association, StaffRole.ADMIN);
    const askedByHead = { clientKey: aqpm.toolKey, token: await head.tokenAt(aqpm.toolKey) };
    const ask = (first: number) =>
      countStatements(portal, async () => {
        const { errors, text } = await portal.graphql(
          query,
          { filter: { associationId }, first },
          askedByHead,
        );
        expect(errors).toEqual([]);
        expect(text).toContain('"pendingInvitations":{"totalCount":0');
      });
    await ask(1);

    expect(await ask(6)).toBe(await ask(2));
  });
});
