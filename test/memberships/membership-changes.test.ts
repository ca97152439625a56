import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { toPublicId } from '../../src/kernel/id.ts';
import type { MembershipClassEntity } from '../../src/modules/memberships/index.ts';
import { givenMembershipOffice } from '../organizations/given-house.ts';
import {
  givenClass,
  givenMembership,
  givenSomebodySignedIn,
  givenStaff,
} from '../support/given/membership-world.ts';
import { days } from '../support/fake-clock.ts';
import { openPortal, type Asked, type Portal } from '../support/portal.ts';
import { perform, preview, type Result } from './change-operations.ts';

const REASON = 'Je change de métier.';

describe('changing a membership (C12, D18, D21)', () => {
  let portal: Portal;
  let office: Asked;
  let regular: MembershipClassEntity;
  let senior: MembershipClassEntity;
  beforeAll(async () => {
    portal = await openPortal();
    office = await givenMembershipOffice(portal);
    regular = await givenClass(portal, { code: 'REGULAR' });
    senior = await givenClass(portal, { code: 'SENIOR' });
  });
  afterAll(() => portal.close());

  const classId = (one: MembershipClassEntity): string => toPublicId('MembershipClass', one.id);
  const AGREED = { shownTotalCents: 0 };
  let number = 0;
  const givenMember = async () => {
    number += 1;
    const somebody = await givenSomebodySignedIn(portal);
    const holder = { personId: somebody.person.id };
    const { id } = await givenMembership(portal, regular, holder, { memberNumber: `C-${String(number)}` });
    return { ...somebody, membershipId: toPublicId('Membership', id), id };
  };
  const statusAt = async (membershipId: string, asOf: Date, asked: Asked = office): Promise<string> => {
    const query = `query ($id: ID!, $asOf: DateTime) { membership(id: $id) { status(asOf: $asOf) { code } } }`;
    const variables = { id: membershipId, asOf: asOf.toISOString() };
    const { data } = await portal.graphql<{ membership: { status: { code: string } } }>(
      query,
      variables,
      asked,
    );
    return data.membership.status.code;
  };

  it('shows what another class brings, and puts the member into it from that day on', async () => {
    const { membershipId } = await givenMember();
    const change = { membershipId, on: '2026-12-01', toClassId: classId(senior) };

    const shown = await preview(portal, { kind: 'RECLASSIFICATION', ...change }, office);
    const done = await perform(portal, 'reclassifyMembership', { ...change, ...AGREED }, office);

    expect(shown).toMatchObject({
      effectiveOn: '2026-12-01',
      classAfter: { code: 'SENIOR' },
      statusAfter: { code: 'ACTIVE' },
      moneyEffect: { total: { cents: 0 } },
    });
    expect(done.membership).toMatchObject({
      class: { code: 'REGULAR' },
      affiliations: [
        { from: '2025-04-01', to: '2026-11-30', reason: 'ADMISSION' },
        { from: '2026-12-01', to: null, reason: 'RECLASSIFICATION' },
      ],
    });
  });

  it('refuses where it would cost something else than was shown, and shows that', async () => {
    const { membershipId } = await givenMember();
    const change = { membershipId, on: '2026-12-01', toClassId: classId(senior) };

    const refused = await perform(
      portal,
      'reclassifyMembership',
      { ...change, shownTotalCents: 100 },
      office,
    );

    expect(refused).toMatchObject({ __typename: 'MoneyEffectChanged', effect: { total: { cents: 0 } } });
  });

  it('lets staff hold a membership for a time and end that early, within the same page of the past', async () => {
    const { membershipId } = await givenMember();
    const held = await perform(
      portal,
      'placeOnHold',
      { membershipId, hold: 'LEAVE', on: '2026-11-01', lastDay: '2027-05-31', ...AGREED },
      office,
    );
    const before = portal.clock.now();
    expect(held.membership).toMatchObject({ status: { code: 'ON_HOLD' }, holds: [{ to: '2027-05-31' }] });
    const again = { membershipId, hold: 'SUSPENSION', on: '2027-05-31', ...AGREED };
    expect(await perform(portal, 'placeOnHold', again, office)).toMatchObject({ why: 'HELD_ALREADY' });
    portal.clock.advance(60_000);

    const end = { membershipId, holdId: held.membership.holds[0]?.id, on: '2026-11-22', ...AGREED };
    const ended = await perform(portal, 'endHold', end, office);

    expect(ended.membership).toMatchObject({ status: { code: 'ACTIVE' }, holds: [{ to: '2026-11-21' }] });
    expect(await statusAt(membershipId, before)).toBe('ON_HOLD');
    expect(await perform(portal, 'endHold', end, office)).toMatchObject({ why: 'HOLD_OVER' });
  });

  it('ends by resignation on its day, which the member takes back before it', async () => {
    const { membershipId, token } = await givenMember();
    const resign = { membershipId, on: '2027-01-01', reason: REASON, ...AGREED };
    const { statusAfter } = await preview(
      portal,
      { membershipId, kind: 'RESIGNATION', on: '2027-01-01' },
      { token },
    );

    const resigned = await perform(portal, 'resignMembership', resign, { token });

    expect(statusAfter.code).toBe('ENDED');
    expect(resigned.membership).toMatchObject({
      status: { code: 'ACTIVE' },
      affiliations: [{ to: '2026-12-31' }, { from: '2027-01-01', reason: 'RESIGNATION', note: REASON }],
    });
    const after = new Date('2027-01-01T05:00:00Z');
    expect(await statusAt(membershipId, after, { token })).toBe('ENDED');
    expect(await perform(portal, 'resignMembership', resign, { token })).toMatchObject({ why: 'NOT_MEMBER' });
    const back = { membershipId, ...AGREED };
    expect((await perform(portal, 'withdrawResignation', back, { token })).membership.affiliations).toEqual([
      { from: '2025-04-01', to: null, reason: 'ADMISSION', note: null },
    ]);
    expect(await statusAt(membershipId, after, { token })).toBe('ACTIVE');
    expect(await perform(portal, 'withdrawResignation', back, { token })).toMatchObject({
      why: 'NO_RESIGNATION',
    });
  });

  it('is not taken back once its day has come, but reinstated by the association, with the gap in sight', async () => {
    const { membershipId, token, accountId } = await givenMember();
    const yesterday = new Date(portal.clock.now().getTime() - days(1));
    await perform(
      portal,
      'resignMembership',
      { membershipId, on: '2026-10-01', reason: REASON, ...AGREED },
      office,
    );

    const back = await perform(portal, 'withdrawResignation', { membershipId, ...AGREED }, { token });
    const again = { membershipId, on: '2026-11-22', toClassId: classId(senior), ...AGREED };
    const reinstated = await perform(portal, 'reinstateMembership', again, office);

    expect(back).toMatchObject({ why: 'NO_RESIGNATION' });
    expect(reinstated.membership).toMatchObject({
      class: { code: 'SENIOR' },
      status: { code: 'ACTIVE' },
      affiliations: [
        { to: '2026-09-30', reason: 'ADMISSION' },
        { from: '2026-10-01', to: '2026-11-21', reason: 'RESIGNATION' },
        { from: '2026-11-22', reason: 'REINSTATEMENT' },
      ],
    });
    expect(await statusAt(membershipId, yesterday)).toBe('ACTIVE');
    expect(await perform(portal, 'reinstateMembership', again, office)).toMatchObject({ why: 'NOT_ENDED' });
    const trail = await portal.parts.db.entities.query<{ act: string; by: string }[]>(
      `select act, after->>'by' as by from audit_entry where act like '%Membership' and account_id <> $1
         and subject_id = $2 order by act desc`,
      [
        accountId,
        (
          await portal.parts.db.entities.query<{ id: string }[]>(
            'select id from membership where member_number = $1',
            [reinstated.membership.memberNumber],
          )
        )[0]?.id,
      ],
    );
    expect(trail).toEqual([
      { act: 'resignMembership', by: 'STAFF' },
      { act: 'reinstateMembership', by: 'STAFF' },
    ]);
  });

  it('is absent for strangers, for members where only staff may, and for staff where it is their own', async () => {
    const { membershipId, token, tokenAt, accountId } = await givenMember();
    const stranger = await givenSomebodySignedIn(portal);
    await givenStaff(portal, accountId, portal.world.aqpm.association);
    const asStaff = { clientKey: portal.world.aqpm.toolKey, token: await tokenAt(portal.world.aqpm.toolKey) };
    const change = { membershipId, on: '2026-12-01', toClassId: classId(senior), ...AGREED };
    const resign = { membershipId, on: '2027-01-01', reason: REASON, ...AGREED };

    const refusals: Result[] = [
      await perform(portal, 'resignMembership', resign, { token: stranger.token }),
      await perform(
        portal,
        'resignMembership',
        { ...resign, membershipId: 'mem_1111111111111111111111' },
        { token },
      ),
      await perform(portal, 'reclassifyMembership', change, asStaff),
    ];

    for (const refused of refusals) expect(refused).toMatchObject({ __typename: 'MembershipNotFound' });
    const past = await perform(portal, 'resignMembership', { ...resign, on: '2026-11-21' }, { token });
    expect(past.issues).toEqual([{ path: ['input', 'on'] }]);
  });

  it('of many resignations at once makes one', async () => {
    const { membershipId, token } = await givenMember();
    const resign = { membershipId, on: '2027-02-01', reason: REASON, ...AGREED };

    const results = await Promise.all(
      Array.from({ length: 8 }, () => perform(portal, 'resignMembership', resign, { token })),
    );

    expect(results.filter(({ __typename }) => __typename === 'ResignMembershipSuccess')).toHaveLength(1);
    expect(results.filter(({ why }) => why === 'NOT_MEMBER' || why === 'CHANGE_WAITS')).toHaveLength(7);
  });

  it('answers the same key with the first answer', async () => {
    const { membershipId, token } = await givenMember();
    const resign = { membershipId, on: '2027-02-01', reason: REASON, ...AGREED, idempotencyKey: 'once' };

    const [first, second] = [
      await perform(portal, 'resignMembership', resign, { token }),
      await perform(portal, 'resignMembership', resign, { token }),
    ];
    const other = await perform(portal, 'resignMembership', { ...resign, on: '2027-03-01' }, { token });

    expect(second).toEqual(first);
    expect(other).toMatchObject({ __typename: 'IdempotencyKeyReused' });
  });

  it('ends and goes on as often as the member likes, also within one instant', async () => {
    const { membershipId, token } = await givenMember();
    const resign = { membershipId, on: '2027-01-01', reason: REASON, ...AGREED };
    const [cut, over] = [
      { from: '2025-04-01', to: '2026-12-31', reason: 'ADMISSION' },
      { from: '2027-01-01', to: null, reason: 'RESIGNATION' },
    ];
    const stays = { from: '2025-04-01', to: null, reason: 'ADMISSION' };
    const asWas = new Date(portal.clock.now().getTime() - 1);
    const ahead = new Date('2027-01-01T05:00:00Z');

    for (let round = 0; round < 3; round++) {
      const resigned = await perform(portal, 'resignMembership', resign, { token });
      expect(resigned.membership.affiliations).toMatchObject([cut, over]);
      expect(await statusAt(membershipId, ahead, { token })).toBe('ENDED');
      const back = await perform(portal, 'withdrawResignation', { membershipId, ...AGREED }, { token });
      expect(back.membership.affiliations).toMatchObject([stays]);
      expect(await statusAt(membershipId, ahead, { token })).toBe('ACTIVE');
    }
    expect(await statusAt(membershipId, asWas, { token })).toBe('ACTIVE');
  });

  it('gives back whole what a resignation took away, at whatever pace the clock runs', async () => {
    portal.clock.run();
    const { membershipId, token } = await givenMember();
    const on = '2027-04-01';
    const change = { membershipId, on, toClassId: classId(senior), ...AGREED };
    const classified = await perform(portal, 'reclassifyMembership', change, office);
    await perform(portal, 'resignMembership', { membershipId, on, reason: REASON, ...AGREED }, { token });

    const stays = await perform(portal, 'withdrawResignation', { membershipId, ...AGREED }, { token });

    expect(stays.membership.affiliations).toMatchObject([{ to: '2027-03-31' }, { from: on, to: null }]);
    expect(stays.membership.affiliations).toEqual(classified.membership.affiliations);
  });
});
