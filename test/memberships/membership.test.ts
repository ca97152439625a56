import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { toPublicId } from '../../src/kernel/id.ts';
import { localDate } from '../../src/kernel/local-date.ts';
import { StaffRole } from '../../src/modules/associations/index.ts';
import type { MembershipEntity } from '../../src/modules/memberships/index.ts';
import {
  givenClass,
  givenDelegations,
  givenMembership,
  givenOrganization,
  givenSomebodySignedIn,
  givenStaff,
} from '../support/given/membership-world.ts';
import { openPortal, type Asked, type Portal } from '../support/portal.ts';

const MEMBERSHIP = `query ($id: ID!, $asOf: DateTime) { membership(id: $id) {
  id memberNumber continuousSince class { id code } affiliations { id } terms { id kind from to }
  status(asOf: $asOf) { code label since until explanation { rule text inputs { name value } } }
} }`;

interface Read {
  readonly membership: {
    readonly id: string;
    readonly class: { readonly id: string };
    readonly affiliations: readonly { readonly id: string }[];
    readonly terms: readonly { readonly id: string }[];
    readonly status: { readonly code: string; readonly explanation: readonly { readonly text: string }[] };
  } | null;
}

describe('a membership (D1, D3)', () => {
  let portal: Portal;
  beforeAll(async () => {
    portal = await openPortal();
  });
  afterAll(() => portal.close());

  let number = 0;
  const givenMember = async () => {
    number += 1;
    const somebody = await givenSomebodySignedIn(portal);
    const memberClass = await givenClass(portal, { code: `CLASS-${number}` });
    const holder = { personId: somebody.person.id };
    const membership = await givenMembership(portal, memberClass, holder, { memberNumber: `M-${number}` });
    return { membership, ...somebody };
  };
  const read = async (
    membership: MembershipEntity,
    asked: Asked,
    asOf?: string,
  ): Promise<Read['membership']> => {
    const variables = { id: toPublicId('Membership', membership.id), asOf };
    const { data, errors } = await portal.graphql<Read>(MEMBERSHIP, variables, asked);
    expect(errors).toEqual([]);
    return data.membership;
  };

  it.each([
    ['2025-03-31T16:00:00Z', 'APPLICANT'],
    ['2025-04-01T04:00:00Z', 'ACTIVE'],
    ['2027-01-31T05:00:00Z', 'RENEWAL_DUE'],
    ['2027-04-01T03:59:59.999Z', 'RENEWAL_DUE'],
    ['2027-04-01T04:00:00Z', 'GRACE'],
    ['2027-05-02T00:00:00Z', 'LAPSED'],
  ])('stands at %s as %s', async (asOf, code) => {
    const { membership, token } = await givenMember();

    expect((await read(membership, { token }, asOf))?.status.code).toBe(code);
  });

  it('says why, in both languages', async () => {
    const { membership, token } = await givenMember();
    const asOf = '2027-05-01T12:00:00Z';

    const french = await read(membership, { token }, asOf);
    const english = await read(membership, { token, locale: 'en-CA' }, asOf);

    expect(french?.status).toEqual({
      code: 'LAPSED',
      label: 'Échue',
      since: '2027-05-01',
      until: null,
      explanation: [
        {
          rule: 'TERM_OVER',
          text: 'La dernière période a pris fin le 31 mars 2027.',
          inputs: [{ name: 'lastDay', value: '2027-03-31' }],
        },
        {
          rule: 'GRACE_OVER',
          text: 'La catégorie permettait de renouveler sans interruption jusqu’au 30 avril 2027 inclusivement.',
          inputs: [{ name: 'lastDay', value: '2027-04-30' }],
        },
      ],
    });
    expect(english?.status.explanation[0]?.text).toBe('The last term ended on March 31, 2027.');
  });

  it('shows a gap between two terms, which membership since the beginning hides', async () => {
    const { person, token } = await givenSomebodySignedIn(portal);
    const memberClass = await givenClass(portal, { code: 'GAP' });
    const membership = await givenMembership(
      portal,
      memberClass,
      { personId: person.id },
      {
        memberNumber: 'GAP-1',
        terms: [
          { kind: 'CALENDAR_YEAR', from: localDate('2025-04-01'), to: localDate('2026-01-01') },
          { kind: 'ROLLING', from: localDate('2026-06-15'), to: localDate('2027-06-15') },
        ],
      },
    );

    const found = await read(membership, { token });

    expect(found).toMatchObject({
      continuousSince: '2026-06-15',
      terms: [
        { kind: 'CALENDAR_YEAR', from: '2025-04-01', to: '2025-12-31' },
        { kind: 'ROLLING', from: '2026-06-15', to: '2027-06-14' },
      ],
    });
  });

  it('is null for anybody else, and for ids that name none', async () => {
    const { membership } = await givenMember();
    const stranger = await givenSomebodySignedIn(portal);
    const byId = async (id: string) =>
      (await portal.graphql(MEMBERSHIP, { id }, { token: stranger.token })).text;

    const answers = await Promise.all(
      [toPublicId('Membership', membership.id), 'mem_1111111111111111111111', 'x'].map(byId),
    );

    expect(answers[0]).toContain('"membership":null');
    for (const answer of answers) expect(answer).toBe(answers[0]);
  });

  it('of an organization is read by its delegates', async () => {
    const organization = await givenOrganization(portal);
    const { person, token } = await givenSomebodySignedIn(portal);
    const memberClass = await givenClass(portal, { code: 'ORG', heldBy: 'ORGANIZATION' });
    const membership = await givenMembership(
      portal,
      memberClass,
      { organizationId: organization.id },
      { memberNumber: 'ORG-1' },
    );
    const before = await read(membership, { token });

    await givenDelegations(portal, organization, person, 'DUES');

    expect(before).toBeNull();
    expect(await read(membership, { token })).not.toBeNull();
  });

  it('is read by staff through an internal tool alone', async () => {
    const { membership } = await givenMember();
    const { accountId, token, tokenAt } = await givenSomebodySignedIn(portal);
    await givenStaff(portal, accountId, portal.world.aqpm.association, StaffRole.READER);
    const clientKey = portal.world.aqpm.toolKey;

    const throughTool = await read(membership, { clientKey, token: await tokenAt(clientKey) });
    const throughSite = await read(membership, { token });

    expect(throughTool?.id).toBe(toPublicId('Membership', membership.id));
    expect(throughSite).toBeNull();
  });

  it('and its parts are found again by their ids, by whoever may read it', async () => {
    const { membership, token } = await givenMember();
    const stranger = await givenSomebodySignedIn(portal);
    const found = await read(membership, { token });
    const ids = [found?.id, found?.affiliations[0]?.id, found?.terms[0]?.id];
    const nodes = async (asked: Asked) =>
      Promise.all(
        ids.map(
          async id =>
            (
              await portal.graphql<{ node: unknown }>(
                'query ($id: ID!) { node(id: $id) { __typename id } }',
                { id },
                asked,
              )
            ).data.node,
        ),
      );

    expect(await nodes({ token })).toEqual([
      { __typename: 'Membership', id: ids[0] },
      { __typename: 'Affiliation', id: ids[1] },
      { __typename: 'Term', id: ids[2] },
    ]);
    expect(await nodes({ token: stranger.token })).toEqual([null, null, null]);
    expect(await nodes({})).toEqual([null, null, null]);
  });
});
