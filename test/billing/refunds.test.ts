import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { InvoiceId } from '../../src/kernel/id.ts';
import { localDate } from '../../src/kernel/local-date.ts';
import { Money } from '../../src/kernel/money.ts';
import { AssociationEntity } from '../../src/modules/associations/index.ts';
import { creditInvoiceLines, type WrittenInvoice } from '../../src/modules/billing/invoices/index.ts';
import { receivePayment } from '../../src/modules/billing/payments/receive-payment.ts';
import type { Asked, Portal } from '../support/portal.ts';
import { perform as performCard, useCard } from './card-operations.ts';
import { givenInvoice } from './given-invoices.ts';
import { ALL, NEXT, openPaymentHouse, TODAY, type Member, type PaymentHouse } from './payment-house.ts';
import { book, perform, publicInvoice, seen, send, terms, type Result } from './payment-operations.ts';

let house: PaymentHouse;
let portal: Portal;
beforeAll(async () => {
  house = await openPaymentHouse();
  ({ portal } = house);
});
afterAll(() => portal.close());

const setting = (changed: Partial<AssociationEntity>): Promise<unknown> =>
  portal.parts.db.transaction(tx => tx.update(AssociationEntity, { id: house.aqpm }, changed));

interface Paid {
  readonly member: Member;
  readonly dues: WrittenInvoice;
  readonly payment: Result['payment'];
}
async function givenPaid(amountCents = ALL): Promise<Paid> {
  const member = await house.member();
  const dues = await house.dues(member);
  const { payment } = await house.record(amountCents, [dues]);
  return { member, dues, payment };
}
const giveBack = (
  { payment }: Pick<Paid, 'payment'>,
  amountCents: number,
  wanted: object = {},
): Promise<Result> =>
  perform(
    portal,
    'refundPayment',
    { paymentId: payment.id, amountCents, way: 'CHEQUE', reason: 'Payé deux fois', ...wanted },
    house.staff,
  );
const returnIt = ({ payment }: Paid, wanted: object = {}): Promise<Result> =>
  perform(
    portal,
    'returnPayment',
    { paymentId: payment.id, kind: 'NSF', returnedOn: TODAY, ...wanted },
    house.staff,
  );
const credit = (invoiceId: InvoiceId): Promise<unknown> =>
  portal.parts.db.transaction(tx =>
    creditInvoiceLines(portal.parts, tx, { invoiceId, lines: null, reason: 'Annulée', recordedBy: null }),
  );
/** Where a refund stands by now. */
async function stateOf(id: string): Promise<string> {
  const { data } = await portal.graphql<{ node: { state: string } }>(
    'query ($id: ID!) { node(id: $id) { ... on Refund { state } } }',
    { id },
    house.staff,
  );
  return data.node.state;
}
/** The gateway no longer knows of the card payment of an invoice. */
const forgetAtGateway = (invoiceId: InvoiceId): Promise<unknown> =>
  portal.parts.db.transaction(tx =>
    tx.query(
      `update payment set gateway_reference = 'sbx_gone' where id in (
       select payment_id from card_payment where invoice_id = $1)`,
      [invoiceId],
    ),
  );
/** The cents of an account of the book that what is done in between moves. */
async function moved(account: string, doing: () => Promise<unknown>): Promise<number> {
  const before = await book(portal, house.aqpm);
  await doing();
  return ((await book(portal, house.aqpm))[account] ?? 0) - (before[account] ?? 0);
}

describe('a returned payment (E10)', () => {
  it('opens its invoice again, takes the term back, bills the fee and tells the payer', async () => {
    await setting({ nsfFeeCents: 45_00n });
    const paid = await givenPaid();

    const { payment, invoices } = await returnIt(paid);
    await portal.runDue();

    expect(payment.returned).toEqual({ kind: 'NSF', feeInvoice: { total: { cents: 45_00 } } });
    expect(invoices.map(({ open }) => open.cents)).toEqual([ALL, 45_00]);
    expect(invoices[0]?.payments).toMatchObject([
      { method: 'CHEQUE', amount: { cents: ALL }, returned: 'NSF' },
    ]);
    expect(await terms(portal, paid.member.membershipId)).not.toContain(NEXT);
    expect(portal.mailbox.mails.at(-1)?.subject).toMatch(/^Votre paiement de 229,95\u00a0\$ a été retourné$/);
  });

  it('is returned once, however many clerks say so at once, and pays again what is paid later', async () => {
    await setting({ nsfFeeCents: null });
    const paid = await givenPaid();

    const answers = await Promise.all(Array.from({ length: 5 }, () => returnIt(paid)));

    expect(answers.map(({ __typename }) => __typename).toSorted()).toEqual([
      ...Array.from({ length: 4 }, () => 'PaymentAlreadyReturned'),
      'ReturnPaymentSuccess',
    ]);
    await portal.parts.db.transaction(tx =>
      receivePayment(portal.parts, tx, {
        receiverId: house.aqpm,
        method: 'CASH',
        amount: Money.cad(ALL),
        payer: { personId: paid.member.person.id },
        payerName: null,
        invoiceIds: [paid.dues.id],
        receivedAt: portal.clock.now(),
        receivedOn: localDate(TODAY),
        recordedBy: null,
      }),
    );
    expect(await terms(portal, paid.member.membershipId)).toContain(NEXT);
  });

  it('is owed by the payer where its money has become credit and was given back meanwhile', async () => {
    const paid = await givenPaid();
    await credit(paid.dues.id);
    await giveBack(paid, ALL);

    await returnIt(paid);

    const { payerCredit } = await seen(portal, paid.dues.id, house.staff);
    expect(payerCredit?.cents).toBe(-ALL);
  });

  it('is not returned before it came', async () => {
    const wrong = await returnIt(await givenPaid(), { returnedOn: '2026-11-21' });

    expect(wrong.issues.map(({ path }) => path.join('.'))).toEqual(['input.returnedOn']);
  });
});

