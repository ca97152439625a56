import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { addAssociation, AssociationEntity, StaffRole } from '../../src/modules/associations/index.ts';
import { givenAccount, PASSWORD } from '../accounts/given-account.ts';
import { givenStaff } from '../support/given/membership-world.ts';
import { openPortal, type Asked, type Portal } from '../support/portal.ts';
import { addApp, perform, signInWithApp } from './operations.ts';

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
