import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { toPublicId } from '../../src/kernel/id.ts';
import { givenClass, givenMembership, givenPerson } from '../support/given/membership-world.ts';
import type { Asked } from '../support/portal.ts';
import { admissions, type Result as AdmissionResult } from './change-operations.ts';
import { openTransferHouse, type TransferHouse } from './given-transfers.ts';
import { FEBRUARY, givenMember, givenOfficer, shown, staysOf } from './leaving-operations.ts';

describe('a member of a second body (C10)', () => {
  let house: TransferHouse;
  beforeAll(async () => {
    house = await openTransferHouse();
  });
  afterAll(() => house.portal.close());

  it('a second body is joined and left without any of this, and the first one stays (C10)', async () => {
    const { portal, bodies, pibc, resign } = house;
    const member = await givenMember(portal, bodies.regular);
    const { world } = portal;
    const office = await givenOfficer(portal, world.icu.association, world.icu.toolKey);
    const national = await givenClass(portal, { associationId: world.icu.association.id, code: 'NATIONAL' });
    const admission = {
      associationId: toPublicId('Association', world.icu.association.id),
      personId: toPublicId('Person', member.person.id),
      classId: toPublicId('MembershipClass', national.id),
      ...{ on: '2026-11-22', shownTotalCents: 0 },
    };
    const admit = async (input: object = {}, by?: Asked): Promise<AdmissionResult> =>
      admissions.perform(portal, 'admitMember', { ...admission, ...input }, by ?? (await office.asked()));

    const { membership: second } = await admit();
    const again = await admit();
    // An office that has the other body not in its care does not even see them.
    const west = {
      associationId: toPublicId('Association', world.pibc.id),
      classId: toPublicId('MembershipClass', bodies.western.id),
    };
    const foreign = await admit(west, await pibc.asked());
    const secondId = second.id;
    const holder = await member.asked();

    const left = await resign(secondId, FEBRUARY, holder);

    expect([again.__typename, again.membershipId]).toEqual(['AlreadyMember', second.id]);
    expect(foreign.__typename).toBe('PersonNotFound');
    expect(left).toBe('ResignMembershipSuccess');
    const on = async (id: string, asOf: string): Promise<string | undefined> =>
      (await shown(portal, id, holder, asOf))?.status.code;
    expect(await on(secondId, '2026-12-01T20:00:00Z')).toBe('APPLICANT');
    expect(await on(secondId, '2027-02-01T20:00:00Z')).toBe('ENDED');
    expect(await on(member.membershipId, '2027-02-01T20:00:00Z')).toBe('RENEWAL_DUE');
  });

  it('makes a second membership there the one that counts, without another number or a term twice (C10)', async () => {
    const { portal, bodies, ask, decide, state, toPlanner } = house;
    const member = await givenMember(portal, bodies.regular);
    const second = await givenMembership(
      portal,
      bodies.western,
      { personId: member.person.id },
      { memberNumber: 'W-2' },
    );

    const same = await ask(member);
    const { transfer } = await ask(member, toPlanner());
    await state(transfer.id, 'GOOD');
    const accepted = (await decide(transfer.id)).transfer;

    expect(same.why).toBe('ALREADY_MEMBER');
    expect(accepted.newMembership).toEqual({ id: toPublicId('Membership', second.id), memberNumber: 'W-2' });
    const there = await shown(portal, accepted.newMembership?.id ?? '', await member.asked());
    expect(staysOf(there)).toEqual([
      '2025-04-01…2027-01-31 WESTERN ADMISSION',
      '2027-02-01… PLANNER RECLASSIFICATION',
    ]);
    expect(there?.terms).toHaveLength(2);
  });

  it('knows one human by their account, whichever record a body keeps of them', async () => {
    const { portal, bodies, pibc, ask, decide, state, toPlanner } = house;
    const member = await givenMember(portal, bodies.regular);
    const { id: associationId } = portal.world.pibc;
    const twin = await givenPerson(portal, { associationId, accountId: member.accountId });
    const number = { memberNumber: 'W-7' };
    const there = await givenMembership(portal, bodies.western, { personId: twin.id }, number);

    const same = await ask(member);
    const { transfer } = await ask(member, toPlanner());
    await state(transfer.id, 'GOOD');
    const accepted = (await decide(transfer.id)).transfer;
    const admitted = await admissions.perform(
      portal,
      'admitMember',
      {
        associationId: toPublicId('Association', associationId),
        personId: toPublicId(
          'Person',
          (await givenPerson(portal, { associationId, accountId: member.accountId })).id,
        ),
        classId: toPublicId('MembershipClass', bodies.western.id),
        ...{ on: '2026-11-22', shownTotalCents: 0 },
      },
      await pibc.asked(),
    );

    expect(same.why).toBe('ALREADY_MEMBER');
    expect(accepted.newMembership).toEqual({ id: toPublicId('Membership', there.id), ...number });
    expect(admitted).toMatchObject({ __typename: 'AlreadyMember', membershipId: accepted.newMembership?.id });
  });
});
