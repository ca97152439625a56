import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { toPublicId, type AccountId } from '../../src/kernel/id.ts';
import {
  assignStaff,
  StaffAssignmentEntity,
  StaffReach,
  StaffRole,
  type AssociationEntity,
} from '../../src/modules/associations/index.ts';
import { registerClient } from '../../src/modules/integrations/index.ts';
import { givenAccount, PASSWORD, type GivenAccount } from '../accounts/given-account.ts';
import { minutes } from '../support/fake-clock.ts';
import { givenDelegations, givenOrganization, givenPerson } from '../support/given/membership-world.ts';
import { openPortal, type Portal } from '../support/portal.ts';

let portal: Portal;
let bodies: Readonly<Record<'icu' | 'oppi' | 'pibc' | 'aqpm', AssociationEntity>>;
let pibcToolKey: string;

beforeAll(async () => {
  portal = await openPortal();
  const { icu, oppi, pibc, aqpm } = portal.world;
  bodies = { icu: icu.association, oppi, pibc, aqpm: aqpm.association };
  const tool = await portal.parts.db.transaction(tx =>
    registerClient(portal.parts, tx, {
      associationId: pibc.id,
      name: 'pibc tool',
      kind: 'SECRET',
      keyMode: 'TEST',
      signInMode: 'DIRECT',
      origins: [],
      pages: [],
    }),
  );
  pibcToolKey = tool.key;
});
afterAll(async () => {
  await portal.close();
});

type Body = keyof typeof bodies;
interface Assigned {
  readonly body: Body;
  readonly reach: StaffReach;
  readonly role?: StaffRole;
}

const assign = (
  accountId: AccountId,
  { body, reach, role = StaffRole.MEMBERSHIP }: Assigned,
  toAt: Date | null = null,
) =>
  portal.parts.db.transaction(tx =>
    assignStaff(portal.parts, tx, { accountId, associationId: bodies[body].id, role, reach, toAt }),
  );

async function givenStaff(...assigned: readonly Assigned[]): Promise<GivenAccount> {
  const account = await givenAccount(portal, { associationIds: assigned.map(({ body }) => bodies[body].id) });
  for (const one of assigned) await assign(account.id, one);
  return account;
}

async function signIn({ address }: GivenAccount, clientKey: string): Promise<string> {
  const { data } = await portal.graphql<{ signIn: { session: { accessToken: string } } }>(
    'mutation ($input: SignInInput!) { signIn(input: $input) { ... on SignInSuccess { session { accessToken } } } }',
    { input: { identifier: address, password: PASSWORD } },
    { clientKey },
  );
  return data.signIn.session.accessToken;
}

const ISSUE = `mutation ($input: IssueInvitationsInput!) { issueInvitations(input: $input) {
  __typename ... on IssueInvitationsSuccess { rows { outcome } } } }`;

/** Asks to invite somebody without an address: who may is told so, and nothing happens. */
async function mayInvite(token: string, clientKey: string, body: Body): Promise<boolean> {
  const invitations = [{ email: 'aucune', locale: 'FR_CA', givenName: 'Jean', familyName: 'Tremblay' }];
  const associationId = toPublicId('Association', bodies[body].id);
  const { data, errors } = await portal.graphql<{ issueInvitations: { rows: { outcome: string }[] } } | null>(
    ISSUE,
    { input: { associationId, invitations } },
    { clientKey, token },
  );
  if (errors.length > 0) {
    expect(errors.map(error => error.extensions.code)).toEqual(['FORBIDDEN']);
    return false;
  }
  expect(data?.issueInvitations.rows).toEqual([{ outcome: 'BAD_ADDRESS' }]);
  return true;
}

async function reached(account: GivenAccount, clientKey: string): Promise<Body[]> {
  const token = await signIn(account, clientKey);
  const answers: Body[] = [];
  for (const body of ['icu', 'oppi', 'pibc', 'aqpm'] as const) {
    if (await mayInvite(token, clientKey, body)) answers.push(body);
  }
  return answers;
}

const { NODE, NODE_AND_BELOW } = StaffReach;

