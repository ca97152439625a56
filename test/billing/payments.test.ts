import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { toPublicId } from '../../src/kernel/id.ts';
import { addDays, localDate } from '../../src/kernel/local-date.ts';
import { Money } from '../../src/kernel/money.ts';
import { Period } from '../../src/kernel/period.ts';
import { receivePayment } from '../../src/modules/billing/payments/receive-payment.ts';
import {
  givenClass,
  givenDelegations,
  givenMembership,
  givenOrganization,
  givenSomebodySignedIn,
} from '../support/given/membership-world.ts';
import type { Portal } from '../support/portal.ts';
import { givenInvoice, line } from './given-invoices.ts';
import {
  ALL,
  NEXT,
  NOW_PAID,
  openPaymentHouse,
  TODAY,
  type Member,
  type PaymentHouse,
} from './payment-house.ts';
import { book, perform, publicInvoice, seen, send, terms, type Result } from './payment-operations.ts';

let house: PaymentHouse;
let portal: Portal;
beforeAll(async () => {
  house = await openPaymentHouse();
  ({ portal } = house);
});
afterAll(() => portal.close());

const issuesOf = ({ issues }: Result): string[] => issues.map(({ path }) => path.join('.'));

describe('recording a payment (E7, E8, E12)', () => {
  it('pays the invoice, grants its term, and sends a receipt', async () => {
    const member = await house.member();
    const dues = await house.dues(member);

    const { payment, invoices, left } = await house.record(ALL, [dues], { reference: 'chèque 12' });
    await portal.runDue();

    expect([payment.amount.cents, left.cents, invoices[0]?.state]).toEqual([ALL, 0, 'PAID']);
    expect(payment.allocations.nodes).toEqual([
      { description: 'Cotisation annuelle', amount: { cents: ALL } },
    ]);
    expect(await terms(portal, member.membershipId)).toContain(NEXT);
    expect(portal.mailbox.mails.at(-1)?.subject).toBe('Nous avons reçu votre paiement de 229,95\u00a0$');
  });

  it('changes nothing of the current term while the renewal is short, and says what is still open', async () => {
    const member = await house.member();
    const dues = await house.dues(member);

    const { invoices } = await house.record(229_94, [dues]);

    expect(invoices[0]).toMatchObject({ state: 'PARTLY_PAID', open: { cents: 1 } });
    expect(await terms(portal, member.membershipId)).toEqual(['2025-04-01 2026-04-01', NOW_PAID]);
    await house.record(1, [dues]);
    expect(await terms(portal, member.membershipId)).toContain(NEXT);
  });

  it('pays what is due first, of one employer for many members, and keeps what is over as its credit', async () => {
    const [first, second] = [await house.member(), await house.member()];
    const late = await house.dues(first, {}, '2027-03-31');
    const early = await house.dues(second, {}, '2027-01-31');
    const employer = await givenOrganization(portal);
    const treasurer = await givenSomebodySignedIn(portal);
    await givenDelegations(portal, employer, treasurer.person, 'DUES');
    const payerId = toPublicId('Organization', employer.id);

    const short = await house.record(300_00, [late, early], { payerId });
    const over = await house.record(200_00, [late, early], { payerId });
    const { data } = await portal.graphql<{ viewer: { credits: { amount: { cents: number } }[] } }>(
      '{ viewer { credits { amount { cents } organization { id } association { code } } } }',
      {},
      { token: treasurer.token },
    );

    expect(short.invoices.map(({ id, open }) => [id, open.cents])).toEqual([
      [publicInvoice(early.id), 0],
      [publicInvoice(late.id), 159_90],
    ]);
    expect([over.left.cents, over.payment.payerName]).toEqual([40_10, 'Productions Boréales']);
    expect(data.viewer.credits).toEqual([
      { amount: { cents: 40_10 }, organization: { id: payerId }, association: { code: 'aqpm' } },
    ]);
  });

  it('does it once for fifty requests at once with one key, and answers all of them alike', async () => {
    const dues = await house.dues(await house.member());
    const input = house.cheque(100_00, [dues], { idempotencyKey: 'un-seul-cheque' });

    const answers = await Promise.all(
      Array.from({ length: 50 }, () => send(portal, 'recordPayment', input, house.staff)),
    );

    expect(new Set(answers.map(({ data }) => JSON.stringify(data))).size).toBe(1);
    expect(answers[0]?.data.recordPayment?.__typename).toBe('RecordPaymentSuccess');
    expect((await seen(portal, dues.id, house.staff)).open.cents).toBe(129_95);
    const other = { ...input, amountCents: 100_01 };
    expect((await perform(portal, 'recordPayment', other, house.staff)).__typename).toBe(
      'IdempotencyKeyReused',
    );
  });

  it('never pays more than there is with two payments at once: the rest is credit', async () => {
    const dues = await house.dues(await house.member());

    const paid = await Promise.all([house.record(200_00, [dues]), house.record(200_00, [dues])]);

    expect(paid.reduce((sum, { left }) => sum + left.cents, 0)).toBe(170_05);
    expect(await seen(portal, dues.id, house.staff)).toMatchObject({ state: 'PAID', open: { cents: 0 } });
  });

  it('refuses a future day, a card, an amount of nothing, and a payer whom nobody named', async () => {
    const both = [await house.dues(await house.member()), await house.dues(await house.member())];
    const tomorrow = addDays(localDate(TODAY), 1);

    const wrong = await house.record(0, both, { method: 'CARD', receivedOn: tomorrow });

    expect(issuesOf(wrong)).toEqual([
      'input.method',
      'input.amountCents',
      'input.receivedOn',
      'input.payerId',
    ]);
  });

  it('does not let house.staff record what is their own, nor what another body issued', async () => {
    const own = await givenInvoice(portal, house.aqpm, { personId: house.clerk.person.id });
    const employer = await givenOrganization(portal);
    const membership = await givenMembership(
      portal,
      await givenClass(portal, { code: 'CLERK' }),
      { personId: house.clerk.person.id },
      { memberNumber: 'P-CLERK' },
    );
    const theirs = await givenInvoice(
      portal,
      house.aqpm,
      { organizationId: employer.id },
      { membershipId: membership.id },
    );
    const elsewhere = await givenInvoice(portal, portal.world.oppi.id, { personId: house.clerk.person.id });
    const employed = await house.member();
    const ofEmployer = (...memberships: readonly Member['membershipId'][]) =>
      givenInvoice(
        portal,
        house.aqpm,
        { organizationId: employer.id },
        { lines: memberships.map(membershipId => line(house.aqpm, { membershipId })) },
      );
    const withTheirs = await ofEmployer(employed.membershipId, membership.id);
    const ofOthers = await ofEmployer(employed.membershipId);

    expect((await house.record(1, [own])).__typename).toBe('InvoiceNotFound');
    expect((await house.record(1, [theirs])).__typename).toBe('InvoiceNotFound');
    expect((await house.record(1, [elsewhere])).__typename).toBe('InvoiceNotFound');
    expect((await house.record(1, [withTheirs])).__typename).toBe('InvoiceNotFound');
    expect((await house.record(1, [ofOthers])).__typename).toBe('RecordPaymentSuccess');
  });
});

