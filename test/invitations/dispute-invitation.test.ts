import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { toPublicId } from '../../src/kernel/id.ts';
import { StaffRole } from '../../src/modules/associations/index.ts';
import { givenOrganization, givenPerson } from '../support/given/membership-world.ts';
import { openPortal, type Portal } from '../support/portal.ts';
import { givenCode, givenMember, givenOffice, newAddress, perform, tokenMailedTo } from './operations.ts';

describe('« ce n’est pas moi », while time goes on', () => {
  let portal: Portal;
  beforeAll(async () => {
    portal = await openPortal();
    portal.clock.run();
  });
  afterAll(() => portal.close());

  const dispute = async (address: string): Promise<string> => {
    await perform(portal, 'disputeInvitation', { token: await tokenMailedTo(portal, address, 'dispute') });
    await portal.runDue();
    return portal.mailbox.lastTo('aide@aqpm.example').text;
  };

  it('ends the role in the staff that the invitation gave, and no earlier one', async () => {
    const administrator = await givenOffice(portal, { role: StaffRole.ADMIN });
    const member = await givenMember(portal, newAddress());
    const invitations = [
      await givenCode(portal, administrator, { staffRole: 'READER' }),
      await givenCode(portal, administrator, { staffRole: 'READER' }),
    ] as const;
    for (const { code } of invitations) await perform(portal, 'acceptInvitation', { code }, member.asked);

    const alert = await dispute(invitations[1].address);

    expect(alert).toContain('suspendus');
    const ended = await portal.parts.db.entities.query<unknown[]>(
      'select to_at is not null as ended from staff_assignment where account_id = $1 order by from_at',
      [member.id],
    );
    expect(ended).toEqual([{ ended: false }, { ended: true }]);
  });

  it('suspends the role on whichever record of the account it lies', async () => {
    const office = await givenOffice(portal);
    const organization = await givenOrganization(portal);
    const named = toPublicId('Person', (await givenPerson(portal)).id);
    const organizationId = toPublicId('Organization', organization.id);
    const role = await givenCode(portal, office, { personId: named, organizationId, roles: ['PRINCIPAL'] });
    const record = await givenCode(portal, office, { personId: named });
    const member = await givenMember(portal, newAddress());
    const own = await givenPerson(portal, { accountId: member.id });
    for (const { code } of [role, record]) await perform(portal, 'acceptInvitation', { code }, member.asked);

    const alert = await dispute(role.address);

    expect(alert).toContain('suspendus');
    const suspended = await portal.parts.db.entities.query<unknown[]>(
      'select person_id, suspended_at is not null as suspended from delegation where organization_id = $1',
      [organization.id],
    );
    expect(suspended).toEqual([{ person_id: own.id, suspended: true }]);
  });
});
