import { dayAt } from '../../src/kernel/deadline.ts';
import { fromPublicId, toPublicId, type InvoiceId, type ParkedReceiptId } from '../../src/kernel/id.ts';
import { Money } from '../../src/kernel/money.ts';
import { StaffRole } from '../../src/modules/associations/index.ts';
import { receivePayment } from '../../src/modules/billing/payments/index.ts';
import type { TestCardName } from '../../src/modules/billing/cards/sandbox/test-cards.ts';
import { givenSomebodySignedIn, givenStaff, type SignedIn } from '../support/given/membership-world.ts';
import { openPortal, type Asked, type Portal } from '../support/portal.ts';
import { perform, publicInvoice, referenceIn, useCard, type Started } from './card-operations.ts';
import { givenInvoice } from './given-invoices.ts';

/** 200 dollars with both taxes of Québec. */
export const WHOLE = '22995';

export interface Ordered extends Started {
  readonly invoiceId: string;
  /** Of the invoice. */
  readonly id: InvoiceId;
}

/** A portal with a member of AQPM who owes, and a clerk of its treasury. */
export interface CardHouse {
  readonly portal: Portal;
  readonly member: SignedIn;
  readonly clerk: SignedIn;
  /** The member at the site, and the clerk at their tool. */
  readonly asked: Asked;
  readonly staff: Asked;
  /** Hours go by in these tests, and a token lives for minutes. */
  signIn(): Promise<void>;
  owed(): Promise<string>;
  start(input: object, by?: Asked): Promise<Started>;
  /** Of a new invoice. */
  started(): Promise<Ordered>;
  paidWith(card: TestCardName): Promise<Ordered & { readonly page: Response }>;
  parked(card: TestCardName): Promise<Ordered & { readonly parkedReceiptId: string }>;
}

export async function openCardHouse(opened?: Portal): Promise<CardHouse> {
  const portal = opened ?? (await openPortal());
  const [member, clerk] = [await givenSomebodySignedIn(portal), await givenSomebodySignedIn(portal)];
  const { association, siteKey, toolKey: clientKey } = portal.world.aqpm;
  await givenStaff(portal, clerk.accountId, association, StaffRole.FINANCE);
  const callers: { asked: Asked; staff: Asked } = { asked: {}, staff: {} };

  const start: CardHouse['start'] = (input, by = callers.asked) =>
    perform(portal, 'startCardPayment', input, by);
  const owed = async (): Promise<string> =>
    publicInvoice(await givenInvoice(portal, association.id, { personId: member.person.id }));
  const started = async (): Promise<Ordered> => {
    const invoiceId = await owed();
    const id = fromPublicId('Invoice', invoiceId);
    if (!id) throw new Error('an invoice has an id');
    return { ...(await start({ invoiceId })), invoiceId, id };
  };
  const paidWith: CardHouse['paidWith'] = async card => {
    const one = await started();
    return { ...one, page: await useCard(portal, one, card) };
  };
  return {
    portal,
    member,
    clerk,
    get asked() {
      return callers.asked;
    },
    get staff() {
      return callers.staff;
    },
    async signIn() {
      callers.asked = { token: await member.tokenAt(siteKey) };
      callers.staff = { clientKey, token: await clerk.tokenAt(clientKey) };
    },
    start,
    owed,
    started,
    paidWith,
    async parked(card) {
      const one = await paidWith(card);
      await portal.runDue();
      const [row] = await portal.parts.db.read<{ id: ParkedReceiptId }>(
        { name: 'test-parked', text: 'select id from parked_receipt where gateway_reference = $1' },
        [referenceIn(one)],
      );
      if (!row) throw new Error('nothing is parked');
      return { ...one, parkedReceiptId: toPublicId('ParkedReceipt', row.id) };
    },
  };
}

/** Meanwhile a cheque comes for the same invoice. */
export const payByCheque = (
  { portal: { parts, world }, member }: CardHouse,
  id: InvoiceId,
  cents: number,
): Promise<unknown> =>
  parts.db.transaction(tx =>
    receivePayment(parts, tx, {
      receiverId: world.aqpm.association.id,
      method: 'CHEQUE',
      amount: Money.cad(cents),
      payer: { personId: member.person.id },
      payerName: null,
      invoiceIds: [id],
      receivedAt: parts.clock.now(),
      receivedOn: dayAt('America/Toronto', parts.clock.now()),
      recordedBy: null,
    }),
  );

/** Something that waits until a test lets it go on. */
export function gate(): { readonly opened: Promise<void>; readonly open: () => void } {
  let open = (): void => undefined;
  const opened = new Promise<void>(resolve => {
    open = resolve;
  });
  return { opened, open: () => open() };
}
