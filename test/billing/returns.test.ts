import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { fromPublicId } from '../../src/kernel/id.ts';
import { localDate } from '../../src/kernel/local-date.ts';
import { Money } from '../../src/kernel/money.ts';
import { Period } from '../../src/kernel/period.ts';
import { receivePayment } from '../../src/modules/billing/payments/receive-payment.ts';
import type { Portal } from '../support/portal.ts';
import { ALL, NEXT, TODAY, type PaymentHouse } from './payment-house.ts';
import { perform, publicInvoice, seen, terms } from './payment-operations.ts';
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

const AFTER_NEXT = { period: Period.of(localDate('2028-04-01'), localDate('2029-04-01')) };

describe('a returned payment (E10)', () => {
  it('opens its invoice again, takes the term back, bills the fee and tells the payer', async () => {
    await refunds.setting({ nsfFeeCents: 45_00n });
    const paid = await refunds.givenPaid();

    const { payment, invoices } = await refunds.returnIt(paid);
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
    await refunds.setting({ nsfFeeCents: null });
    const paid = await refunds.givenPaid();

    const answers = await Promise.all(Array.from({ length: 5 }, () => refunds.returnIt(paid)));

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
    const paid = await refunds.givenPaid();
    await refunds.credit(paid.dues.id);
    await refunds.giveBack(paid, ALL);

    await refunds.returnIt(paid);

    const { payerCredit } = await seen(portal, paid.dues.id, house.staff);
    expect(payerCredit?.cents).toBe(-ALL);
  });

  it('takes back what a credit note gave a member of their employer’s cheque, and who spent it owes it', async () => {
    const kept = await refunds.givenByEmployer();
    const spent = await refunds.givenByEmployer();
    const ofStranger = await refunds.givenPaid(ALL, { payerName: 'Tante Ida' });
    for (const { dues } of [kept, spent, ofStranger]) await refunds.credit(dues.id);
    const next = await house.dues(spent.member, AFTER_NEXT);
    await perform(portal, 'useCredit', { invoiceId: publicInvoice(next.id) }, house.staff);

    for (const paid of [kept, spent, ofStranger]) await refunds.returnIt(paid);

    const creditOf = ({ member }: Paid): Promise<number> => refunds.creditOf(member.person.id);
    expect(await Promise.all([kept, spent, ofStranger].map(creditOf))).toEqual([0, -ALL, 0]);
    expect(await Promise.all([kept, spent].map(({ employerId }) => refunds.creditOf(employerId)))).toEqual([
      0, 0,
    ]);
  });

  it('tells whoever’s credit had some of it, a member of an employer as of a stranger, and never the dead', async () => {
    const employed = await refunds.givenByEmployer();
    const dead = await refunds.givenByEmployer();
    const ofStranger = await refunds.givenPaid(ALL, { payerName: 'Tante Ida' });
    const own = await refunds.givenPaid();
    for (const { dues } of [employed, dead, ofStranger, own]) await refunds.credit(dues.id);
    const uncredited = await refunds.givenByEmployer();
    await portal.parts.db.entities.query(`update person set died_on = '2026-11-20' where id = $1`, [
      dead.member.person.id,
    ]);
    await portal.runDue();
    const before = portal.mailbox.mails.length;

    for (const paid of [employed, dead, ofStranger, own, uncredited]) await refunds.returnIt(paid);
    await portal.runDue();

    const letters = portal.mailbox.mails.slice(before).filter(({ subject }) => subject.includes('crédit'));
    const numberOf = async ({ dues }: Paid): Promise<string> =>
      (await seen(portal, dues.id, house.staff)).number;
    expect(letters.map(({ subject }) => subject)).toEqual(
      Array.from({ length: 2 }, () => 'Nous avons repris 229,95\u00a0$ de votre crédit'),
    );
    expect(letters.map(({ text }) => /Facture (\S+)/.exec(text)?.[1]).toSorted()).toEqual(
      (await Promise.all([employed, ofStranger].map(numberOf))).toSorted(),
    );
  });

  it('says how much is owed now by whoever had spent the credit, and nothing of it to whoever had not', async () => {
    await refunds.setting({ nsfFeeCents: null });
    const [kept, spent] = [await refunds.givenByEmployer(), await refunds.givenByEmployer()];
    const surplus = await refunds.givenPaid(2 * ALL);
    for (const { dues } of [kept, spent]) await refunds.credit(dues.id);
    for (const { member } of [spent, surplus]) {
      const next = await house.dues(member, AFTER_NEXT);
      const input = { invoiceId: publicInvoice(next.id), amountCents: 100_00 };
      await perform(portal, 'useCredit', input, house.staff);
    }
    await portal.runDue();
    const before = portal.mailbox.mails.length;

    for (const paid of [kept, spent, surplus]) await refunds.returnIt(paid);
    await portal.runDue();

    const letters = portal.mailbox.mails.slice(before);
    const taken = letters
      .filter(({ subject }) => subject.includes('de votre crédit'))
      .map(({ text }) => text);
    expect(taken.filter(text => text.includes('au-dessous de zéro'))).toEqual([
      expect.stringMatching(/et il vous reste 100,00\s\$ à\s+payer[.]/),
    ]);
    expect(taken).toHaveLength(2);
    const toPayer = letters.find(({ subject }) => subject.startsWith('Votre paiement de 459,90'))?.text;
    expect(toPayer).toMatch(/– Crédit déjà dépensé\s: 100,00\s\$/);
  });

  it('leaves on file from whose credit how much of it was taken', async () => {
    const paid = await refunds.givenByEmployer();
    await refunds.credit(paid.dues.id);

    await refunds.returnIt(paid);

    const [entry] = await portal.parts.db.entities.query<{ after: object }[]>(
      `select after from audit_entry where act = 'returnPayment' and subject_id = $1`,
      [fromPublicId('Payment', paid.payment.id)],
    );
    expect(entry?.after).toMatchObject({
      takenFromCredits: [{ personId: paid.member.person.id, cents: String(ALL) }],
    });
  });

  it('is owed by the employer as far as it was given back to them meanwhile', async () => {
    const paid = await refunds.givenByEmployer();
    await refunds.credit(paid.dues.id);
    await refunds.giveBack(paid, 100_00);

    await refunds.returnIt(paid);

    expect(await refunds.creditOf(paid.member.person.id)).toBe(0);
    expect(await refunds.creditOf(paid.employerId)).toBe(-100_00);
  });

  it('costs whoever wrote the cheque: an employer by its own name, nobody for a stranger’s over two members', async () => {
    await refunds.setting({ nsfFeeCents: 45_00n });
    const employed = await refunds.givenByEmployer();
    const both = [await house.dues(await house.member()), await house.dues(await house.member())];
    const { payment } = await house.record(2 * ALL, both, { payerName: 'Fiducie Exemple' });

    const ofEmployer = await refunds.returnIt(employed);
    const ofStranger = await refunds.returnIt({ payment });

    const [fee] = await portal.parts.db.entities.query<object[]>(
      `select i.payer_organization_id as "payerId", i.membership_id as "membershipId", b.name
       from invoice i join bill_to b on b.invoice_id = i.id
       where i.id = (select fee_invoice_id from payment_return where payment_id = $1)`,
      [fromPublicId('Payment', employed.payment.id)],
    );
    expect(ofEmployer.payment.returned?.feeInvoice?.total.cents).toBe(45_00);
    expect(fee).toEqual({ payerId: employed.employerId, membershipId: null, name: '9000-0001 Québec inc.' });
    expect(ofStranger.payment.returned?.feeInvoice).toBeNull();
  });

  it('is not returned before it came', async () => {
    const wrong = await refunds.returnIt(await refunds.givenPaid(), { returnedOn: '2026-11-21' });

    expect(wrong.issues.map(({ path }) => path.join('.'))).toEqual(['input.returnedOn']);
  });

  it('is not returned on a day whose period is closed, nor recorded on one', async () => {
    const dues = await house.dues(await house.member());
    const { payment } = await house.record(100, [dues], { receivedOn: '2026-10-31' });
    const close = (sql: string): Promise<unknown> => portal.parts.db.entities.query(sql, [house.aqpm]);
    await close(`insert into closed_period (book_id, through_on, closed_at, closed_by)
      select $1, '2026-10-31', '2026-11-22', id from account limit 1`);

    const answers = [
      await refunds.returnIt({ payment }, { returnedOn: '2026-10-31' }),
      await house.record(100, [dues], { receivedOn: '2026-10-31' }),
    ];

    expect(answers.flatMap(({ issues }) => issues.map(({ path }) => path.join('.')))).toEqual([
      'input.returnedOn',
      'input.receivedOn',
    ]);
    await close('delete from closed_period where book_id = $1');
  });
});

describe('a dispute of a card payment that is lost (E10, E11)', () => {
  const lose = (paid: Paid): Promise<unknown> => refunds.returnIt(paid, { kind: 'DISPUTE_LOST' });
  const toCard = async (paid: Paid, cents: number): Promise<string> => {
    const wanted = { way: 'SOURCE', invoiceId: publicInvoice(paid.dues.id) };
    return (await refunds.giveBack(paid, cents, wanted)).refund.id;
  };

  it('takes what was not given back to the card before', async () => {
    const paid = await refunds.givenByCard();
    await toCard(paid, 100_00);
    await portal.runDue();

    expect(await refunds.moved('CASH', () => lose(paid))).toBe(-129_95);
  });

  it('makes no money of a refund that fails after it', async () => {
    const paid = await refunds.givenByCard();
    const refundId = await toCard(paid, ALL);
    await lose(paid);
    await refunds.forgetAtGateway(paid.dues.id);

    expect(await refunds.moved('CASH', () => portal.runDue())).toBe(0);

    expect(await refunds.stateOf(refundId)).toBe('FAILED');
    expect(await refunds.creditOf(paid.member.person.id)).toBe(0);
  });
});
