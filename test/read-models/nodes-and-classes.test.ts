import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { toPublicId } from '../../src/kernel/id.ts';
import { StaffRole } from '../../src/modules/associations/index.ts';
import {
  givenClass,
  givenDelegations,
  givenOrganization,
  givenPerson,
  givenSomebodySignedIn,
  givenStaff,
} from '../support/given/membership-world.ts';
import { openPortal, type Asked, type Portal } from '../support/portal.ts';

describe('finding a record again by its id', () => {
  let portal: Portal;
  beforeAll(async () => {
    portal = await openPortal();
  });
  afterAll(() => portal.close());

  const nodeOf = async (id: string, asked: Asked): Promise<unknown> => {
    const { data, errors } = await portal.graphql<{ node: unknown }>(
      'query ($id: ID!) { node(id: $id) { __typename id ... on Delegation { organization { id } } } }',
      { id },
      asked,
    );
    expect(errors).toEqual([]);
    return data.node;
  };

  it('gives people themselves, and staff of the membership office anybody on file', async () => {
    const { person, token } = await givenSomebodySignedIn(portal);
    const clerk = await givenSomebodySignedIn(portal);
    const reader = await givenSomebodySignedIn(portal);
    const { association, toolKey } = portal.world.aqpm;
    await givenStaff(portal, clerk.accountId, association, StaffRole.MEMBERSHIP);
    await givenStaff(portal, reader.accountId, association, StaffRole.FINANCE);
    const id = toPublicId('Person', person.id);

    const atTool = async (accountToken: Promise<string>): Promise<unknown> =>
      nodeOf(id, { clientKey: toolKey, token: await accountToken });
    expect(await nodeOf(id, { token })).toEqual({ __typename: 'Person', id });
    expect(await atTool(clerk.tokenAt(toolKey))).toEqual({ __typename: 'Person', id });
    expect(await atTool(reader.tokenAt(toolKey))).toBeNull();
    expect(await nodeOf(id, { token: clerk.token })).toBeNull();
    expect(await nodeOf(id, {})).toBeNull();
  });

  it('gives a delegate the organization and every delegation of it', async () => {
    const organization = await givenOrganization(portal);
    const { person, token } = await givenSomebodySignedIn(portal);
    const other = await givenPerson(portal);
    const stranger = await givenSomebodySignedIn(portal);
    await givenDelegations(portal, organization, person, 'DUES');
    await givenDelegations(portal, organization, other, 'VOTING');
    const { data } = await portal.graphql<{ organization: { delegations: { id: string }[] } }>(
      'query ($id: ID!) { organization(id: $id) { delegations { id } } }',
      { id: toPublicId('Organization', organization.id) },
      { token },
    );
    const delegations = data.organization.delegations.map(({ id }) => id);

    const organizationId = toPublicId('Organization', organization.id);
    expect(delegations).toHaveLength(2);
    for (const id of delegations) {
      expect(await nodeOf(id, { token })).toMatchObject({
        __typename: 'Delegation',
        organization: { id: organizationId },
      });
      expect(await nodeOf(id, { token: stranger.token })).toBeNull();
    }
    expect(await nodeOf(organizationId, { token })).toMatchObject({ __typename: 'Organization' });
    expect(await nodeOf(organizationId, { token: stranger.token })).toBeNull();
  });

  it('gives a class to every client of its tree', async () => {
    const memberClass = await givenClass(portal, { code: 'NODE' });
    const id = toPublicId('MembershipClass', memberClass.id);

    expect(await nodeOf(id, {})).toEqual({ __typename: 'MembershipClass', id });
    expect(await nodeOf(id, { clientKey: portal.world.acps.siteKey })).toBeNull();
  });
});

describe('the classes of an association', () => {
  let portal: Portal;
  beforeAll(async () => {
    portal = await openPortal();
    for (const code of ['B', 'A', 'C']) await givenClass(portal, { code, nameEn: `Class ${code}` });
  });
  afterAll(() => portal.close());

  const classes = async (page: object, asked: Asked = {}) => {
    const { data, errors } = await portal.graphql<{
      membershipClasses: {
        totalCount: number;
        nodes: { code: string; name: string }[];
        pageInfo: { endCursor: string };
      };
    }>(
      `query ($associationId: ID!, $first: Int, $after: String, $last: Int) {
         membershipClasses(associationId: $associationId, first: $first, after: $after, last: $last) {
           totalCount nodes { code name } pageInfo { endCursor } } }`,
      { associationId: toPublicId('Association', portal.world.aqpm.association.id), ...page },
      asked,
    );
    expect(errors).toEqual([]);
    return data.membershipClasses;
  };

  it('are listed by code in the language of the request', async () => {
    const { totalCount, nodes } = await classes({}, { locale: 'en-CA' });

    expect(totalCount).toBe(3);
    expect(nodes).toEqual(['A', 'B', 'C'].map(code => ({ code, name: `Class ${code}` })));
  });

  it('go on after a cursor, and back from the end', async () => {
    const first = await classes({ first: 2 });
    const rest = await classes({ after: first.pageInfo.endCursor });

    expect(rest.nodes.map(({ code }) => code)).toEqual(['C']);
    expect((await classes({ last: 2 })).nodes.map(({ code }) => code)).toEqual(['B', 'C']);
  });

  it('are none for a client of another tree, as for an association that never was', async () => {
    const elsewhere = await classes({}, { clientKey: portal.world.acps.siteKey });

    expect(elsewhere).toEqual({ totalCount: 0, nodes: [], pageInfo: { endCursor: null } });
    expect(await classes({ associationId: 'nonsense' })).toEqual(elsewhere);
  });
});
