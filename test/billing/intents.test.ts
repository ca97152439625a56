import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { toPublicId } from '../../src/kernel/id.ts';
import type { WrittenInvoice } from '../../src/modules/billing/invoices/index.ts';
import { days } from '../support/fake-clock.ts';
import type { Portal } from '../support/portal.ts';
import { perform as performCard } from './card-operations.ts';
import { ALL, NEXT, openPaymentHouse, type Member, type PaymentHouse } from './payment-house.ts';
import { perform, publicInvoice, seen, terms, type Result } from './payment-operations.ts';

let house: PaymentHouse;
let portal: Portal;
beforeAll(async () => {
  house = await openPaymentHouse();
  ({ portal } = house);
});
afterAll(() => portal.close());

const announce = (of: Member, { id }: WrittenInvoice, wanted: object = {}): Promise<Result> =>
  perform(
    portal,
    'declareIntentToPay',
    { invoiceId: publicInvoice(id), method: 'CHEQUE', expectedOn: '2026-12-01', ...wanted },
    { token: of.token },
  );
const issuesOf = ({ issues }: Result): string[] => issues.map(({ path }) => path.join('.'));

describe('an intent to pay (Z6, E6, E7)', () => {
  it('unlocks in time what waits for one, and undoes it when it is withdrawn', async () => {
    const member = await house.member();
    const dues = await house.dues(member, { settlement: 'ON_INTENT' });

    const { invoice } = await announce(member, dues);
    await portal.runDue();

    expect(invoice.intentToPay).toMatchObject({ state: 'STANDING', deadlineAt: '2026-12-23T04:59:59.999Z' });
    expect(portal.mailbox.mails.at(-1)?.subject).toMatch(/^Le paiement de votre facture .+ est annoncé$/);
    expect(await terms(portal, member.membershipId)).toContain(NEXT);
    expect((await announce(member, dues)).__typename).toBe('IntentAlreadyStated');
    const asked = { token: member.token };
    const withdrawn = await perform(
      portal,
      'withdrawIntentToPay',
      { invoiceId: publicInvoice(dues.id) },
      asked,
    );
    expect(withdrawn.invoice.intentToPay?.state).toBe('WITHDRAWN');
    expect(await terms(portal, member.membershipId)).not.toContain(NEXT);
  });

  it('unlocks nothing where the line waits for the money, or the day on which it was due is over', async () => {
    const [patient, late] = [await house.member(), await house.member()];
    const [ofPatient, ofLate] = [
      await house.dues(patient),
      await house.dues(late, { settlement: 'ON_INTENT' }, '2026-11-21'),
    ];

    const answers = [await announce(patient, ofPatient), await announce(late, ofLate)];

    expect(answers.map(({ invoice }) => invoice.intentToPay?.state)).toEqual(['STANDING', 'STANDING']);
    expect(await terms(portal, patient.membershipId)).not.toContain(NEXT);
    expect(await terms(portal, late.membershipId)).not.toContain(NEXT);
  });

  it('keeps what it unlocked when a payment of a part of it bounces', async () => {
    const member = await house.member();
    const dues = await house.dues(member, { settlement: 'ON_INTENT' });
    await announce(member, dues);
    const { payment } = await house.record(100_00, [dues]);

    const returned = { paymentId: payment.id, kind: 'RECALLED', returnedOn: '2026-11-22' };
    await perform(portal, 'returnPayment', returned, house.staff);

    expect((await seen(portal, dues.id, house.staff)).open.cents).toBe(ALL);
    expect(await terms(portal, member.membershipId)).toContain(NEXT);
  });

  it('is the payer’s to state, for a day from today to its deadline', async () => {
    const [member, stranger] = [await house.member(), await house.member()];
    const dues = await house.dues(member);

    expect((await announce(stranger, dues)).__typename).toBe('InvoiceNotFound');
    expect(issuesOf(await announce(member, dues, { expectedOn: '2026-11-21' }))).toEqual([
      'input.expectedOn',
    ]);
    expect(issuesOf(await announce(member, dues, { expectedOn: '2026-12-23' }))).toEqual([
      'input.expectedOn',
    ]);
  });

  it('past its deadline is a task of house.staff, undoes what it unlocked, and comes about again once paid', async () => {
    const member = await house.member();
    const dues = await house.dues(member, { settlement: 'ON_INTENT' });
    await announce(member, dues);
    portal.clock.advance(days(32));
    await house.signIn();
    const overdue = async (): Promise<string[]> => {
      const { data } = await portal.graphql<{ overdueIntents: { nodes: { invoice: { id: string } }[] } }>(
        `query ($filter: OverdueIntentFilter!) { overdueIntents(filter: $filter, first: 100) {
           nodes { state invoice { id } } } }`,
        { filter: { associationId: toPublicId('Association', house.aqpm) } },
        house.staff,
      );
      return data.overdueIntents.nodes.map(({ invoice }) => invoice.id);
    };

    const before = await overdue();
    await portal.runDue();

    expect(before).toContain(publicInvoice(dues.id));
    expect(portal.mailbox.mails.at(-1)?.subject).toMatch(/n’est pas arrivé$/);
    expect(await terms(portal, member.membershipId)).not.toContain(NEXT);
    await perform(portal, 'recordPayment', house.cheque(ALL, [dues]), house.staff);
    expect(await overdue()).not.toContain(publicInvoice(dues.id));
    expect(await terms(portal, member.membershipId)).toContain(NEXT);
  });

  it('is stated by whoever has a pay link of the invoice, who sees nothing else of it', async () => {
    const member = await house.member();
    const dues = await house.dues(member, { settlement: 'ON_INTENT' });
    const { token } = await performCard(
      portal,
      'createPayLink',
      { invoiceId: publicInvoice(dues.id) },
      { token: member.token },
    );
    const intent = { payLinkToken: token, method: 'TRANSFER', expectedOn: '2026-12-26' };

    const answer = await perform(portal, 'declareIntentToPay', intent, {});

    expect(answer).toMatchObject({ __typename: 'DeclareIntentToPaySuccess', invoice: null });
    expect((await seen(portal, dues.id, house.staff)).intentToPay?.state).toBe('STANDING');
    expect(await terms(portal, member.membershipId)).toContain(NEXT);
    const both = await perform(
      portal,
      'declareIntentToPay',
      { ...intent, invoiceId: publicInvoice(dues.id) },
      {},
    );
    expect(issuesOf(both)).toEqual(['input.invoiceId']);
  });
});