describe('staff rights over the whole house (C7)', () => {
  it.each<[string, Assigned, Body[]]>([
    ['at the national body alone', { body: 'icu', reach: NODE }, ['icu']],
    [
      'at the national body and below, the independent one left out',
      { body: 'icu', reach: NODE_AND_BELOW },
      ['icu', 'oppi'],
    ],
    [
      'at an institute, neither its parent nor its sibling',
      { body: 'oppi', reach: NODE_AND_BELOW },
      ['oppi'],
    ],
    [
      'at an independent body, nothing through the tool of the national one',
      { body: 'pibc', reach: NODE_AND_BELOW },
      [],
    ],
    ['in another tree, nothing', { body: 'aqpm', reach: NODE_AND_BELOW }, []],
    [
      'with a role that reads only, nothing',
      { body: 'icu', reach: NODE_AND_BELOW, role: StaffRole.READER },
      [],
    ],
  ])('%s', async (_, assigned, expected) => {
    const account = await givenStaff(assigned);

    expect(await reached(account, portal.world.icu.toolKey)).toEqual(expected);
  });

  it('at an independent body, through its own tool', async () => {
    const account = await givenStaff({ body: 'pibc', reach: NODE }, { body: 'icu', reach: NODE_AND_BELOW });

    expect(await reached(account, pibcToolKey)).toEqual(['pibc']);
  });

  it('end at the instant at which the assignment ends, in the middle of a session', async () => {
    const account = await givenAccount(portal);
    await assign(
      account.id,
      { body: 'aqpm', reach: NODE },
      new Date(portal.clock.now().getTime() + minutes(1)),
    );
    const { toolKey } = portal.world.aqpm;
    const token = await signIn(account, toolKey);
    expect(await mayInvite(token, toolKey, 'aqpm')).toBe(true);

    portal.clock.advance(minutes(1));

    expect(await mayInvite(token, toolKey, 'aqpm')).toBe(false);
  });
});

describe('a site with a publishable key', () => {
  const OPERATIONS = [
    ISSUE,
    'query ($association: ID!) { organizations(filter: { associationId: $association }) { totalCount } }',
    'query ($association: ID!) { memberships(filter: { associationId: $association }) { totalCount } }',
  ];

  it('never exercises a staff assignment, whoever signs in there', async () => {
    const { siteKey, toolKey } = portal.world.aqpm;
    const account = await givenStaff({ body: 'aqpm', reach: NODE_AND_BELOW, role: StaffRole.ADMIN });
    const token = await signIn(account, siteKey);
    const association = toPublicId('Association', bodies.aqpm.id);
    const variables = {
      association,
      id: 'inv_1111111111111111111111',
      input: { associationId: association, invitations: [] },
    };

    for (const operation of OPERATIONS) {
      const { errors } = await portal.graphql(operation, variables, { clientKey: siteKey, token });
      expect(errors.map(error => error.extensions.code)).toEqual(['FORBIDDEN']);
    }

    const held = '{ viewer { staffAssignments { id role } } }';
    const atSite = await portal.graphql(held, {}, { clientKey: siteKey, token });
    expect(atSite.data).toEqual({ viewer: { staffAssignments: [] } });

    const atTool = await portal.graphql<{ viewer: { staffAssignments: object[] } }>(
      held,
      {},
      { clientKey: toolKey, token: await signIn(account, toolKey) },
    );
    expect(atTool.data.viewer.staffAssignments).toMatchObject([{ role: 'ADMIN' }]);
  });

  it('finds no staff assignment by its id, as whoever holds it and administrators do through a tool', async () => {
    const { siteKey, toolKey } = portal.world.aqpm;
    const account = await givenStaff({ body: 'aqpm', reach: NODE });
    const row = await portal.parts.db.entities.findOneByOrFail(StaffAssignmentEntity, {
      accountId: account.id,
    });
    const id = toPublicId('StaffAssignment', row.id);
    const find = async (clientKey: string, whose = account) =>
      (
        await portal.graphql<{ node: { id: string } | null }>(
          'query ($id: ID!) { node(id: $id) { id } }',
          { id },
          { clientKey, token: await signIn(whose, clientKey) },
        )
      ).data.node;

    expect(await find(toolKey)).toEqual({ id });
    expect(await find(siteKey)).toBeNull();
    expect(await find(toolKey, await givenStaff({ body: 'aqpm', reach: NODE }))).toBeNull();
    const administrator = await givenStaff({ body: 'aqpm', reach: NODE, role: StaffRole.ADMIN });
    expect(await find(toolKey, administrator)).toEqual({ id });
  });
});

