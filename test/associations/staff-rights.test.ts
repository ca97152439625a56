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
    'mutation ($id: ID!) { resendInvitation(input: { invitationId: $id }) { __typename } }',
    'mutation ($id: ID!) { revokeInvitation(input: { invitationId: $id }) { __typename } }',
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

  it('finds no staff assignment by its id', async () => {
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
    expect(
      await find(toolKey, await givenStaff({ body: 'aqpm', reach: NODE, role: StaffRole.ADMIN })),
    ).toBeNull();
  });
});
