import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { toPublicId, type InvoiceId } from '../../src/kernel/id.ts';
import { localDate } from '../../src/kernel/local-date.ts';
import { Money } from '../../src/kernel/money.ts';
import { StaffRole } from '../../src/modules/associations/index.ts';
import { duesLine, givenInvoice, line } from '../billing/given-invoices.ts';
import { perform as pay, publicInvoice } from '../billing/payment-operations.ts';
import { days } from '../support/fake-clock.ts';
import {
  givenClass,
  givenMembership,
  givenOrganization,
  givenStaff,
} from '../support/given/membership-world.ts';
import { hold } from '../support/hold.ts';
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

let house: DeathHouse;
beforeAll(async () => {
  house = await openDeathHouse();
});
afterAll(() => house.portal.close());

describe('what is given back on an invoice of several members, and pays what lets another one of them in again', () => {
  let treasurer: Awaited<ReturnType<typeof givenOfficer>>;
  beforeAll(async () => {
    const { portal } = house;
    treasurer = await givenOfficer(portal, portal.world.oppi, portal.world.icu.toolKey, StaffRole.FINANCE);
  });

  const DUES = 229_95;
  const REST = 75_05;
  const giveBack = { shownTotalCents: -DUES };

  /** An employer's invoice, half of it paid: dues of a member, and the fee that lets a former one in again. */
  async function givenTogether({
    rest = REST,
    paid: already = (DUES + REST) / 2,
  }: { readonly rest?: number; readonly paid?: number } = {}): Promise<{
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
      line(associationId, { ...fee, unit: Money.cad(rest) }),
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
    if (already > 0) await record(already);
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

  it.each([
    ...Object.keys(acts).map(name => ({ name, who: 'who pays the rest of it', given: {}, pays: REST })),
    // What is free comes about as the rest is given back, although nothing was paid.
    { name: 'their resignation', who: 'who pays it', given: { rest: 0, paid: 0 }, pays: DUES },
  ])('$name never waits crosswise for $who', async ({ name, given: wanted, pays: amount }) => {
    const { portal } = house;
    const { member, former, invoiceId, record } = await givenTogether(wanted);
    const act = await acts[name]?.(member);

    const busy = await hold(portal, 'select from invoice where id = $1 for update', [invoiceId]);
    const gives = act?.();
    await busy.untilWaiting(1);
    const pays = record(amount);
    await busy.untilWaiting(2);
    await busy.letGo();

    const [given, paid] = await Promise.all([gives, pays]);
    expect([given?.__typename, paid]).toEqual([expect.stringMatching(/Success$/), 'RecordPaymentSuccess']);
    const stays = staysOf(await shown(portal, former.membershipId, await house.oppi.asked()));
    expect(stays.at(-1)).toContain('… REGULAR REINSTATEMENT');
  });

  it('waits for nobody else on the invoice where nothing of it was paid', async () => {
    const { portal } = house;
    const { member, former } = await givenTogether({ paid: 0 });
    const resigns = await acts['their resignation']?.(member);
    const sql = 'select from membership where id = $1 for no key update';
    const busy = await hold(portal, sql, [former.membership.id]);

    const first = await Promise.race([resigns?.(), busy.untilWaiting(1).catch(() => undefined)]);

    await busy.letGo();
    expect(first?.__typename).toBe('ResignMembershipSuccess');
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
    const free = { unit: Money.cad(0), taxes: [] };
    const resign = () => told(change(portal, 'resignMembership', input, by));

    const busy = await held(member);
    const first = resign();
    await busy.untilWaiting(1);
    const lines = [
      line(associationId, { membershipId: member.membership.id }),
      line(associationId, { ...free, membershipId: other.membership.id, effect: 'REINSTATE' }),
    ];
    await givenInvoice(portal, associationId, { organizationId: employer.id }, { lines });
    await busy.letGo();

    expect(await first).toContain('SERVICE_BUSY');
    expect(await resign()).toBe('ResignMembershipSuccess');
  });

  it('by another body that lets in whoever passes to it', async () => {
    const { portal, bodies, pibc } = house;
    const member = await givenMember(portal, bodies.regular);
    const toAssociationId = toPublicId('Association', portal.world.pibc.id);
    const toClassId = toPublicId('MembershipClass', bodies.western.id);
    const wanted = { membershipId: member.membershipId, toAssociationId, toClassId, on: FEBRUARY };
    const { transfer } = await perform(
      portal,
      'requestTransfer',
      { ...wanted, shownTotalCents: 0 },
      await member.asked(),
    );
    const by = await pibc.asked();
    const accept = () =>
      told(
        perform(
          portal,
          'decideTransfer',
          { transferId: transfer.id, decision: 'ACCEPT', shownTotalCents: 0 },
          by,
        ),
      );

    const busy = await held(member);
    const first = accept();
    await busy.untilWaiting(1);
    await givenMembership(portal, bodies.western, { personId: member.person.id }, { memberNumber: 'W-9' });
    await busy.letGo();

    expect(await first).toContain('SERVICE_BUSY');
    expect(await accept()).toBe('TransferNotPossible');
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
