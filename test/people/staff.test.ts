import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { toPublicId } from '../../src/kernel/id.ts';
import { StaffReach, StaffRole } from '../../src/modules/associations/index.ts';
import { signedIn, perform as performAccount } from '../accounts/operations.ts';
import { givenOffice, type Office } from '../invitations/operations.ts';
import { days, minutes } from '../support/fake-clock.ts';
import { givenPerson, givenStaff } from '../support/given/membership-world.ts';
import { openPortal, type Asked, type Portal } from '../support/portal.ts';
import type { Body } from '../support/world.ts';
import { givenColleague, givenTree, perform, send, staffOf } from './staff-operations.ts';

const { NODE, NODE_AND_BELOW } = StaffReach;

let portal: Portal;
let tree: Body;
let admin: Office;
beforeAll(async () => {
  portal = await openPortal();
  tree = await givenTree(portal);
  admin = await givenOffice(portal, { body: tree, role: StaffRole.ADMIN });
});
afterAll(() => portal.close());

const assign = async (personId: string, wanted: object = {}, asked: Asked = admin.asked) =>
  perform(
    portal,
    'assignStaff',
    { associationId: admin.associationId, personId, role: 'MEMBERSHIP', reach: NODE, ...wanted },
    asked,
  );
const end = async (staffAssignmentId: string, wanted: object = {}, asked: Asked = admin.asked) =>
  perform(portal, 'endStaffAssignment', { staffAssignmentId, ...wanted }, asked);
const colleague = () => givenColleague(portal, tree.association);
const freshAdmin = async (): Promise<Asked> => {
  const { toolKey: clientKey } = tree;
  return { clientKey, token: (await signedIn(portal, admin.account.address, { clientKey })).accessToken };
};
/** Whether somebody reads the list of people, as the membership office does. */
const readsPeople = async (asked: Asked): Promise<boolean> => {
  const { errors } = await portal.graphql(
    'query ($id: ID!) { persons(filter: { associationId: $id }) { totalCount } }',
    { id: admin.associationId },
    asked,
  );
  return errors.length === 0;
};

