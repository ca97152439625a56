import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { fromPublicId, toPublicId, type InvoiceId, type MembershipId } from '../../src/kernel/id.ts';
import { localDate } from '../../src/kernel/local-date.ts';
import { Money } from '../../src/kernel/money.ts';
import { Period } from '../../src/kernel/period.ts';
import { StaffRole } from '../../src/modules/associations/index.ts';
import { duesLine, givenInvoice, line } from '../billing/given-invoices.ts';
import { perform as pay, publicInvoice } from '../billing/payment-operations.ts';
import { days, hours } from '../support/fake-clock.ts';
import {
  givenClass,
  givenMembership,
  givenOrganization,
  givenStaff,
} from '../support/given/membership-world.ts';
import { hold } from '../support/hold.ts';
import type { Asked } from '../support/portal.ts';
import { admissions, perform as change } from './change-operations.ts';
import { openDeathHouse, type DeathHouse } from './given-deaths.ts';
import {
  FEBRUARY,
  givenMember,
  givenOfficer,
  perform,
  shown,
  staysOf,
  type Member,
} from './leaving-operations.ts';

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

describe('what is given back on an invoice of several members, and pays what lets another one of them in again', () => {
  let treasurer: Awaited<ReturnType<typeof givenOfficer>>;
  beforeAll(async () => {
    const { portal } = house;
    treasurer = await givenOfficer(portal, portal.world.oppi, portal.world.icu.toolKey, StaffRole.FINANCE);
  });

  const DUES = 229_95;
  const REST = 75_05;
  const giveBack = { shownTotalCents: -DUES };

  /** An employer's invoice of which half is paid: dues of a member, and the fee that lets a former one in again. */
  async function givenTogether(): Promise<{
    readonly member: Member;
    readonly former: Member;
    readonly invoiceId: InvoiceId;
    readonly record: (amountCents: number) => Promise<string>;
  }> {
    const { portal, bodies } = house;
    const { id: associationId } = portal.world.oppi;
    const stay = { classId: bodies.regular.id, from: localDate('2025-04-01'), to: localDate('2026-06-01') };
    const former = await givenMember(portal, bodies.regular, {
      affiliations: [
        { ...stay, reason: 'ADMISSION' },
        { ...stay, from: localDate('2026-06-01'), to: null, reason: 'RESIGNATION' },
      ],
    });
    // Whoever holds both holds the former one first.
    portal.clock.advance(1);
    const member = await givenMember(portal, bodies.regular);
    const employer = await givenOrganization(portal, { associationId });
    const fee = { membershipId: former.membership.id, effect: 'REINSTATE', taxes: [] } as const;
    const lines = [
      duesLine(associationId, member.membership.id),
      line(associationId, { ...fee, unit: Money.cad(REST) }),
    ];
    const { id } = await givenInvoice(portal, associationId, { organizationId: employer.id }, { lines });
    const record = async (amountCents: number): Promise<string> => {
      const facts = {
        associationId: toPublicId('Association', associationId),
        method: 'CHEQUE',
        amountCents,
      };
      const paid = { ...facts, receivedOn: '2026-11-22', invoiceIds: [publicInvoice(id)] };
      return (await pay(portal, 'recordPayment', paid, await treasurer.asked())).__typename;
    };
    await record((DUES + REST) / 2);
    return { member, former, invoiceId: id, record };
  }

  const acts: Readonly<
    Record<string, (member: Member) => Promise<() => Promise<{ readonly __typename: string }>>>
  > = {
    'their death': async member => {
      const by = await house.oppi.asked();
      return () => house.record(member, giveBack, by);
    },
    'their resignation': async ({ membershipId, asked }) => {
      const by = await asked();
      const input = { membershipId, on: FEBRUARY, reason: 'Retraite', ...giveBack };
      return () => change(house.portal, 'resignMembership', input, by);
    },
    'their transfer': async ({ membershipId, asked }) => {
      const { portal, bodies, pibc } = house;
      const toAssociationId = toPublicId('Association', portal.world.pibc.id);
      const toClassId = toPublicId('MembershipClass', bodies.western.id);
      const wanted = { membershipId, toAssociationId, toClassId, on: FEBRUARY, ...giveBack };
      const { transfer } = await perform(portal, 'requestTransfer', wanted, await asked());
      const by = await pibc.asked();
      const decision = { transferId: transfer.id, decision: 'ACCEPT', ...giveBack };
      return () => perform(portal, 'decideTransfer', decision, by);
    },
    'their transfer by silence': async ({ membershipId, asked }) => {
      const { portal, bodies } = house;
      const { id } = portal.world.pibc;
      const toAssociationId = toPublicId('Association', id);
      const toClassId = toPublicId('MembershipClass', bodies.western.id);
      await portal.parts.db.transaction(tx =>
        tx.query("update association set transfer_acceptance = 'AFTER_DAYS' where id = $1", [id]),
      );
      const wanted = { membershipId, toAssociationId, toClassId, on: FEBRUARY, ...giveBack };
      const { transfer } = await perform(portal, 'requestTransfer', wanted, await asked());
      await portal.runDue();
      portal.clock.advance(days(16));
      return async () => {
        await portal.runDue();
        const query = 'query ($id: ID!) { node(id: $id) { __typename ... on MembershipTransfer { state } } }';
        const { data } = await portal.graphql<{ node: { state: string } }>(
          query,
          { id: transfer.id },
          await asked(),
        );
        return { __typename: data.node.state === 'ACCEPTED_BY_SILENCE' ? 'Success' : data.node.state };
      };
    },
  };

  it.each(Object.keys(acts))('%s never waits crosswise for who pays the rest of it', async name => {
    const { portal } = house;
    const { member, former, invoiceId, record } = await givenTogether();
    const act = await acts[name]?.(member);

    const busy = await hold(portal, 'select from invoice where id = $1 for update', [invoiceId]);
    const gives = act?.();
    await busy.untilWaiting(1);
    const pays = record(REST);
    await busy.untilWaiting(2);
    await busy.letGo();

    const [given, paid] = await Promise.all([gives, pays]);
    expect([given?.__typename, paid]).toEqual([expect.stringMatching(/Success$/), 'RecordPaymentSuccess']);
    const stays = staysOf(await shown(portal, former.membershipId, await house.oppi.asked()));
    expect(stays.at(-1)).toContain('… REGULAR REINSTATEMENT');
  });
});