describe('one’s own', () => {
  /** An administrator who is a member, and the principal delegate of a house, with somebody who shares their account. */
  async function givenInsider() {
    const { aqpm } = portal.world;
    const associationId = aqpm.association.id;
    const account = await givenStaff({ body: 'aqpm', reach: NODE_AND_BELOW, role: StaffRole.ADMIN });
    const self = await givenPerson(portal, { associationId, accountId: account.id });
    const spouse = await givenPerson(portal, { associationId, givenName: 'Ida', accountId: account.id });
    const organization = await givenOrganization(portal, { associationId });
    const other = await givenPerson(portal, { associationId });
    await givenDelegations(portal, organization, self, 'DUES');
    await givenDelegations(portal, organization, other, 'PRINCIPAL');
    const asked = { clientKey: aqpm.toolKey, token: await signIn(account, aqpm.toolKey) };
    const ids = {
      associationId: toPublicId('Association', associationId),
      organizationId: toPublicId('Organization', organization.id),
      self: toPublicId('Person', self.id),
      spouse: toPublicId('Person', spouse.id),
      other: toPublicId('Person', other.id),
    };
    return { asked, ids };
  }

  it('is nobody’s to act on as staff: person, household, organization', async () => {
    const { asked, ids } = await givenInsider();
    const { associationId, organizationId } = ids;
    const invite = (draft: object): [string, object] => [
      'issueInvitations',
      { associationId, invitations: [{ email: 'autre@maboite.example', locale: 'FR_CA', ...draft }] },
    ];
    const acts: readonly [mutation: string, input: object, answer: string][] = [
      ...[ids.self, ids.spouse].flatMap(personId => {
        const identityCheck = 'Comparé la pièce';
        const newAddress = 'autre@maboite.example';
        return [
          ['resetSecondFactors', { personId, identityCheck }, 'OwnFactorsKept'],
          ['replaceLostAddress', { personId, newAddress, identityCheck }, 'OwnAddressKept'],
          ['assignStaff', { associationId, personId, role: 'FINANCE', reach: NODE }, 'OwnStaffRole'],
          [...invite({ personId }), 'NOT_FOUND'],
          [...invite({ personId, staffRole: 'FINANCE' }), 'NOT_FOUND'],
        ] as [string, object, string][];
      }),
      [...invite({ personId: ids.other, organizationId, roles: ['VOTING'] }), 'NOT_FOUND'],
      [
        'updateOrganizationProfile',
        { organizationId, publicNameFr: 'À moi', publicNameEn: 'Mine' },
        'OrganizationNotFound',
      ],
      [
        'changeDelegateRoles',
        { organizationId, personId: ids.other, roles: ['VOTING'] },
        'OrganizationNotFound',
      ],
      ['removeDelegate', { organizationId, personId: ids.other }, 'OrganizationNotFound'],
      ['reinstatePrincipal', { organizationId }, 'OrganizationNotFound'],
      [
        'appointPrincipal',
        {
          organizationId,
          personId: ids.self,
          email: 'a@maboite.example',
          locale: 'FR_CA',
          document: 'Lettre',
        },
        'OrganizationNotFound',
      ],
    ];

    const answers: [string, string][] = [];
    for (const [mutation, input] of acts) {
      const type = `${mutation.charAt(0).toUpperCase()}${mutation.slice(1)}Input`;
      const rows =
        mutation === 'issueInvitations' ? '... on IssueInvitationsSuccess { rows { outcome } }' : '';
      const { data, errors } = await portal.graphql<{
        answer: { __typename: string; rows?: { outcome: string }[] };
      }>(
        `mutation ($input: ${type}!) { answer: ${mutation}(input: $input) { __typename ${rows} } }`,
        { input },
        asked,
      );
      expect(errors).toEqual([]);
      answers.push([mutation, data.answer.rows?.[0]?.outcome ?? data.answer.__typename]);
    }

    expect(answers).toEqual(acts.map(([mutation, , answer]) => [mutation, answer]));
  });
});
