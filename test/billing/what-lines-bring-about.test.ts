import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { toPublicId } from '../../src/kernel/id.ts';
import { localDate } from '../../src/kernel/local-date.ts';
import { Money } from '../../src/kernel/money.ts';
import { Period } from '../../src/kernel/period.ts';
import { addFeeItem, type NewFeeItem } from '../../src/modules/billing/index.ts';
import {
  FeeAlreadyCharged,
  type NewLine,
  type WrittenInvoice,
} from '../../src/modules/billing/invoices/index.ts';
import type { Refusal } from '../../src/platform/problem.ts';
import { givenClass, givenMembership, givenSomebodySignedIn } from '../support/given/membership-world.ts';
import type { Portal } from '../support/portal.ts';
import { duesLine, givenInvoice, line } from './given-invoices.ts';
import { perform as invoicing } from './invoice-operations.ts';
import { NEXT, openPaymentHouse, TODAY, type Member, type PaymentHouse } from './payment-house.ts';
import { perform, publicInvoice, seen, terms } from './payment-operations.ts';

let house: PaymentHouse;
let portal: Portal;
beforeAll(async () => {
  house = await openPaymentHouse();
  ({ portal } = house);
});
afterAll(() => portal.close());

let items = 0;
const givenItem = (wanted: Partial<NewFeeItem>): Promise<{ readonly id: string }> =>
  portal.parts.db.transaction(tx => {
    items += 1;
    const code = `ITEM-${String(items)}`;
    return addFeeItem(portal.parts, tx, {
      ...{ associationId: house.aqpm, code, nameFr: code, nameEn: code, kind: 'FEE', taxTreatment: 'NONE' },
      ...{ charged: 'WHEN_LATE', effect: 'NONE', settlement: 'ON_PAYMENT' },
      ...{ priceDay: 'INVOICE_DAY', taxDay: 'INVOICE_DAY' },
      ...wanted,
    });
  });
const bill = (
  { person, membershipId }: Member,
  lines: readonly Partial<NewLine>[],
): Promise<WrittenInvoice> =>
  givenInvoice(
    portal,
    house.aqpm,
    { personId: person.id },
    { membershipId, lines: lines.map(wanted => line(house.aqpm, { membershipId, taxes: [], ...wanted })) },
  );
const year = (from: string, to: string): Period => Period.of(localDate(from), localDate(to));

describe('fees that are charged once (E2)', () => {
  const problemOf = (fault: unknown): unknown => (fault as Refusal).problem;

  it.each(['WHEN_LATE', 'AT_REINSTATEMENT'] as const)(
    'one %s stands on one of many invoices that are written at once, and may be charged again once it was credited',
    async charged => {
      const member = await house.member();
      const { id: feeItemId } = await givenItem({ charged });
      const fee = (period = year('2026-04-01', '2027-04-01')): Promise<WrittenInvoice> =>
        bill(member, [{ feeItemId: feeItemId as never, period }]);

      const written = await Promise.allSettled([fee(), fee(), fee(), fee()]);
      const refused = written.flatMap(one => (one.status === 'rejected' ? [problemOf(one.reason)] : []));
      const [first] = written.flatMap(one => (one.status === 'fulfilled' ? [one.value] : []));

      expect(refused).toEqual([new FeeAlreadyCharged(), new FeeAlreadyCharged(), new FeeAlreadyCharged()]);
      // Days that overlap are the same matter; the year after is another one, and so is another member.
      await expect(fee(year('2027-03-31', '2027-04-02'))).rejects.toThrow('FeeAlreadyCharged');
      await expect(fee(year('2027-04-01', '2028-04-01'))).resolves.toBeDefined();
      const invoiceId = publicInvoice((first as WrittenInvoice).id);
      await invoicing(portal, 'creditInvoice', { invoiceId, reason: 'Par erreur' }, house.staff);
      await expect(fee()).resolves.toBeDefined();
    },
  );

  it('a fee that may be charged often is', async () => {
    const member = await house.member();
    const { id: feeItemId } = await givenItem({ charged: 'ON_DEMAND' });
    const copies = { feeItemId: feeItemId as never, period: year('2026-04-01', '2027-04-01') };

    await expect(bill(member, [copies, copies])).resolves.toBeDefined();
  });
});

