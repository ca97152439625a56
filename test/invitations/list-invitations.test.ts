import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { toPublicId } from '../../src/kernel/id.ts';
import { givenDelegations, givenOrganization, givenPerson } from '../support/given/membership-world.ts';
import { openPortal, type Portal } from '../support/portal.ts';
import {
  givenCode,
  givenMember,
  givenOffice,
  issue,
  newAddress,
  perform,
  preview,
  type Office,
} from './operations.ts';

describe('listing invitations (B6)', () => {
  let portal: Portal;
  let office: Office;
  beforeAll(async () => {
    portal = await openPortal();
    office = await givenOffice(portal);
  });
  afterAll(() => portal.close());

  interface Listed {
    readonly invitations: {
      readonly totalCount: number;
      readonly nodes: { email: string; state: string; organization: { publicName: string } | null }[];
      readonly pageInfo: {
        hasNextPage: boolean;
        hasPreviousPage: boolean;
        startCursor: string;
        endCursor: string;
      };
    };
  }
  const LIST = `query ($filter: InvitationFilter!, $order: InvitationOrder, $first: Int, $after: String, $last: Int, $before: String) {
    invitations(filter: $filter, order: $order, first: $first, after: $after, last: $last, before: $before) {
      totalCount nodes { email state organization { publicName } } pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
    }
  }`;
  const list = async (
    filter: object = {},
    more: object = {},
    asked = office.asked,
  ): Promise<Listed['invitations']> => {
    const variables = { filter: { associationId: office.associationId, ...filter }, ...more };
    const { data, errors } = await portal.graphql<Listed>(LIST, variables, asked);
    if (errors.length > 0) throw new Error(errors[0]!.extensions.code);
    return data.invitations;
  };

  it('staff read them by state, by name and address, forwards and backwards', async () => {
    const emails: string[] = [];
    for (let i = 0; i < 5; i++) {
      emails.push((await givenCode(portal, office)).address);
      portal.clock.advance(1000);
    }
    const declined = await givenCode(portal, office, { givenName: 'Zoé', familyName: 'L’Écuyer' });
    await perform(portal, 'declineInvitation', { code: declined.code });

    const latest = await list({ states: ['PENDING'] }, { first: 2 });
    const next = await list({ states: ['PENDING'] }, { first: 2, after: latest.pageInfo.endCursor });
    const back = await list({ states: ['PENDING'] }, { last: 2, before: next.pageInfo.endCursor });
    const earliest = await list({ states: ['PENDING'] }, { first: 1, order: 'ISSUED_AT_ASC' });
    const byName = await list({ search: 'ecuyer' });
    const byAddress = await list({ search: emails[2]!.toUpperCase() });

    expect(latest.nodes.map(node => node.email)).toEqual([emails[4], emails[3]]);
    expect(latest).toMatchObject({ totalCount: 5, pageInfo: { hasNextPage: true, hasPreviousPage: false } });
    expect(next.nodes.map(node => node.email)).toEqual([emails[2], emails[1]]);
    expect(back.nodes.map(node => node.email)).toEqual([emails[3], emails[2]]);
    expect(earliest.nodes.map(node => node.email)).toEqual([emails[0]]);
    expect(byName.nodes).toMatchObject([{ email: declined.address, state: 'DECLINED' }]);
    expect(byAddress.nodes.map(node => node.email)).toEqual([emails[2]]);

    portal.clock.advance(31 * 86_400_000);
    office = await givenOffice(portal);
    expect((await list({ states: ['EXPIRED'] })).totalCount).toBe(5);
    expect((await list({ states: ['PENDING'] })).totalCount).toBe(0);
  });

  it('the state in SQL is the state in code, for every set of facts', async () => {
    const instants = [null, portal.clock.now()];
    const at = portal.clock.now();
    const facts = instants.flatMap(acceptedAt =>
      instants.flatMap(declinedAt =>
        instants.flatMap(revokedAt =>
          [-1, 0, 1].map(ms => ({
            acceptedAt,
            declinedAt,
            revokedAt,
            expiresAt: new Date(at.getTime() + ms),
          })),
        ),
      ),
    );
    const { stateInSql, stateOf } = await import('../../src/modules/invitations/invitation.ts');

    for (const one of facts) {
      const [row] = await portal.parts.db.entities.query<{ state: string }[]>(
        `select ${stateInSql('$5')} as state
         from (select $1::timestamptz as accepted_at, $2::timestamptz as declined_at, $3::timestamptz as revoked_at,
           $4::timestamptz as expires_at) i`,
        [one.acceptedAt, one.declinedAt, one.revokedAt, one.expiresAt, at],
      );
      expect(row?.state).toBe(stateOf(one, at));
    }
  });

  it('the principal delegate reads those of their organization, and nobody else any', async () => {
    const organization = await givenOrganization(portal);
    const organizationId = toPublicId('Organization', organization.id);
    const address = newAddress();
    const member = await givenMember(portal, newAddress());
    const person = await givenPerson(portal, { accountId: member.id });
    await givenDelegations(portal, organization, person, 'PRINCIPAL');
    const { id } = await issue(portal, office, {
      email: address,
      givenName: 'Léa',
      familyName: 'Côté',
      organizationId,
      roles: ['DUES'],
    });
    const other = await givenMember(portal, newAddress());
    const acps = await givenOffice(portal, { body: portal.world.acps });

    const own = await list({ organizationId }, {}, member.asked);

    expect(own.nodes).toMatchObject([
      { email: address, organization: { publicName: 'Productions Boréales' } },
    ]);
    await expect(list({}, {}, member.asked)).rejects.toThrow('FORBIDDEN');
    await expect(list({ organizationId }, {}, other.asked)).rejects.toThrow('FORBIDDEN');
    await expect(list({ organizationId }, {}, {})).rejects.toThrow('UNAUTHENTICATED');
    await expect(list({}, {}, acps.asked)).rejects.toThrow('FORBIDDEN');
    await expect(list({}, { first: 101 })).rejects.toThrow('BAD_USER_INPUT');
    await expect(list({}, { after: 'x' })).rejects.toThrow('BAD_USER_INPUT');

    const node = async (asked: object): Promise<unknown> =>
      (await portal.graphql<{ node: unknown }>('query ($id: ID!) { node(id: $id) { id } }', { id }, asked))
        .data.node;
    expect(await node(office.asked)).toEqual({ id });
    expect(await node(member.asked)).toEqual({ id });
    expect(await node(other.asked)).toBeNull();
    expect(await node(acps.asked)).toBeNull();
    expect(await node({})).toBeNull();
  });

  it('a code of one tree shows nothing through a client of another', async () => {
    const { code } = await givenCode(portal, office);

    const elsewhere = await preview(portal, code, { clientKey: portal.world.acps.siteKey });

    expect(elsewhere).toMatchObject({ __typename: 'InvitationCodeUnknown' });
  });
});
