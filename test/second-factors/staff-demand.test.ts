import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createAffilia } from '@affilia/sdk';
import { accounts } from '@affilia/sdk/accounts';
import { openEnrolment, openSignIn } from '@affilia/sdk/flows';
import { secondFactors } from '@affilia/sdk/second-factors';
import {
  addAssociation,
  assignmentsOfActor,
  AssociationEntity,
  StaffRole,
  staffRoleRests,
} from '../../src/modules/associations/index.ts';
import { openLoaders } from '../../src/platform/database/loader.ts';
import { contextOf, givenAccount, PASSWORD } from '../accounts/given-account.ts';
import { givenStaff } from '../support/given/membership-world.ts';
import { openPortal, type Asked, type Portal } from '../support/portal.ts';
import { addApp, codeOf, perform, signInWithApp } from './operations.ts';

let portal: Portal;
let tool: Asked;
beforeAll(async () => {
  portal = await openPortal();
  tool = { clientKey: portal.world.aqpm.toolKey };
  const { id } = portal.world.aqpm.association;
  await portal.parts.db.transaction(tx =>
    tx.update(AssociationEntity, { id }, { factorRoles: [StaffRole.ADMIN, StaffRole.MEMBERSHIP] }),
  );
});
afterAll(() => portal.close());

const givenStaffMember = async (role: StaffRole) => {
  const account = await givenAccount(portal);
  await givenStaff(portal, account.id, portal.world.aqpm.association, role);
  const input = { identifier: account.address, password: PASSWORD };
  const result = await perform(portal, 'signIn', input, tool);
  return { account, result, asked: { ...tool, token: result.session?.accessToken ?? '' } };
};

const sees = async (asked: Asked): Promise<{ roles: string[]; owed: string | null; list: string }> => {
  const { data } = await portal.graphql<{
    viewer: { staffAssignments: { role: string }[]; account: { factorOwed: { kind: string } | null } };
  }>('{ viewer { staffAssignments { role } account { factorOwed { kind } } } }', {}, asked);
  const associationId = await associationIdOf(asked);
  const list = await portal.graphql<{ organizations: { totalCount: number } | null }>(
    'query ($id: ID!) { organizations(filter: { associationId: $id }, first: 1) { totalCount } }',
    { id: associationId },
    asked,
  );
  return {
    roles: data.viewer.staffAssignments.map(({ role }) => role),
    owed: data.viewer.account.factorOwed?.kind ?? null,
    list: list.errors[0]?.extensions.code ?? 'GIVEN',
  };
};
const associationIdOf = async (asked: Asked): Promise<string> => {
  const { data } = await portal.graphql<{ realm: { association: { id: string } } }>(
    '{ realm { association { id } } }',
    {},
    asked,
  );
  return data.realm.association.id;
};

