import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { toPublicId } from '../../src/kernel/id.ts';
import { givenClass, givenMembership, givenOrganization } from '../support/given/membership-world.ts';
import type { Asked, Portal } from '../support/portal.ts';
import { givenInvoice } from './given-invoices.ts';
import { ALL, NEXT, type PaymentHouse } from './payment-house.ts';
import { book, perform, publicInvoice, seen, send, terms, type Result } from './payment-operations.ts';
import { openRefundHouse, type Paid, type RefundHouse } from './refund-house.ts';

let refunds: RefundHouse;
let house: PaymentHouse;
let portal: Portal;
beforeAll(async () => {
  refunds = await openRefundHouse();
  ({ house } = refunds);
  ({ portal } = house);
});
afterAll(() => portal.close());

describe('a refund (E11, E12)', () => {
  it('gives back what was over, never more than that, however many ask at once', async () => {
    const paid = await refunds.givenPaid(ALL + 100_00);

    const answers = await Promise.all(Array.from({ length: 5 }, () => refunds.giveBack(paid, 40_00)));

    const names = answers.map(({ __typename }) => __typename);
    expect(names.filter(name => name === 'RefundPaymentSuccess')).toHaveLength(2);
    expect(await refunds.giveBack(paid, 20_01)).toMatchObject({
      __typename: 'RefundTooLarge',
      left: { cents: 20_00 },
    });
    expect((await refunds.giveBack(paid, 20_00)).refund.state).toBe('DONE');
  });

  it('of what an invoice received opens it again and takes its term back, unless that is kept', async () => {
    const [undone, kept] = [await refunds.givenPaid(), await refunds.givenPaid()];

    await refunds.giveBack(undone, 100_00, { invoiceId: publicInvoice(undone.dues.id) });
    await refunds.giveBack(kept, 100_00, { invoiceId: publicInvoice(kept.dues.id), keepEffects: true });

    expect((await seen(portal, undone.dues.id, house.staff)).open.cents).toBe(100_00);
    expect(await terms(portal, undone.member.membershipId)).not.toContain(NEXT);
    expect((await seen(portal, kept.dues.id, house.staff)).open.cents).toBe(100_00);
    expect(await terms(portal, kept.member.membershipId)).toContain(NEXT);
  });

  it('keeps what it was asked to keep when the invoice is credited, until more goes back and nobody says so', async () => {
    const [one, other] = [await refunds.givenPaid(), await refunds.givenPaid()];
    const keeping = ({ dues }: Paid): object => ({ invoiceId: publicInvoice(dues.id), keepEffects: true });
    await refunds.giveBack(one, ALL, keeping(one));
    await refunds.giveBack(other, 100, keeping(other));

    await refunds.credit(one.dues.id);
    expect((await seen(portal, one.dues.id, house.staff)).state).toBe('CREDITED');
    expect(await terms(portal, one.member.membershipId)).toContain(NEXT);
    await refunds.giveBack(other, 100, { invoiceId: publicInvoice(other.dues.id) });
    expect(await terms(portal, other.member.membershipId)).not.toContain(NEXT);
  });

  it('keeps nothing any more of what was paid whole again', async () => {
    const paid = await refunds.givenPaid();
    await refunds.giveBack(paid, 100, { invoiceId: publicInvoice(paid.dues.id), keepEffects: true });
    await house.record(100, [paid.dues]);

    await refunds.credit(paid.dues.id);

    expect(await terms(portal, paid.member.membershipId)).not.toContain(NEXT);
  });

  it('of a credited invoice comes out of the credit of whoever owed it', async () => {
    const paid = await refunds.givenPaid();
    await refunds.credit(paid.dues.id);

    const cash = await refunds.moved('CASH', () => refunds.giveBack(paid, ALL));

    expect(cash).toBe(-ALL);
    expect((await seen(portal, paid.dues.id, house.staff)).payerCredit?.cents).toBe(0);
  });

  it('of what somebody else paid comes out of their own credit, or out of what was credited of it', async () => {
    const cheque = await refunds.givenByEmployer(ALL + 10_00);
    const { member, dues } = cheque;
    const employers = (): Promise<number> => refunds.creditOf(cheque.employerId);
    const members = (): Promise<number> => refunds.creditOf(member.person.id);
    await house.record(60_00, [], { payerId: toPublicId('Person', member.person.id) });

    const over = await refunds.giveBack(cheque, 10_00);
    const more = await refunds.giveBack(cheque, 10);

    expect([over.refund.state, await employers(), await members()]).toEqual(['DONE', 0, 60_00]);
    expect(more).toMatchObject({ __typename: 'RefundTooLarge', left: { cents: 0 } });
    await refunds.credit(dues.id);
    expect((await refunds.giveBack(cheque, ALL + 1)).left.cents).toBe(ALL);
    expect((await refunds.giveBack(cheque, ALL)).refund.state).toBe('DONE');
    expect([await employers(), await members()]).toEqual([0, 60_00]);
  });

  it('of what one of two employers paid is not refused for what the other got back before their cheque bounced', async () => {
    const bounced = await refunds.givenByEmployer(129_95);
    const { id } = await givenOrganization(portal);
    const payerId = toPublicId('Organization', id);
    const kept = await house.record(100_00, [bounced.dues], { payerId });
    await refunds.credit(bounced.dues.id);
    await refunds.giveBack(bounced, 129_95);
    await refunds.returnIt(bounced);

    expect(await refunds.giveBack(kept, 100_00)).toMatchObject({ refund: { state: 'DONE' } });
    expect(await refunds.creditOf(bounced.member.person.id)).toBe(0);
  });

  it('to credit moves no money, and can pay another invoice', async () => {
    const paid = await refunds.givenPaid();
    const own = { token: paid.member.token };
    const other = await givenInvoice(portal, house.aqpm, { personId: paid.member.person.id });

    const cash = await refunds.moved('CASH', () =>
      refunds.giveBack(paid, 100_00, { way: 'CREDIT', invoiceId: publicInvoice(paid.dues.id) }),
    );
    const spend = { invoiceId: publicInvoice(other.id) };
    const tooMuch = await perform(portal, 'useCredit', { ...spend, amountCents: 100_01 }, own);
    const used = await perform(portal, 'useCredit', spend, own);

    expect(cash).toBe(0);
    expect(tooMuch).toMatchObject({ __typename: 'CreditTooSmall', credit: { cents: 100_00 } });
    expect(used).toMatchObject({ used: { cents: 100_00 }, invoice: { open: { cents: 129_95 } } });
    expect(used.invoice.payments).toMatchObject([{ method: null, amount: { cents: 100_00 }, payment: null }]);
    expect((await perform(portal, 'useCredit', spend, own)).__typename).toBe('CreditTooSmall');
  });

  it('spends a credit once, however many use it at once', async () => {
    const paid = await refunds.givenPaid(ALL + 50_00);
    const payer = { personId: paid.member.person.id };
    const invoices = await Promise.all(
      Array.from({ length: 4 }, () => givenInvoice(portal, house.aqpm, payer)),
    );

    const answers = await Promise.all(
      invoices.map(({ id }) =>
        perform(portal, 'useCredit', { invoiceId: publicInvoice(id), amountCents: 50_00 }, house.staff),
      ),
    );

    expect(answers.filter(({ __typename }) => __typename === 'UseCreditSuccess')).toHaveLength(1);
  });

  it('above the limit waits for somebody else, and moves nothing until then', async () => {
    await refunds.setting({ approvalAboveCents: 50_00n });
    const paid = await refunds.givenPaid(ALL + 100_00);

    const { refund } = await refunds.giveBack(paid, 50_01);
    const second = await house.anotherTreasurer();
    const decide = (asked: Asked): Promise<Result> =>
      perform(portal, 'approveRefund', { refundId: refund.id }, asked);

    expect(refund).toMatchObject({
      state: 'AWAITING_APPROVAL',
      viewerCan: { approve: false, withdraw: true },
    });
    expect((await decide(house.staff)).__typename).toBe('RefundNeedsSomebodyElse');
    expect((await seen(portal, paid.dues.id, house.staff)).payerCredit?.cents).toBe(100_00);
    const cash = await refunds.moved('CASH', async () => {
      const answers = await Promise.all([decide(second), decide(second)]);
      expect(answers.map(({ __typename }) => __typename).toSorted()).toEqual([
        'ApproveRefundSuccess',
        'RefundNotWaiting',
      ]);
    });
    expect(cash).toBe(-50_01);
    const { refund: other } = await refunds.giveBack(paid, 49_99, {});
    expect(other.state).toBe('DONE');
    await refunds.setting({ approvalAboveCents: null });
  });

  it('waits for somebody else as soon as one alone has given more than the limit of one payment', async () => {
    await refunds.setting({ approvalAboveCents: 50_00n });
    const paid = await refunds.givenPaid(ALL + 100_00);

    const first = await refunds.giveBack(paid, 50_00);
    const second = await refunds.giveBack(paid, 1);
    await refunds.setting({ approvalAboveCents: null });

    expect([first.refund.state, second.refund.state]).toEqual(['DONE', 'AWAITING_APPROVAL']);
  });

  it('is the treasury’s alone', async () => {
    const paid = await refunds.givenPaid(ALL + 1);
    const input = { paymentId: paid.payment.id, amountCents: 1, way: 'CHEQUE', reason: 'Moi' };

    const { errors } = await send(portal, 'refundPayment', input, { token: paid.member.token });

    expect(errors[0]?.extensions.code).toBe('FORBIDDEN');
    expect(
      (await refunds.giveBack(paid, 1, { way: 'SOURCE' })).issues.map(({ path }) => path.join('.')),
    ).toEqual(['input.way']);
  });

  it('to a card is asked of its gateway by a job, and is the payer’s credit where the gateway will not', async () => {
    const { dues, payment } = await refunds.givenByCard();
    const whole = { way: 'SOURCE', invoiceId: publicInvoice(dues.id) };

    const { refund } = await refunds.giveBack({ payment }, 100_00, whole);
    await portal.runDue();

    expect(refund.state).toBe('SENT');
    expect(await refunds.stateOf(refund.id)).toBe('DONE');
    await refunds.forgetAtGateway(dues.id);
    const failing = await refunds.giveBack({ payment }, 50_00, whole);
    await portal.runDue();
    expect(await refunds.stateOf(failing.refund.id)).toBe('FAILED');
    expect((await seen(portal, dues.id, house.staff)).payerCredit?.cents).toBe(50_00);
    expect(portal.mailbox.mails.at(-1)?.subject).toBe('Votre remboursement de 50,00\u00a0$ n’est pas arrivé');
    expect((await refunds.giveBack({ payment }, 50_00)).refund.state).toBe('DONE');
  });

  it('is nobody’s act who paid it, owes what it paid, or is the member whom that is about', async () => {
    const second = await house.anotherTreasurer();
    const employer = await givenOrganization(portal);
    const { id: membershipId } = await givenMembership(
      portal,
      await givenClass(portal, { code: 'TREASURER' }),
      { personId: house.clerk.person.id },
      { memberNumber: 'P-TREASURER' },
    );
    const own = await givenInvoice(portal, house.aqpm, { personId: house.clerk.person.id });
    const about = await givenInvoice(portal, house.aqpm, { organizationId: employer.id }, { membershipId });
    const record = (input: object): Promise<Result> => perform(portal, 'recordPayment', input, second);
    const unnamed = await record(house.cheque(ALL, [own], { payerName: 'Oncle Léo' }));
    const employers = await record(house.cheque(ALL, [about]));

    for (const [paid, { id }] of [[unnamed, own] as const, [employers, about] as const]) {
      const invoiceId = publicInvoice(id);
      const acts = [
        refunds.giveBack(paid, 100, { invoiceId, way: 'CREDIT' }),
        refunds.giveBack(paid, 100, { invoiceId, keepEffects: true }),
        refunds.returnIt(paid),
      ];
      for (const { __typename } of await Promise.all(acts)) expect(__typename).toBe('PaymentNotFound');
    }
  });

  it('leaves the book in balance, and every line with what its invoice says', async () => {
    const balances = Object.values(await book(portal, house.aqpm));

    expect(balances.reduce((sum, cents) => sum + cents, 0)).toBe(0);
  });
});