describe('whoever waits for a membership while more comes to be changed with it is asked to try again', () => {
  const told = (act: Promise<{ readonly __typename: string }>): Promise<string> =>
    act.then(
      ({ __typename }) => __typename,
      (fault: unknown) => String(fault),
    );
  const held = ({ membership }: Member) =>
    hold(house.portal, 'select from membership where id = $1 for no key update', [membership.id]);

  it('by an invoice on which somebody else waits for something', async () => {
    const { portal, bodies } = house;
    const { id: associationId } = portal.world.oppi;
    const member = await givenMember(portal, bodies.regular);
    const other = await givenMember(portal, bodies.regular);
    const employer = await givenOrganization(portal, { associationId });
    const by = await member.asked();
    const input = { membershipId: member.membershipId, on: FEBRUARY, reason: 'Retraite', shownTotalCents: 0 };
    const resign = () => told(change(portal, 'resignMembership', input, by));

    const busy = await held(member);
    const first = resign();
    await busy.untilWaiting(1);
    const lines = [
      line(associationId, { membershipId: member.membership.id }),
      duesLine(associationId, other.membership.id),
    ];
    await givenInvoice(portal, associationId, { organizationId: employer.id }, { lines });
    await busy.letGo();

    expect(await first).toContain('SERVICE_BUSY');
    expect(await resign()).toBe('ResignMembershipSuccess');
  });

  it('by another body that admits whoever died', async () => {
    const { portal, bodies, record } = house;
    const { oppi, icu } = portal.world;
    const { association: national, toolKey } = icu;
    const { accountId, asked } = await givenOfficer(portal, oppi, toolKey);
    await givenStaff(portal, accountId, national, StaffRole.MEMBERSHIP);
    const memberClass = await givenClass(portal, { associationId: national.id, code: 'NATIONAL-LATE' });
    const member = await givenMember(portal, bodies.regular);
    const by = await asked();
    const die = () => told(record(member, {}, by));

    const busy = await held(member);
    const first = die();
    await busy.untilWaiting(1);
    const admission = {
      associationId: toPublicId('Association', national.id),
      personId: toPublicId('Person', member.person.id),
      classId: toPublicId('MembershipClass', memberClass.id),
      ...{ on: '2026-11-20', shownTotalCents: 0 },
    };
    const { membership } = await admissions.perform(portal, 'admitMember', admission, by);
    await busy.letGo();

    expect(await first).toContain('SERVICE_BUSY');
    expect(await die()).toBe('RecordDeathSuccess');
    const stays = staysOf(await shown(portal, membership.id, by));
    expect(stays.at(-1)).toContain('DEATH');
  });
});