describe('what a line brings about (D5, D6)', () => {
  it('comes about once, however many payments arrive at once', async () => {
    const member = await house.member();
    const dues = await house.dues(member);

    await Promise.all(Array.from({ length: 10 }, () => house.record(ALL, [dues])));

    expect((await terms(portal, member.membershipId)).filter(term => term === NEXT)).toHaveLength(1);
  });

  it('does not come about twice by the same transaction of a gateway', async () => {
    const member = await house.member();
    const dues = await house.dues(member);
    const deliver = (): Promise<unknown> =>
      portal.parts.db.transaction(tx =>
        receivePayment(portal.parts, tx, {
          receiverId: house.aqpm,
          method: 'CARD',
          amount: Money.cad(ALL),
          payer: { personId: member.person.id },
          payerName: null,
          invoiceIds: [dues.id],
          receivedAt: portal.clock.now(),
          receivedOn: localDate(TODAY),
          gateway: { name: 'sandbox', reference: `once-${dues.id}` },
          recordedBy: null,
        }),
      );

    const outcomes = await Promise.allSettled(Array.from({ length: 4 }, deliver));

    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect((await seen(portal, dues.id, house.staff)).payments).toHaveLength(1);
  });

  it('keeps the money where another term has the days meanwhile', async () => {
    const member = await house.member();
    const period = Period.of(localDate('2026-06-01'), localDate('2027-06-01'));
    const dues = await house.dues(member, { period });

    const { invoices } = await house.record(ALL, [dues]);

    expect(invoices[0]?.state).toBe('PAID');
    expect(await terms(portal, member.membershipId)).toEqual(['2025-04-01 2026-04-01', NOW_PAID]);
  });

  it('comes about by being issued where the line says so', async () => {
    const member = await house.member();

    await house.dues(member, { settlement: 'ON_INVOICE' });

    expect(await terms(portal, member.membershipId)).toContain(NEXT);
  });

  it('leaves the book in balance', async () => {
    const balances = Object.values(await book(portal, house.aqpm));

    expect(balances.reduce((sum, cents) => sum + cents, 0)).toBe(0);
  });
});
