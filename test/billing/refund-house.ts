import { toPublicId, type InvoiceId } from '../../src/kernel/id.ts';
import { AssociationEntity } from '../../src/modules/associations/index.ts';
import { creditInvoiceLines, type WrittenInvoice } from '../../src/modules/billing/invoices/index.ts';
import { givenOrganization } from '../support/given/membership-world.ts';
import type { Asked } from '../support/portal.ts';
import { perform as performCard, useCard } from './card-operations.ts';
import { ALL, openPaymentHouse, TODAY, type Member, type PaymentHouse } from './payment-house.ts';
import { book, perform, publicInvoice, seen, type Result } from './payment-operations.ts';

export type Payment = Pick<Result['payment'], 'id'>;

export interface Paid {
  readonly member: Member;
  readonly dues: WrittenInvoice;
  readonly payment: Payment;
}

/** A payment house where money goes back. */
export interface RefundHouse {
  readonly house: PaymentHouse;
  setting(changed: Partial<AssociationEntity>): Promise<unknown>;
  /** A member's cheque for their dues. */
  givenPaid(amountCents?: number, wanted?: object): Promise<Paid>;
  /** An employer's cheque for the dues of a member. */
  givenByEmployer(amountCents?: number): Promise<Paid & { readonly employerId: string }>;
  /** A member's dues, paid by their card. */
  givenByCard(): Promise<Paid>;
  giveBack(paid: Pick<Paid, 'payment'>, amountCents: number, wanted?: object, by?: Asked): Promise<Result>;
  returnIt(paid: Pick<Paid, 'payment'>, wanted?: object, by?: Asked): Promise<Result>;
  /** All of an invoice, or some lines of it. */
  credit(invoiceId: InvoiceId): Promise<unknown>;
  /** Where a refund stands by now. */
  stateOf(refundId: string): Promise<string>;
  /** What the body holds of somebody's money, in cents. */
  creditOf(payerId: string): Promise<number>;
  /** The gateway no longer knows of the card payment of an invoice. */
  forgetAtGateway(invoiceId: InvoiceId): Promise<unknown>;
  /** The cents of an account of the book that what is done in between moves. */
  moved(account: string, doing: () => Promise<unknown>): Promise<number>;
}

export async function openRefundHouse(): Promise<RefundHouse> {
  const house = await openPaymentHouse();
  const { portal } = house;
  const { db } = portal.parts;
  const givenDues = async (): Promise<Omit<Paid, 'payment'>> => {
    const member = await house.member();
    return { member, dues: await house.dues(member) };
  };

  return {
    house,
    setting: changed => db.transaction(tx => tx.update(AssociationEntity, { id: house.aqpm }, changed)),
    async givenPaid(amountCents = ALL, wanted) {
      const one = await givenDues();
      const { payment } = await house.record(amountCents, [one.dues], wanted);
      return { ...one, payment };
    },
    async givenByEmployer(amountCents = ALL) {
      const one = await givenDues();
      const { id: employerId } = await givenOrganization(portal);
      const payerId = toPublicId('Organization', employerId);
      const { payment } = await house.record(amountCents, [one.dues], { payerId });
      return { ...one, payment, employerId };
    },
    async givenByCard() {
      const one = await givenDues();
      const input = { invoiceId: publicInvoice(one.dues.id) };
      const started = await performCard(portal, 'startCardPayment', input, { token: one.member.token });
      await useCard(portal, started, 'APPROVED');
      await portal.runDue();
      const { payments } = await seen(portal, one.dues.id, house.staff);
      return { ...one, payment: { id: payments[0]?.payment?.id ?? '' } };
    },
    giveBack: ({ payment }, amountCents, wanted = {}, by = house.staff) =>
      perform(
        portal,
        'refundPayment',
        { paymentId: payment.id, amountCents, way: 'CHEQUE', reason: 'Payé deux fois', ...wanted },
        by,
      ),
    returnIt: ({ payment }, wanted = {}, by = house.staff) =>
      perform(
        portal,
        'returnPayment',
        { paymentId: payment.id, kind: 'NSF', returnedOn: TODAY, ...wanted },
        by,
      ),
    credit: invoiceId =>
      db.transaction(tx =>
        creditInvoiceLines(portal.parts, tx, { invoiceId, lines: null, reason: 'Annulée', recordedBy: null }),
      ),
    async stateOf(id) {
      const { data } = await portal.graphql<{ node: { state: string } }>(
        'query ($id: ID!) { node(id: $id) { ... on Refund { state } } }',
        { id },
        house.staff,
      );
      return data.node.state;
    },
    async creditOf(payerId) {
      const [row] = await db.entities.query<{ cents: string }[]>(
        `select coalesce(-sum(cents), 0) as cents from ledger_entry
         where account = 'PAYER_CREDIT' and $1::uuid in (payer_person_id, payer_organization_id)`,
        [payerId],
      );
      return Number(row?.cents);
    },
    forgetAtGateway: invoiceId =>
      db.entities.query(
        `update payment set gateway_reference = 'sbx_gone_' || id where id in (
         select payment_id from card_payment where invoice_id = $1)`,
        [invoiceId],
      ),
    async moved(account, doing) {
      const before = await book(portal, house.aqpm);
      await doing();
      return ((await book(portal, house.aqpm))[account] ?? 0) - (before[account] ?? 0);
    },
  };
}