describe('a fee that lets somebody in again (C11)', () => {
  const outside = [
    { from: localDate('2025-04-01'), to: localDate('2026-06-01'), reason: 'ADMISSION' },
    { from: localDate('2026-06-01'), to: null, reason: 'RESIGNATION' },
  ] as const;
  const givenOutsider = async (): Promise<Member> => {
    const somebody = await givenSomebodySignedIn(portal);
    items += 1;
    const memberClass = await givenClass(portal, { code: `BACK-${String(items)}` });
    const { id: membershipId } = await givenMembership(
      portal,
      memberClass,
      { personId: somebody.person.id },
      {
        memberNumber: `B-${String(items)}`,
        affiliations: outside.map(stay => ({ ...stay, classId: memberClass.id })),
      },
    );
    return { ...somebody, membershipId };
  };
  const fee = async (member: Member, period = year('2026-04-01', '2027-04-01')): Promise<WrittenInvoice> => {
    const { id } = await givenItem({ charged: 'AT_REINSTATEMENT', effect: 'REINSTATE' });
    return bill(member, [{ feeItemId: id as never, effect: 'REINSTATE', unit: Money.cad(75_00), period }]);
  };
  const stays = async ({ membershipId, token }: Member): Promise<string[]> => {
    const { data } = await portal.graphql<{
      node: { affiliations: { from: string; to: string | null; reason: string }[] };
    }>(
      'query ($id: ID!) { node(id: $id) { ... on Membership { affiliations { from to reason } } } }',
      { id: toPublicId('Membership', membershipId) },
      { token },
    );
    return data.node.affiliations.map(({ from, to, reason }) => `${reason} ${from} ${to ?? ''}`.trim());
  };
  const BEFORE = ['ADMISSION 2025-04-01 2026-05-31', 'RESIGNATION 2026-06-01'];
  const AFTER = [
    'ADMISSION 2025-04-01 2026-05-31',
    'RESIGNATION 2026-06-01 2026-11-21',
    'REINSTATEMENT 2026-11-22',
  ];

  it('does so with its last cent, once, however many pay it at once; when the money goes back they are outside again', async () => {
    const member = await givenOutsider();
    const invoice = await fee(member);

    await house.record(74_99, [invoice]);
    expect(await stays(member)).toEqual(BEFORE);
    const paid = await Promise.all([1, 2, 3].map(() => house.record(1, [invoice])));
    expect(await stays(member)).toEqual(AFTER);

    const last = paid.find(({ left }) => left.cents === 0);
    const returned = { paymentId: last?.payment.id, kind: 'RECALLED', returnedOn: TODAY };
    await perform(portal, 'returnPayment', returned, house.staff);
    expect(await stays(member)).toEqual(BEFORE);
    await house.record(1, [invoice]);
    expect(await stays(member)).toEqual(AFTER);
  });

  it('tells them by mail that they are in again, and that they are not when the money goes back', async () => {
    const member = await givenOutsider();
    const [account] = await portal.parts.db.entities.query<{ address: string }[]>(
      'select address from account_address where account_id = $1',
      [member.accountId],
    );
    const subjects = async (): Promise<readonly string[]> => {
      await portal.runDue();
      return portal.mailbox.to(account?.address ?? '').map(({ subject }) => subject);
    };
    const { payment } = await house.record(75_00, [await fee(member)]);

    const after = await subjects();
    const returned = { paymentId: payment.id, kind: 'NSF', returnedOn: TODAY };
    await perform(portal, 'returnPayment', returned, house.staff);

    expect(after).toContain('Une adhésion est réintégrée');
    expect(after).not.toContain('Une réintégration est annulée');
    expect(await subjects()).toContain('Une réintégration est annulée');
  });

  it('waits for the first day that was paid for, and changes nothing for whoever is a member already', async () => {
    const [outsider, insider] = [await givenOutsider(), await house.member()];
    const before = await stays(insider);

    await house.record(75_00, [await fee(outsider, year('2027-04-01', '2028-04-01'))]);
    await house.record(75_00, [await fee(insider)]);

    expect((await stays(outsider)).at(-1)).toBe('REINSTATEMENT 2027-04-01');
    expect(await stays(insider)).toEqual(before);
  });
});

describe('a credit note on an invoice that is paid in part (E12)', () => {
  it('pays with what it frees what the invoice still owes, and grants the term', async () => {
    const member = await house.member();
    const unit = Money.cad(100_00);
    const dues = await bill(member, [
      { unit, membershipId: null },
      duesLine(house.aqpm, member.membershipId, { unit, taxes: [] }),
    ]);
    await house.record(100_00, [dues]);

    const lines = [{ lineId: toPublicId('InvoiceLine', dues.lineIds[0] as never) }];
    const credit = { invoiceId: publicInvoice(dues.id), reason: 'Par erreur', lines };
    await invoicing(portal, 'creditInvoice', credit, house.staff);

    const { state, open, payerCredit, payments } = await seen(portal, dues.id, house.staff);
    expect([state, open.cents, payerCredit?.cents]).toEqual(['PAID', 0, 0]);
    expect(payments).toMatchObject([
      { method: 'CHEQUE', amount: { cents: 100_00 } },
      { method: null, amount: { cents: 50_00 } },
    ]);
    expect(await terms(portal, member.membershipId)).toContain(NEXT);
  });
});

describe('lines of nothing (D5)', () => {
  const free = { unit: Money.cad(0), taxes: [] };

  it('an invoice of nothing is paid as it is issued, and grants its term', async () => {
    const member = await house.member();

    const dues = await house.dues(member, free);

    expect((await seen(portal, dues.id, house.staff)).state).toBe('PAID');
    expect(await terms(portal, member.membershipId)).toContain(NEXT);
  });

  it('beside others it comes about with the last cent of them, and goes when it is taken back', async () => {
    const member = await house.member();
    const dues = await bill(member, [
      duesLine(house.aqpm, member.membershipId, free),
      { unit: Money.cad(75_00), membershipId: null },
    ]);
    expect(await terms(portal, member.membershipId)).not.toContain(NEXT);

    await house.record(74_99, [dues]);
    expect(await terms(portal, member.membershipId)).not.toContain(NEXT);
    const { payment } = await house.record(1, [dues]);
    expect(await terms(portal, member.membershipId)).toContain(NEXT);

    const returned = { paymentId: payment.id, kind: 'RECALLED', returnedOn: '2026-11-22' };
    await perform(portal, 'returnPayment', returned, house.staff);
    expect(await terms(portal, member.membershipId)).not.toContain(NEXT);
  });
});
