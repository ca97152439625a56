import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { newId, toPublicId } from '../../src/kernel/id.ts';
import { StaffRole } from '../../src/modules/associations/index.ts';
import { minutes } from '../support/fake-clock.ts';
import {
  givenClass,
  givenMembership,
  givenOrganization,
  givenSomebodySignedIn,
  givenStaff,
} from '../support/given/membership-world.ts';
import { givenInvoice } from './given-invoices.ts';
import { openCardHouse, type CardHouse } from './card-house.ts';
import { onFile, perform, referenceIn, tell, type Started } from './card-operations.ts';

const LIST = `query ($id: ID!, $after: String) { parkedReceipts(associationId: $id, first: 1, after: $after) {
  totalCount pageInfo { endCursor } nodes { id cents currency reason isCard invoice { number } } } }`;

interface Parked {
  readonly id: string;
  readonly cents: number;
  readonly currency: string;
  readonly reason: string;
  readonly invoice: { readonly number: string } | null;
}
interface Listed {
  readonly totalCount: number;
  readonly pageInfo: { readonly endCursor: string };
  readonly nodes: readonly Parked[];
}

describe('money by card that waits for staff (E12, E13, E20)', () => {
  let house: CardHouse;
  beforeAll(async () => {
    house = await openCardHouse();
  });
  beforeEach(() => house.signIn());
  afterAll(() => house.portal.close());

  const associationId = () => toPublicId('Association', house.portal.world.aqpm.association.id);
  const list = async (after: string | null = null, by = house.staff): Promise<Listed> =>
    (await house.portal.graphql<{ parkedReceipts: Listed }>(LIST, { id: associationId(), after }, by)).data
      .parkedReceipts;
  const settle = (input: object, by = house.staff): Promise<Started> =>
    perform(house.portal, 'settleParkedReceipt', input, by);
  const balance = async (): Promise<Record<string, string>> => {
    const rows = await house.portal.parts.db.read<{ account: string; cents: string }>({
      name: 'test-cards-balance',
      text: 'select account, sum(cents)::text as cents from ledger_entry group by account order by account',
    });
    return Object.fromEntries(rows.map(({ account, cents }) => [account, cents]));
  };
  const dollars = (after: Record<string, string>, before: Record<string, string>, account: string): number =>
    (Number(after[account] ?? 0) - Number(before[account] ?? 0)) / 100;

  it('is listed page by page for FINANCE, with what it was meant for', async () => {
    const first = await house.parked('AMOUNT_CHANGED');
    house.portal.clock.advance(minutes(1));
    const second = await house.parked('WRONG_CURRENCY');

    const page = await list();
    const next = await list(page.pageInfo.endCursor);

    expect([page.totalCount, next.totalCount]).toEqual([2, 2]);
    expect(page.nodes).toMatchObject([
      { id: first.parkedReceiptId, cents: 23_095, currency: 'CAD', reason: 'AMOUNT_DIFFERS', isCard: true },
    ]);
    expect(page.nodes[0]?.invoice?.number).toMatch(/^AQPM-/);
    expect(next.nodes).toMatchObject([
      { id: second.parkedReceiptId, cents: 22_995, currency: 'USD', reason: 'CURRENCY_DIFFERS' },
    ]);
    const answer = await house.portal.graphql(LIST, { id: associationId() }, house.asked);
    expect(answer.errors[0]?.extensions.code).toBe('FORBIDDEN');
  });

  it('pays the invoice that it was meant for, and what is over is its payer’s credit', async () => {
    const { parkedReceiptId, ...one } = await house.parked('AMOUNT_CHANGED');
    const before = await balance();

    const settled = await settle({ parkedReceiptId, way: 'ALLOCATE' });

    expect(settled.parkedReceipt.settledHow).toBe('ALLOCATED');
    const after = await balance();
    expect(await onFile(house.portal, one)).toMatchObject({
      outcome: 'PARKED',
      paid: '22995',
      payments: '1',
    });
    expect(dollars(after, before, 'CASH')).toBe(230.95);
    expect(dollars(after, before, 'PAYER_CREDIT')).toBe(-1);
  });

  it('is somebody’s credit, whole', async () => {
    const { parkedReceiptId, ...one } = await house.parked('AMOUNT_CHANGED');
    const before = await balance();

    await settle({ parkedReceiptId, way: 'CREDIT', payerId: toPublicId('Person', house.member.person.id) });

    expect(await onFile(house.portal, one)).toMatchObject({ paid: '0', payments: '1' });
    expect(dollars(await balance(), before, 'PAYER_CREDIT')).toBe(-230.95);
  });

  it('goes back to its card, and never stands in the ledger', async () => {
    const { parkedReceiptId, ...one } = await house.parked('WRONG_CURRENCY');
    const before = await balance();

    await settle({ parkedReceiptId, way: 'SEND_BACK' });
    await house.portal.runDue();

    const refunds = await house.portal.parts.db.read<{ cents: string }>(
      {
        name: 'test-sandbox-refunds',
        text: `select cents::text from sandbox_event where kind = 'REFUNDED' and payment_reference = $1`,
      },
      [referenceIn(one)],
    );
    expect(refunds).toEqual([{ cents: '22995' }]);
    expect(await balance()).toEqual(before);
    expect(await onFile(house.portal, one)).toMatchObject({
      payments: '0',
      parked: 'CURRENCY_DIFFERS 22995 USD SENT_BACK',
    });
  });

  it('is decided once: of ten who do it at once, one does', async () => {
    const { parkedReceiptId, ...one } = await house.parked('AMOUNT_CHANGED');

    const answers = await Promise.all(
      Array.from({ length: 10 }, () => settle({ parkedReceiptId, way: 'ALLOCATE' })),
    );

    const names = answers.map(({ __typename }) => __typename);
    expect(names.filter(name => name === 'SettleParkedReceiptSuccess')).toHaveLength(1);
    expect(names.filter(name => name === 'ParkedReceiptSettled')).toHaveLength(9);
    expect(await onFile(house.portal, one)).toMatchObject({ payments: '1' });
  });

  it('is nobody’s to settle who is not of the treasury, and never one’s own', async () => {
    const { parkedReceiptId } = await house.parked('AMOUNT_CHANGED');
    await givenStaff(
      house.portal,
      house.member.accountId,
      house.portal.world.aqpm.association,
      StaffRole.FINANCE,
    );
    const own = { ...house.staff, token: await house.member.tokenAt(house.portal.world.aqpm.toolKey) };
    const office = await givenSomebodySignedIn(house.portal);
    await givenStaff(
      house.portal,
      office.accountId,
      house.portal.world.aqpm.association,
      StaffRole.MEMBERSHIP,
    );
    const other = { ...house.staff, token: await office.tokenAt(house.portal.world.aqpm.toolKey) };

    for (const by of [own, other])
      expect(await settle({ parkedReceiptId, way: 'SEND_BACK' }, by)).toMatchObject({
        __typename: 'ParkedReceiptNotFound',
      });
  });

  it('is not theirs either where an employer owes what it was meant for, and it is about their membership', async () => {
    const { portal, clerk } = house;
    const { id: membershipId } = await givenMembership(
      portal,
      await givenClass(portal, { code: 'CLERK' }),
      { personId: clerk.person.id },
      { memberNumber: 'C-1' },
    );
    const { id: organizationId } = await givenOrganization(portal);
    const receiverId = portal.world.aqpm.association.id;
    const { id: invoiceId } = await givenInvoice(portal, receiverId, { organizationId }, { membershipId });
    const id = newId<'ParkedReceipt'>(portal.clock, portal.parts.random);
    await portal.parts.db.entities.query(
      `insert into parked_receipt (id, receiver_id, cents, currency, why, invoice_id, parked_at)
       values ($1, $2, 100, 'CAD', 'NOTHING_OWED', $3, $4)`,
      [id, receiverId, invoiceId, portal.clock.now()],
    );

    const parkedReceiptId = toPublicId('ParkedReceipt', id);
    expect((await settle({ parkedReceiptId, way: 'ALLOCATE' })).__typename).toBe('ParkedReceiptNotFound');
  });

  it('refuses what cannot be: other money as Canadian, an invoice of nobody’s', async () => {
    const { parkedReceiptId } = await house.parked('WRONG_CURRENCY');

    expect(await settle({ parkedReceiptId, way: 'ALLOCATE' })).toMatchObject({
      issues: [{ path: ['input', 'way'] }],
    });
    const { parkedReceiptId: second } = await house.parked('AMOUNT_CHANGED');
    expect(
      await settle({ parkedReceiptId: second, way: 'ALLOCATE', invoiceIds: ['ivc_none'] }),
    ).toMatchObject({
      __typename: 'InvoiceNotFound',
    });
  });

  it('falls when the payer’s bank takes it back, settled or not', async () => {
    const [waiting, settled] = [await house.parked('AMOUNT_CHANGED'), await house.parked('AMOUNT_CHANGED')];
    await settle({ parkedReceiptId: settled.parkedReceiptId, way: 'ALLOCATE' });
    for (const one of [waiting, settled]) await lost(one);

    expect(await onFile(house.portal, waiting)).toMatchObject({
      parked: 'AMOUNT_DIFFERS 23095 CAD RETURNED',
      returns: '0',
    });
    expect(await onFile(house.portal, settled)).toMatchObject({ paid: '0', returns: '1' });
  });

  async function lost(one: Started): Promise<void> {
    const reference = referenceIn(one);
    await house.portal.parts.db.transaction(tx =>
      tx.query(
        `insert into sandbox_event (id, payment_reference, kind, happens_at, position) values ($1, $2, 'DISPUTE_LOST', $3, 9)`,
        [`evt_${reference}`, reference, house.portal.clock.now()],
      ),
    );
    await tell(house.portal, `evt_${reference}`, reference);
  }
});
