import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { toPublicId } from '../../src/kernel/id.ts';
import { StaffReach, StaffRole } from '../../src/modules/associations/index.ts';
import { signedIn } from '../accounts/operations.ts';
import { givenOffice, type Office } from '../invitations/operations.ts';
import { days } from '../support/fake-clock.ts';
import { givenStaff } from '../support/given/membership-world.ts';
import { hold } from '../support/hold.ts';
import { openPortal, type Asked, type Portal } from '../support/portal.ts';
import type { Body } from '../support/world.ts';
import { givenColleague, givenTree, perform, staffOf } from './staff-operations.ts';

const { NODE } = StaffReach;

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
describe('who administers a body, of many who ask at once (C7)', () => {
  it('one gives the role, whatever the keys', async () => {
    const { personId } = await colleague();
    const asked = await freshAdmin();
    const held = await hold(portal, 'select id from association where id = $1 for update', [
      tree.association.id,
    ]);
    const all = Promise.all(Array.from({ length: 4 }, () => assign(personId, { role: 'LEARNING' }, asked)));
    await held.untilWaiting(4);
    await held.letGo();

    const names = (await all).map(({ __typename: name }) => name).sort();
    expect(names).toEqual(['AssignStaffSuccess', 'StaffRoleHeld', 'StaffRoleHeld', 'StaffRoleHeld']);
  });

  it('of the last two administrators who end each other one stays, and nobody ends the last', async () => {
    const small = await givenTree(portal);
    const [one, two] = [
      await givenOffice(portal, { body: small, role: StaffRole.ADMIN }),
      await givenOffice(portal, { body: small, role: StaffRole.ADMIN }),
    ];
    const rows = await portal.parts.db.entities.query<{ id: never; account_id: string }[]>(
      'select id, account_id from staff_assignment where association_id = $1',
      [small.association.id],
    );
    const of = ({ account }: Office): string =>
      toPublicId('StaffAssignment', rows.find(row => row.account_id === account.id)!.id);
    const held = await hold(portal, 'select id from association where id = $1 for update', [
      small.association.id,
    ]);
    const both = Promise.all([end(of(two), {}, one.asked), end(of(one), {}, two.asked)]);
    await held.untilWaiting(2);
    await held.letGo();

    const answers = await both;
    expect(answers.map(({ __typename: name }) => name).sort()).toEqual([
      'EndStaffAssignmentSuccess',
      'LastAdministrator',
    ]);
    const stays = answers[0].__typename === 'EndStaffAssignmentSuccess' ? one : two;
    expect((await end(of(stays), {}, stays.asked)).__typename).toBe('LastAdministrator');

    // Neither another role nor an account that is closed administers.
    const clerk = await givenColleague(portal, small.association);
    await givenStaff(portal, clerk.account.id, small.association, StaffRole.MEMBERSHIP);
    const gone = await givenColleague(portal, small.association);
    await givenStaff(portal, gone.account.id, small.association, StaffRole.ADMIN);
    await portal.parts.db.entities.query('update account set disabled_at = $2 where id = $1', [
      gone.account.id,
      portal.clock.now(),
    ]);
    expect((await end(of(stays), {}, stays.asked)).__typename).toBe('LastAdministrator');

    // Somebody whose own end is set leaves nobody behind either.
    const brief = await givenColleague(portal, small.association);
    await givenStaff(portal, brief.account.id, small.association, StaffRole.ADMIN);
    await portal.parts.db.entities.query('update staff_assignment set to_at = $2 where account_id = $1', [
      brief.account.id,
      new Date(portal.clock.now().getTime() + days(1)),
    ]);
    expect((await end(of(stays), {}, stays.asked)).__typename).toBe('LastAdministrator');

    // Nor is somebody taken off who has not begun, once whoever was there before has been given an end.
    const successor = await givenColleague(portal, small.association);
    const inDays = (offset: number) => new Date(portal.clock.now().getTime() + days(offset)).toISOString();
    const wanted = { associationId: stays.associationId, role: 'ADMIN', from: inDays(10) };
    const { assignment: coming } = await assign(successor.personId, wanted, stays.asked);
    expect((await end(of(stays), { at: inDays(9) }, stays.asked)).__typename).toBe('LastAdministrator');
    expect((await end(of(stays), { at: inDays(20) }, stays.asked)).__typename).toBe(
      'EndStaffAssignmentSuccess',
    );
    expect((await end(coming.id, {}, stays.asked)).__typename).toBe('LastAdministrator');

    const other = await givenColleague(portal, small.association);
    await givenStaff(portal, other.account.id, small.association, StaffRole.ADMIN);
    expect((await end(of(stays), {}, stays.asked)).__typename).toBe('EndStaffAssignmentSuccess');
    expect(await staffOf(portal, stays.associationId, stays.asked)).toBeNull();
  });
});
