import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { toPublicId } from '../../src/kernel/id.ts';
import { hold } from '../support/hold.ts';
import type { Portal } from '../support/portal.ts';
import { givenInvoice, line } from './given-invoices.ts';
import { send as invoicing } from './invoice-operations.ts';
import { ALL, openPaymentHouse, TODAY, type PaymentHouse } from './payment-house.ts';
import { book, publicInvoice, seen, send } from './payment-operations.ts';

describe('acts on the same money at the same instant (E11, E13, E20)', () => {
  let house: PaymentHouse;
  let portal: Portal;
  beforeAll(async () => {
    house = await openPaymentHouse();
    ({ portal } = house);
  });
  afterAll(() => portal.close());

  const balanced = async (): Promise<number> =>
    Object.values(await book(portal, house.aqpm)).reduce((sum, cents) => sum + cents, 0);

  it('refunds of two who have paid for each other never wait for each other', async () => {
    const [a, b] = [await house.member(), await house.member()];
    const [ofA, ofB] = [await house.dues(a), await house.dues(b)];
    const personId = ({ person }: typeof a): string => toPublicId('Person', person.id);
    const byB = await house.record(400_00, [ofA], { payerId: personId(b) });
    const byA = await house.record(400_00, [ofB], { payerId: personId(a) });

    const refund = ({ payment: { id: paymentId } }: typeof byA) =>
      send(
        portal,
        'refundPayment',
        { paymentId, amountCents: 1_00, way: 'CHEQUE', reason: 'x' },
        house.staff,
      );
    const answers = await Promise.all(Array.from({ length: 16 }, (_, i) => refund(i % 2 === 0 ? byA : byB)));

    expect(answers.flatMap(({ errors }) => errors)).toEqual([]);
    expect(new Set(answers.map(({ data }) => data['refundPayment']?.__typename))).toEqual(
      new Set(['RefundPaymentSuccess']),
    );
    expect(await balanced()).toBe(0);
  });

  it('cheques over the same invoices never wait for each other, in whichever order each names them', async () => {
    const payer = { personId: (await house.member()).person.id };
    const [first, between, last] = [
      await givenInvoice(portal, house.aqpm, payer),
      await givenInvoice(portal, house.aqpm, payer),
      await givenInvoice(portal, house.aqpm, payer),
    ];
    const busy = await hold(portal, 'select from invoice where id = $1 for update', [between.id]);
    const paying = [
      [first, between, last],
      [last, between, first],
    ].map(named =>
      send(portal, 'recordPayment', house.cheque(300_00, named, { inOrderGiven: true }), house.staff),
    );
    await busy.untilWaiting(2);
    await busy.letGo();

    const answers = await Promise.all(paying);

    expect(answers.flatMap(({ errors }) => errors)).toEqual([]);
    expect(await balanced()).toBe(0);
  });

  it('a credit note that waits for the credit of its payer keeps no number from another one', async () => {
    const { person } = await house.member();
    const twoLines = { lines: [line(house.aqpm), line(house.aqpm)] };
    const halfPaid = await givenInvoice(portal, house.aqpm, { personId: person.id }, twoLines);
    await house.record(ALL, [halfPaid]);
    const other = await house.dues(await house.member());
    const credit = (invoiceId: string, more: object = {}) =>
      invoicing(portal, 'creditInvoice', { invoiceId, reason: 'Par erreur', ...more }, house.staff);
    const lines = [{ lineId: toPublicId('InvoiceLine', halfPaid.lineIds[0] as never), amountCents: 200_00 }];
    const busy = await hold(portal, 'select pg_advisory_xact_lock(hashtextextended($1, 0))', [
      `payer-credit/${house.aqpm}/${person.id}//`,
    ]);

    const waits = credit(publicInvoice(halfPaid.id), { lines });
    await busy.untilWaiting(1);
    const passes = credit(publicInvoice(other.id));
    const first = await Promise.race([passes, busy.untilWaiting(2).catch(() => undefined)]);
    await busy.letGo();

    expect(first?.data['creditInvoice']?.__typename).toBe('CreditInvoiceSuccess');
    expect((await waits).data['creditInvoice']?.__typename).toBe('CreditInvoiceSuccess');
  });

  it('an invoice that is paid, credited, refunded and returned at once ends without a fault, and adds up', async () => {
    for (let round = 0; round < 3; round++) {
      const dues = await house.dues(await house.member());
      const { payment } = await house.record(150_00, [dues]);
      const invoiceId = publicInvoice(dues.id);
      const lineId = toPublicId('InvoiceLine', dues.lineIds[0] as never);
      const paymentId = payment.id;

      const answers = await Promise.all([
        send(portal, 'recordPayment', house.cheque(79_95, [dues]), house.staff),
        invoicing(
          portal,
          'creditInvoice',
          { invoiceId, reason: 'Rabais', lines: [{ lineId, amountCents: 50_00 }] },
          house.staff,
        ),
        send(
          portal,
          'refundPayment',
          { paymentId, invoiceId, amountCents: 20_00, way: 'CREDIT', reason: 'Trop' },
          house.staff,
        ),
        send(portal, 'useCredit', { invoiceId }, house.staff),
        send(portal, 'returnPayment', { paymentId, kind: 'RECALLED', returnedOn: TODAY }, house.staff),
        invoicing(portal, 'creditInvoice', { invoiceId, reason: 'Par erreur' }, house.staff),
      ]);

      expect(answers.flatMap(({ errors }) => errors)).toEqual([]);
      const { open, lines } = await seen(portal, dues.id, house.staff);
      expect(open.cents).toBeGreaterThanOrEqual(0);
      expect(lines[0]?.paid.cents).toBeLessThanOrEqual(ALL);
      expect(await balanced()).toBe(0);
    }
  });
});