describe('a staff role that asks for a second factor (A13)', () => {
  it('rests until one is added, to which everything leads, and counts from that moment on', async () => {
    const { result, asked } = await givenStaffMember(StaffRole.MEMBERSHIP);
    expect(result.next.kind).toBe('ENROLL_SECOND_FACTOR');
    expect(await sees(asked)).toEqual({ roles: [], owed: 'ENROLL_SECOND_FACTOR', list: 'FORBIDDEN' });

    await addApp(portal, asked);

    expect(await sees(asked)).toEqual({ roles: ['MEMBERSHIP'], owed: null, list: 'GIVEN' });
  });

  it('is added in a tool by the flows of the SDK, and leaves the sites of members as they are', async () => {
    const { account } = await givenStaffMember(StaffRole.MEMBERSHIP);
    const { siteKey, toolKey } = portal.world.aqpm;
    const open = (clientKey: string) =>
      createAffilia({
        endpoint: portal.endpoint,
        clientKey,
        locale: 'fr-CA',
        use: { accounts, secondFactors },
      });
    const typed = { identifier: account.address, password: PASSWORD };

    expect(await openSignIn(open(siteKey)).signIn(typed)).toMatchObject({ state: 'DONE', problem: null });

    const affilia = open(toolKey);
    const flow = openSignIn(affilia);
    expect(await flow.signIn(typed)).toMatchObject({ state: 'ENROLMENT', problem: null });
    const enrolment = openEnrolment(affilia);
    const { app } = await enrolment.addApp();
    const { state, recoveryCodes } = await enrolment.confirmApp({ code: codeOf(portal, app!.secret) });
    expect({ state, codes: recoveryCodes.length }).toEqual({ state: 'RECOVERY_CODES', codes: 10 });
    expect([enrolment.goOn().state, flow.goOn().state]).toEqual(['DONE', 'DONE']);
    const viewer = await affilia.accounts.viewer();
    expect(viewer?.staffAssignments).toHaveLength(1);
  });

  it('counts in a session that was opened with the factor, and rests in one from before it', async () => {
    const { account, asked } = await givenStaffMember(StaffRole.ADMIN);
    const input = { identifier: account.address, password: PASSWORD };
    const before = await perform(portal, 'signIn', input, tool);
    const { secret } = await addApp(portal, asked);

    const { accessToken: token } = await signInWithApp(portal, { account, secret }, tool);

    expect(await sees({ ...tool, token })).toEqual({ roles: ['ADMIN'], owed: null, list: 'GIVEN' });
    const old = { ...tool, token: before.session!.accessToken };
    expect(await sees(old)).toEqual({ roles: [], owed: 'SIGN_IN', list: 'FORBIDDEN' });
  });

  it('rests again once the last factor was taken off', async () => {
    const { asked } = await givenStaffMember(StaffRole.ADMIN);
    await addApp(portal, asked);
    const { data } = await portal.graphql<{ viewer: { account: { secondFactors: { id: string }[] } } }>(
      '{ viewer { account { secondFactors { id } } } }',
      {},
      asked,
    );
    const [app] = data.viewer.account.secondFactors;
    const removed = await perform(portal, 'removeSecondFactor', { secondFactorId: app?.id }, asked);

    expect(removed.account?.factorOwed).toEqual({ kind: 'ENROLL_SECOND_FACTOR' });
    expect((await sees(asked)).roles).toEqual([]);
  });

  it('leaves the other roles as they were, and members alone', async () => {
    const { result, asked } = await givenStaffMember(StaffRole.READER);
    expect(result.next.kind).toBe('DONE');
    expect(await sees(asked)).toEqual({ roles: ['READER'], owed: null, list: 'GIVEN' });

    const member = await givenAccount(portal);
    const input = { identifier: member.address, password: PASSWORD };
    expect((await perform(portal, 'signIn', input, tool)).next.kind).toBe('DONE');
  });

  it('is that of administrators in a live realm, whatever the association says', async () => {
    const { association, toolKey } = portal.world.icu;
    await portal.parts.db.transaction(tx =>
      tx.update(AssociationEntity, { id: association.id }, { factorRoles: [] }),
    );
    const account = await givenAccount(portal);
    for (const role of [StaffRole.ADMIN, StaffRole.READER])
      await givenStaff(portal, account.id, association, role);
    const actor = { accountId: account.id, sessionId: 'x', authenticatedAt: portal.clock.now() };
    const rolesIn = async (realmMode: 'TEST' | 'LIVE', factorAt: Date | null): Promise<unknown[]> => {
      const context = await contextOf(portal, toolKey);
      const inRealm = { ...context, settings: { ...context.settings, realmMode } };
      // What a request reads is read through its own context.
      const asked = { ...inRealm, load: openLoaders(() => inRealm), actor: { ...actor, factorAt } };
      const roles = (await assignmentsOfActor(asked)).map(({ role }) => role);
      return [roles.sort(), await staffRoleRests(asked, asked.actor)];
    };

    expect(await rolesIn('TEST', null)).toEqual([['ADMIN', 'READER'], false]);
    expect(await rolesIn('LIVE', null)).toEqual([['READER'], true]);
    expect(await rolesIn('LIVE', portal.clock.now())).toEqual([['ADMIN', 'READER'], false]);
  });

  it('is every role of an association that says nothing about it', async () => {
    const {
      id: _,
      parentId: __,
      rootId: ___,
      pagesClientId: ____,
      factorRoles: _____,
      ...facts
    } = portal.world.acps.association;
    const added = await portal.parts.db.transaction(tx =>
      addAssociation(portal.parts, tx, { ...facts, code: 'neuve', parent: null }),
    );

    expect(added.factorRoles).toEqual(Object.values(StaffRole));
  });
});