describe('a refund (E11, E12)', () => {
  it('gives back what was over, never more than that, however many ask at once', async () => {
    const paid = await givenPaid(ALL + 100_00);

    const answers = await Promise.all(Array.from({ length: 5 }, () => giveBack(paid, 40_00)));

    const names = answers.map(({ __typename }) => __typename);
    expect(names.filter(name => name === 'RefundPaymentSuccess')).toHaveLength(2);
    expect(await giveBack(paid, 20_01)).toMatchObject({
      __typename: 'RefundTooLarge',
      left: { cents: 20_00 },
    });
    expect((await giveBack(paid, 20_00)).refund.state).toBe('DONE');
  });

  it('of what an invoice received opens it again and takes its term back, unless that is kept', async () => {
    const [undone, kept] = [await givenPaid(), await givenPaid()];

    await giveBack(undone, 100_00, { invoiceId: publicInvoice(undone.dues.id) });
    await giveBack(kept, 100_00, { invoiceId: publicInvoice(kept.dues.id), keepEffects: true });

    expect((await seen(portal, undone.dues.id, house.staff)).open.cents).toBe(100_00);
    expect(await terms(portal, undone.member.membershipId)).not.toContain(NEXT);
    expect((await seen(portal, kept.dues.id, house.staff)).open.cents).toBe(100_00);
    expect(await terms(portal, kept.member.membershipId)).toContain(NEXT);
  });

  it('of a credited invoice comes out of the credit of whoever owed it', async () => {
    const paid = await givenPaid();
    await credit(paid.dues.id);

    const cash = await moved('CASH', () => giveBack(paid, ALL));

    expect(cash).toBe(-ALL);
    expect((await seen(portal, paid.dues.id, house.staff)).payerCredit?.cents).toBe(0);
  });

  it('to credit moves no money, and can pay another invoice', async () => {
    const paid = await givenPaid();
    const own = { token: paid.member.token };
    const other = await givenInvoice(portal, house.aqpm, { personId: paid.member.person.id });

    const cash = await moved('CASH', () =>
      giveBack(paid, 100_00, { way: 'CREDIT', invoiceId: publicInvoice(paid.dues.id) }),
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
    const paid = await givenPaid(ALL + 50_00);
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
    await setting({ approvalAboveCents: 50_00n });
    const paid = await givenPaid(ALL + 100_00);

    const { refund } = await giveBack(paid, 50_01);
    const second = await house.anotherTreasurer();
    const decide = (asked: Asked): Promise<Result> =>
      perform(portal, 'approveRefund', { refundId: refund.id }, asked);

    expect(refund).toMatchObject({
      state: 'AWAITING_APPROVAL',
      viewerCan: { approve: false, withdraw: true },
    });
    expect((await decide(house.staff)).__typename).toBe('RefundNeedsSomebodyElse');
    expect((await seen(portal, paid.dues.id, house.staff)).payerCredit?.cents).toBe(100_00);
    const cash = await moved('CASH', async () => {
      const answers = await Promise.all([decide(second), decide(second)]);
      expect(answers.map(({ __typename }) => __typename).toSorted()).toEqual([
        'ApproveRefundSuccess',
        'RefundNotWaiting',
      ]);
    });
    expect(cash).toBe(-50_01);
    const { refund: other } = await giveBack(paid, 49_99, {});
    expect(other.state).toBe('DONE');
    await setting({ approvalAboveCents: null });
  });

  it('is the treasury’s alone', async () => {
    const paid = await givenPaid(ALL + 1);
    const input = { paymentId: paid.payment.id, amountCents: 1, way: 'CHEQUE', reason: 'Moi' };

    const { errors } = await send(portal, 'refundPayment', input, { token: paid.member.token });

    expect(errors[0]?.extensions.code).toBe('FORBIDDEN');
    expect((await giveBack(paid, 1, { way: 'SOURCE' })).issues.map(({ path }) => path.join('.'))).toEqual([
      'input.way',
    ]);
  });

  it('to a card is asked of its gateway by a job, and is the payer’s credit where the gateway will not', async () => {
    const member = await house.member();
    const dues = await house.dues(member);
    const started = await performCard(
      portal,
      'startCardPayment',
      { invoiceId: publicInvoice(dues.id) },
      { token: member.token },
    );
    await useCard(portal, started, 'APPROVED');
    await portal.runDue();
    const { payments } = await seen(portal, dues.id, house.staff);
    const payment = { id: payments[0]?.payment?.id ?? '' } as Result['payment'];
    const whole = { way: 'SOURCE', invoiceId: publicInvoice(dues.id) };

    const { refund } = await giveBack({ payment }, 100_00, whole);
    await portal.runDue();

    expect(refund.state).toBe('SENT');
    expect(await stateOf(refund.id)).toBe('DONE');
    await forgetAtGateway(dues.id);
    const failing = await giveBack({ payment }, 50_00, whole);
    await portal.runDue();
    expect(await stateOf(failing.refund.id)).toBe('FAILED');
    expect((await seen(portal, dues.id, house.staff)).payerCredit?.cents).toBe(50_00);
  });

  it('leaves the book in balance, and every line with what its invoice says', async () => {
    const balances = Object.values(await book(portal, house.aqpm));

    expect(balances.reduce((sum, cents) => sum + cents, 0)).toBe(0);
  });
});
