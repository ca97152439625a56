import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { MembershipId } from '../../src/kernel/id.ts';
import type { WrittenInvoice } from '../../src/modules/billing/invoices/index.ts';
import { givenOrganization } from '../support/given/membership-world.ts';
import type { Asked, Portal } from '../support/portal.ts';
import { readPdf } from '../support/read-pdf.ts';
import { perform as performCard, useCard } from './card-operations.ts';
import { givenInvoice } from './given-invoices.ts';
import { ALL, type Member, type PaymentHouse } from './payment-house.ts';
import { perform, publicInvoice, type InvoiceSeen } from './payment-operations.ts';
import { openRefundHouse, type RefundHouse } from './refund-house.ts';

const RECEIPTS = `query ($id: ID!) { invoice(id: $id) { payments { payment { id payerName } receipt { url } } } }`;

interface Received {
  readonly payment: { readonly id: string; readonly payerName: string | null } | null;
  readonly receipt: { readonly url: string } | null;
}

describe('who paid, and whom the receipt names (E5, E9)', () => {
  let refunds: RefundHouse;
  let house: PaymentHouse;
  let portal: Portal;
  beforeAll(async () => {
    refunds = await openRefundHouse();
    ({ house } = refunds);
    ({ portal } = house);
  });
  afterAll(() => portal.close());

  const received = async ({ id }: Pick<WrittenInvoice, 'id'>, by: Asked): Promise<Received | undefined> =>
    (
      await portal.graphql<{ invoice: { payments: Received[] } | null }>(
        RECEIPTS,
        { id: publicInvoice(id) },
        by,
      )
    ).data.invoice?.payments[0];
  const printed = async (url = ''): Promise<string> => {
    const answer = await fetch(url.replace('http://localhost:4000', portal.url));
    return readPdf(Buffer.from(await answer.arrayBuffer())).text;
  };
  /** An invoice that an employer owes about somebody's membership. */
  const ofEmployer = async ({
    membershipId,
  }: {
    readonly membershipId: MembershipId;
  }): Promise<WrittenInvoice> => {
    const { id: organizationId } = await givenOrganization(portal);
    return givenInvoice(portal, house.aqpm, { organizationId }, { membershipId });
  };
  const byCard = async (input: object, by: Asked): Promise<void> => {
    await useCard(portal, await performCard(portal, 'startCardPayment', input, by), 'APPROVED');
    await portal.runDue();
  };
  const nameOf = ({ person }: Member): string => `${person.givenName} ${person.familyName}`;

  it('an employer’s cheque is received from the employer, whoever the invoice is addressed to', async () => {
    const { dues } = await refunds.givenByEmployer();

    const text = await printed((await received(dues, house.staff))?.receipt?.url);

    expect(text).toContain('Reçu de Productions Boréales');
    expect(text).not.toContain('Zoé');
  });

  it('whoever pays what their employer owes with their own card has the receipt, and the credit of a refund', async () => {
    const member = await house.member();
    const [invoice, own] = [await ofEmployer(member), { token: member.token }];
    await byCard({ invoiceId: publicInvoice(invoice.id) }, own);

    const [theirs, staffs] = [await received(invoice, own), await received(invoice, house.staff)];
    const payment = { id: staffs?.payment?.id ?? '' };
    await refunds.giveBack({ payment }, 100_00, { way: 'CREDIT', invoiceId: publicInvoice(invoice.id) });

    expect(staffs?.payment?.payerName).toBe(nameOf(member));
    expect(await printed(theirs?.receipt?.url)).toContain(`Reçu de ${nameOf(member)}`);
    expect(await refunds.creditOf(member.person.id)).toBe(100_00);
  });

  it('nobody knows who pays by a link; whoever owed it all has the receipt, which names nobody', async () => {
    const member = await house.member();
    const dues = await house.dues(member);
    const link = { invoiceId: publicInvoice(dues.id) };
    const { token: payLinkToken } = await performCard(portal, 'createPayLink', link, { token: member.token });
    await byCard({ payLinkToken }, {});

    const theirs = await received(dues, { token: member.token });

    expect((await received(dues, house.staff))?.payment?.payerName).toBeNull();
    const text = await printed(theirs?.receipt?.url);
    expect(text).toContain('229,95');
    expect(text).not.toMatch(/Reçu de (?!paiement)/);
  });

  it('nobody knows it either where two were led to the same payment', async () => {
    const member = await house.member();
    const invoice = await ofEmployer(member);
    const start = (input: object, by: Asked) => performCard(portal, 'startCardPayment', input, by);
    const started = await start({ invoiceId: publicInvoice(invoice.id) }, { token: member.token });
    const { token: payLinkToken } = await performCard(
      portal,
      'createPayLink',
      { invoiceId: publicInvoice(invoice.id) },
      house.staff,
    );
    await start({ payLinkToken }, {});
    await useCard(portal, started, 'APPROVED');
    await portal.runDue();

    expect((await received(invoice, house.staff))?.payment?.payerName).toBeNull();
  });

  it('members for whom one cheque paid read of their own invoice alone, as it comes and as it bounces', async () => {
    const [one, other] = [await house.member(), await house.member()];
    const both = [await house.dues(one), await house.dues(other)];
    const paid = await house.record(2 * ALL + 500_00, both, { payerName: 'Caisse de solidarité' });
    await portal.runDue();
    await perform(
      portal,
      'returnPayment',
      { paymentId: paid.payment.id, kind: 'RECALLED', returnedOn: '2026-11-22' },
      house.staff,
    );
    await portal.runDue();
    const numbers = paid.invoices.map(({ number }: InvoiceSeen) => number);

    for (const [place, number] of numbers.entries()) {
      const letters = portal.mailbox.mails.map(({ text }) => text).filter(text => text.includes(number));
      expect(letters).toHaveLength(2);
      for (const text of letters) {
        expect(text).toContain('229,95');
        expect(text).not.toContain(numbers[1 - place]);
        expect(text).not.toMatch(/959,90|459,90/);
      }
    }
  });

  it('one who pays for several on one cheque has no receipt that shows the others', async () => {
    const member = await house.member();
    const both = [await house.dues(member), await house.dues(await house.member())];
    await house.record(2 * ALL, both, { payerName: 'Caisse de solidarité' });

    expect((await received(both[0] as WrittenInvoice, { token: member.token }))?.receipt).toBeNull();
  });
});