describe('who is on the staff (C7, M1)', () => {
  it('is put there by an administrator, told, on record, and taken off with effect from the next request', async () => {
    const { account, personId } = await colleague();
    const { toolKey: clientKey } = tree;
    const asked = { clientKey, token: (await signedIn(portal, account.address, { clientKey })).accessToken };
    expect(await readsPeople(asked)).toBe(false);
    const wanted = { idempotencyKey: 'une-seule-fois' };

    const given = await assign(personId, wanted);

    expect(given.assignment).toMatchObject({ role: 'MEMBERSHIP', reach: 'NODE', to: null });
    expect(given.assignment.person).toEqual({ displayName: 'Noël D’Amours' });
    expect(given.assignment.viewerCan).toEqual({ end: true });
    expect((await assign(personId, wanted)).assignment.id).toBe(given.assignment.id);
    expect(await readsPeople(asked)).toBe(true);
    await portal.runDue();
    expect(portal.mailbox.to(account.address).at(-1)?.text).toContain('Adhésions');

    const since = portal.clock.now();
    portal.clock.advance(minutes(1));
    const { assignment } = await end(given.assignment.id);

    expect(assignment).toMatchObject({ to: portal.clock.now().toISOString(), viewerCan: { end: false } });
    expect(await readsPeople(asked)).toBe(false);
    await portal.runDue();
    expect(portal.mailbox.to(account.address).at(-1)?.subject).toContain('Fin de votre rôle');
    const held = (asOf: Date) =>
      staffOf(portal, admin.associationId, admin.asked, { role: 'MEMBERSHIP', asOf: asOf.toISOString() });
    expect((await held(since))?.nodes.map(({ id }) => id)).toEqual([assignment.id]);
    expect((await held(portal.clock.now()))?.totalCount).toBe(0);
    const acts = await portal.parts.db.entities.query<{ act: string; account_id: string }[]>(
      `select act, account_id from audit_entry where association_id = $1 and act like '%taff%' and account_id = $2
       order by occurred_at`,
      [tree.association.id, admin.account.id],
    );
    expect(acts.map(({ act }) => act)).toEqual(['assignStaff', 'endStaffAssignment']);
  });

  it('is there from its day to its day, and never when it ends before it begins', async () => {
    const { account, personId } = await colleague();
    const asked = async (): Promise<Asked> => {
      const { toolKey: clientKey } = tree;
      return { clientKey, token: (await signedIn(portal, account.address, { clientKey })).accessToken };
    };
    const [from, to] = [1, 3].map(day => new Date(portal.clock.now().getTime() + days(day)).toISOString());
    const asAdmin = await freshAdmin();

    const { assignment } = await assign(personId, { from, to }, asAdmin);
    expect(await readsPeople(await asked())).toBe(false);
    portal.clock.advance(days(1));
    expect(await readsPeople(await asked())).toBe(true);
    portal.clock.advance(days(2));
    expect(await readsPeople(await asked())).toBe(false);
    expect((await end(assignment.id, {}, await freshAdmin())).__typename).toBe('StaffAssignmentEnded');

    const later = new Date(portal.clock.now().getTime() + days(5)).toISOString();
    const coming = await assign(personId, { from: later }, await freshAdmin());
    const cancelled = await end(coming.assignment.id, {}, await freshAdmin());
    expect(cancelled.assignment).toMatchObject({ from: later, to: later });
    await portal.runDue();
    expect(
      portal.mailbox
        .to(account.address)
        .map(({ text }) => text)
        .join(),
    ).toContain('Premier jour');
  });

  it('is told why not, rule by rule', async () => {
    const asAdmin = await freshAdmin();
    const own = await portal.parts.db.entities.query<{ id: never }[]>(
      'select id from person where account_id = $1',
      [admin.account.id],
    );
    const { association } = tree;
    const stranger = await givenPerson(portal, { associationId: association.id });
    const couple = await colleague();
    await portal.parts.db.entities.query(`update account set kind = 'JOINT' where id = $1`, [
      couple.account.id,
    ]);
    const closed = await colleague();
    await portal.parts.db.entities.query(`update account set disabled_at = $2 where id = $1`, [
      closed.account.id,
      portal.clock.now(),
    ]);
    const elsewhere = await givenColleague(portal, portal.world.aqpm.association);
    const somebody = await colleague();
    await assign(somebody.personId, { role: 'READER' }, asAdmin);
    const instant = (offset: number) => new Date(portal.clock.now().getTime() + offset).toISOString();

    const answers = [
      await assign(toPublicId('Person', own[0]!.id), {}, asAdmin),
      await assign(toPublicId('Person', stranger.id), {}, asAdmin),
      await assign(couple.personId, {}, asAdmin),
      await assign(closed.personId, {}, asAdmin),
      await assign(elsewhere.personId, {}, asAdmin),
      await assign('per_1111111111111111111111', {}, asAdmin),
      await assign(somebody.personId, { role: 'READER', reach: NODE_AND_BELOW }, asAdmin),
      await assign(somebody.personId, { from: instant(-1) }, asAdmin),
      await assign(somebody.personId, { from: instant(2), to: instant(2) }, asAdmin),
    ];
    const [held] = (await staffOf(portal, admin.associationId, asAdmin, { role: 'READER' }))!.nodes;
    const past = await end(held!.id, { at: instant(-1) }, asAdmin);
    expect([past.__typename, past.issues[0]?.path]).toEqual(['InvalidInput', ['input', 'at']]);

    expect(answers.map(({ __typename: name }) => name)).toEqual([
      'OwnStaffRole',
      'StaffNeedsOwnAccount',
      'StaffNeedsOwnAccount',
      'StaffNeedsOwnAccount',
      'PersonNotFound',
      'PersonNotFound',
      'StaffRoleHeld',
      'InvalidInput',
      'InvalidInput',
    ]);
    expect(answers.at(-2)?.issues[0]?.path).toEqual(['input', 'from']);
    expect(answers.at(-1)?.issues[0]?.path).toEqual(['input', 'to']);
    portal.clock.advance(minutes(11));
    const { refreshToken } = await signedIn(portal, admin.account.address, { clientKey: tree.toolKey });
    portal.clock.advance(minutes(11));
    const clientKey = tree.toolKey;
    const { session } = await performAccount(portal, 'refreshSession', { refreshToken }, { clientKey });
    const stale = { clientKey, token: session.accessToken };
    expect((await assign(somebody.personId, { role: 'FINANCE' }, stale)).__typename).toBe('SignInTooOld');
  });

  it('is nobody’s business but the administrators’, and not that of bodies beside or above', async () => {
    const clerk = await givenOffice(portal, { body: tree, role: StaffRole.MEMBERSHIP });
    const foreign = await givenOffice(portal, { role: StaffRole.ADMIN });
    const { personId } = await colleague();
    const [row] = (await staffOf(portal, admin.associationId, await freshAdmin()))!.nodes;

    for (const asked of [clerk.asked, foreign.asked]) {
      const input = { associationId: admin.associationId, personId, role: 'READER', reach: NODE };
      const { errors } = await send(portal, 'assignStaff', input, asked);
      expect(errors.map(({ extensions }) => extensions.code)).toEqual(['FORBIDDEN']);
      expect((await end(row!.id, {}, asked)).__typename).toBe('StaffAssignmentNotFound');
      expect(await nodeOf(row!.id, asked)).toBeNull();
    }
    expect(await staffOf(portal, admin.associationId, clerk.asked)).toBeNull();
    expect((await end('sta_1111111111111111111111', {}, await freshAdmin())).__typename).toBe(
      'StaffAssignmentNotFound',
    );
    expect(await nodeOf(row!.id, await freshAdmin())).toEqual({ id: row!.id });
  });

  it('is called by the name that a body of the tree has on file, and by none of another tree', async () => {
    const { account } = await givenColleague(portal, portal.world.aqpm.association);
    await givenStaff(portal, account.id, tree.association, StaffRole.LEARNING);

    const list = await staffOf(portal, admin.associationId, await freshAdmin(), { role: 'LEARNING' });

    expect(list?.nodes.map(({ person }) => person)).toEqual([null]);
  });

  it('goes no further than whoever gives it, who ends nothing that goes further', async () => {
    const { oppi, icu } = portal.world;
    const above = await givenOffice(portal, { body: icu, role: StaffRole.ADMIN });
    const helper = await givenColleague(portal, icu.association);
    const associationId = toPublicId('Association', oppi.id);
    const wide = { associationId, reach: NODE_AND_BELOW };
    const narrow = { associationId, role: 'ADMIN', reach: NODE };
    await assign(helper.personId, { ...narrow, associationId: above.associationId }, above.asked);
    const clientKey = icu.toolKey;
    const { accessToken: token } = await signedIn(portal, helper.account.address, { clientKey });
    const asHelper = { clientKey, token };
    const somebody = await givenColleague(portal, icu.association);
    const atIcu = { associationId: above.associationId };

    expect((await assign(somebody.personId, wide, above.asked)).__typename).toBe('AssignStaffSuccess');
    expect((await assign(somebody.personId, { ...atIcu, reach: NODE_AND_BELOW }, asHelper)).__typename).toBe(
      'StaffReachBeyondOwn',
    );
    expect((await assign(somebody.personId, atIcu, asHelper)).__typename).toBe('AssignStaffSuccess');
    const { errors } = await send(
      portal,
      'assignStaff',
      { ...wide, personId: somebody.personId, role: 'READER' },
      asHelper,
    );
    expect(errors.map(({ extensions }) => extensions.code)).toEqual(['FORBIDDEN']);
    const widest = (await staffOf(portal, above.associationId, asHelper, { role: 'ADMIN' }))!.nodes.find(
      ({ reach }) => reach === 'NODE_AND_BELOW',
    )!;
    expect(widest.viewerCan).toEqual({ end: false });
    expect((await end(widest.id, {}, asHelper)).__typename).toBe('StaffReachBeyondOwn');
  });
});

const nodeOf = async (id: string, asked: Asked): Promise<object | null> => {
  const { data } = await portal.graphql<{ node: object | null }>(
    'query ($id: ID!) { node(id: $id) { id } }',
    { id },
    asked,
  );
  return data.node;
};
