import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { fromPublicId, toPublicId, type InvoiceId, type MembershipId } from '../../src/kernel/id.ts';
import { localDate } from '../../src/kernel/local-date.ts';
import { Period } from '../../src/kernel/period.ts';
import { StaffRole } from '../../src/modules/associations/index.ts';
import { duesLine, givenInvoice } from '../billing/given-invoices.ts';
import { hours } from '../support/fake-clock.ts';
import {
  givenClass,
  givenMembership,
  givenOrganization,
  givenStaff,
} from '../support/given/membership-world.ts';
import { hold } from '../support/hold.ts';
import type { Asked } from '../support/portal.ts';
import { openDeathHouse, type DeathHouse } from './given-deaths.ts';
import { givenMember, givenOfficer, perform, shown, staysOf, type Member } from './leaving-operations.ts';

const idOf = (publicId: string): MembershipId => fromPublicId('Membership', publicId) as MembershipId;

let house: DeathHouse;
beforeAll(async () => {
  house = await openDeathHouse();
});
afterAll(() => house.portal.close());

describe('the death of a member of several bodies', () => {
  let count = 0;
  const givenMemberOfBoth = async (): Promise<
    Member & { readonly secondId: string; readonly number: string }
  > => {
    const { portal, bodies } = house;
    const member = await givenMember(portal, bodies.regular);
    const number = `W-${String(++count)}`;
    const holder = { personId: member.person.id };
    const { id } = await givenMembership(portal, bodies.western, holder, { memberNumber: number });
    return { ...member, secondId: toPublicId('Membership', id), number };
  };

  it('is told to the offices of bodies out of reach, where nothing changes until they record it themselves', async () => {
    const { portal, oppi, pibc, record, preview } = house;
    const member = await givenMemberOfBoth();
    const { secondId, number } = member;

    const seen = await preview(member, await oppi.asked());
    await record(member);
    await portal.runDue();
    const west = await pibc.asked();
    const before = staysOf(await shown(portal, secondId, west));
    const recorded = await record(member, { diedOn: '2026-11-19' }, west);

    expect(seen.preview.told).toEqual([{ code: 'pibc' }]);
    expect(before).toEqual(['2025-04-01… WESTERN ADMISSION']);
    const told = portal.mailbox.lastTo('aide@pibc.example').text;
    expect(told).toContain(`member ${number}, died on November 20, 2026`);
    expect(recorded.person.deathRecord?.diedOn).toBe('2026-11-19');
    expect(staysOf(await shown(portal, secondId, west))).toEqual([
      '2025-04-01…2026-11-19 WESTERN ADMISSION',
      '2026-11-20… WESTERN DEATH',
    ]);
    expect(await record(member, {}, west)).toMatchObject({
      __typename: 'DeathOnRecord',
      diedOn: '2026-11-19',
    });
  });

  it('stands in one body after another one has corrected it', async () => {
    const { portal, pibc, record, withdraw, write, signsIn } = house;
    const member = await givenMemberOfBoth();
    await record(member);
    const west = await pibc.asked();
    await record(member, {}, west);

    const corrected = await withdraw(member);
    await portal.runDue();
    const meanwhile = [await signsIn(member), await write(member)];
    await withdraw(member, await pibc.asked());

    expect(corrected.__typename).toBe('WithdrawDeathRecordSuccess');
    expect(meanwhile).toEqual(['SignInRefused', false]);
    expect(portal.mailbox.lastTo('aide@pibc.example').text).toContain('It was a mistake');
    expect([await signsIn(member), await write(member)]).toEqual(['SignInSuccess', true]);
    const holder = await member.asked();
    expect(staysOf(await shown(portal, member.membershipId, holder))).toEqual([
      '2025-04-01… REGULAR ADMISSION',
    ]);
    expect(staysOf(await shown(portal, member.secondId, holder))).toEqual(['2025-04-01… WESTERN ADMISSION']);
  });

  it.each([
    ['first', 0],
    ['second', 1],
  ])(
    'never waits crosswise for another one that is billed together with the %s of them',
    async (_, place) => {
      const { portal, bodies, oppi: officer, preview, record } = house;
      const { oppi, icu } = portal.world;
      const national = icu.association;
      const { accountId, asked } = await givenOfficer(portal, oppi, icu.toolKey);
      await givenStaff(portal, accountId, national, StaffRole.MEMBERSHIP);
      const both = await givenMember(portal, bodies.regular);
      const other = await givenMember(portal, bodies.regular);
      const code = `NATIONAL-${String(place)}`;
      const memberClass = await givenClass(portal, { associationId: national.id, code });
      const holder = { personId: both.person.id };
      const second = await givenMembership(portal, memberClass, holder, {
        memberNumber: `N-${String(place)}`,
      });
      const memberships = [idOf(both.membershipId), second.id];
      const employer = await givenOrganization(portal, { associationId: oppi.id });
      const invoices: InvoiceId[] = [];
      for (const [at, id] of memberships.entries()) {
        const together = at === place ? [id, idOf(other.membershipId)] : [id];
        const lines = together.map(membershipId => duesLine(oppi.id, membershipId));
        invoices.push((await givenInvoice(portal, oppi.id, { organizationId: employer.id }, { lines })).id);
      }
      const office = await asked();
      const die = async (member: Member, by: Asked) => {
        const { moneyEffect } = (await preview(member, by)).preview;
        return record(member, { shownTotalCents: moneyEffect.total.cents }, by);
      };

      const busy = await hold(portal, 'select from invoice where id = $1 for update', [invoices[place]]);
      const alone = die(other, await officer.asked());
      await busy.untilWaiting(1);
      const several = die(both, office);
      await busy.untilWaiting(2);
      await busy.letGo();

      const answers = await Promise.all([alone, several]);
      expect(answers.map(({ __typename }) => __typename)).toEqual([
        'RecordDeathSuccess',
        'RecordDeathSuccess',
      ]);
    },
  );

  it('never waits crosswise for the first credit notes that two bodies write in a year', async () => {
    const { portal, bodies, oppi, preview, record } = house;
    const { pibc, icu } = portal.world;
    const issuers = [pibc.id, icu.association.id] as const;
    const members = [await givenMember(portal, bodies.regular), await givenMember(portal, bodies.regular)];
    for (const [place, { membershipId, person }] of members.entries()) {
      for (const [year, issuerId] of (place === 0 ? issuers : issuers.toReversed()).entries()) {
        const from = localDate(`${String(2027 + year)}-04-01`);
        const period = Period.of(from, localDate(`${String(2028 + year)}-04-01`));
        const lines = [duesLine(issuerId, idOf(membershipId), { period })];
        await givenInvoice(portal, issuerId, { personId: person.id }, { lines });
        portal.clock.advance(1);
      }
    }
    const by = await oppi.asked();
    const totals = await Promise.all(members.map(member => preview(member, by)));

    // Both come as far as their first number.
    const busy = await hold(
      portal,
      `insert into number_series (issuer_id, kind, fiscal_year, last_number)
       select issuer_id, 'CREDIT_NOTE', fiscal_year, 7 from number_series where issuer_id = any ($1) and kind = 'INVOICE'`,
      [issuers],
    );
    const dying = members.map((member, place) =>
      record(member, { shownTotalCents: totals[place]?.preview.moneyEffect.total.cents }, by),
    );
    await busy.untilWaiting(2);
    await busy.letGo();

    const answers = await Promise.all(dying);
    expect(answers.map(({ __typename }) => __typename)).toEqual(['RecordDeathSuccess', 'RecordDeathSuccess']);
    const credited = await portal.parts.db.entities.query<object[]>(
      `select number from credit_note where issuer_id = any ($1) order by issuer_id, number`,
      [issuers],
    );
    expect(credited).toEqual([1, 2, 1, 2].map(number => ({ number })));
  });

  it('lets nobody pass to another body any more', async () => {
    const { portal, bodies, oppi, pibc, record } = house;
    const member = await givenMemberOfBoth();
    const wanted = {
      membershipId: member.membershipId,
      toAssociationId: toPublicId('Association', portal.world.pibc.id),
      toClassId: toPublicId('MembershipClass', bodies.planner.id),
      on: '2027-02-01',
      shownTotalCents: 0,
    };
    const { transfer } = await perform(portal, 'requestTransfer', wanted, await member.asked());
    const west = await pibc.asked();
    await record(member, {}, west);

    const decided = await perform(
      portal,
      'decideTransfer',
      { transferId: transfer.id, decision: 'ACCEPT', shownTotalCents: 0 },
      west,
    );

    expect(decided.state).toBe('OVERTAKEN');
    const east = await oppi.asked();
    expect(await perform(portal, 'requestTransfer', wanted, east)).toMatchObject({ why: 'DECEASED' });
    expect(await perform(portal, 'requestTransfer', wanted, west)).toMatchObject({ why: 'NOT_POSSIBLE' });
  });

  it('is corrected: access, standing and mails are as before, and those who were told are told again', async () => {
    const { portal, pibc, record, withdraw, write } = house;
    const member = await givenMemberOfBoth();
    const asWas = await shown(portal, member.membershipId, await member.asked());
    await record(member);
    portal.clock.advance(hours(30));
    const meanwhile = portal.clock.now().toISOString();
    portal.clock.advance(hours(1));

    const others = await withdraw(member, await pibc.asked());
    const corrected = await withdraw(member);
    await portal.runDue();

    expect(others.__typename).toBe('DeathRecordNotFound');
    expect(corrected.person.deathRecord).toBeNull();
    const holder = await member.asked();
    expect(await shown(portal, member.membershipId, holder)).toEqual(asWas);
    expect((await shown(portal, member.membershipId, holder, meanwhile))?.status.code).toBe('ENDED');
    expect(await write(member)).toBe(true);
    expect(portal.mailbox.lastTo('aide@pibc.example').text).toContain('It was a mistake');
    expect((await withdraw(member)).__typename).toBe('DeathRecordNotFound');
    expect((await record(member)).__typename).toBe('RecordDeathSuccess');
  });
});

describe('a death that is recorded and corrected within one instant', () => {
  it('leaves the membership as it was, however often', async () => {
    const { portal, bodies, record, withdraw } = house;
    const member = await givenMember(portal, bodies.regular);
    const stays = async (): Promise<readonly string[]> =>
      staysOf(await shown(portal, member.membershipId, await house.oppi.asked()));
    const before = await stays();

    for (let round = 0; round < 3; round++) {
      expect((await record(member)).__typename).toBe('RecordDeathSuccess');
      expect((await stays()).at(-1)).toBe('2026-11-21… REGULAR DEATH');
      expect((await withdraw(member)).__typename).toBe('WithdrawDeathRecordSuccess');
      expect(await stays()).toEqual(before);
    }
  });
});
