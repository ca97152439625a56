import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { fromPublicId, toPublicId } from '../../src/kernel/id.ts';
import { Money } from '../../src/kernel/money.ts';
import { AssociationEntity, StaffRole } from '../../src/modules/associations/index.ts';
import { displayNameOf } from '../../src/modules/people/index.ts';
import { givenOffice } from '../invitations/operations.ts';
import { givenSomebodySignedIn } from '../support/given/membership-world.ts';
import type { Asked, Portal } from '../support/portal.ts';
import { givenInvoice, line } from './given-invoices.ts';
import { perform, send, type InvoiceResult } from './invoice-operations.ts';
import { openPaymentHouse, type Member, type PaymentHouse } from './payment-house.ts';

const LIMIT = 200_00;
const EMPLOYER = { name: 'Ville de Montréal', city: 'Montréal', province: 'QC' };
const INVOICE = `query ($id: ID!) { invoice(id: $id) { billTo { version name }
  billToChange { id name state askerName viewerCan { approve decline } } } }`;
const WAITING = `query ($filter: BillToChangeFilter!) { billToChanges(filter: $filter) {
  nodes { id name invoice { id } } } }`;

interface Read {
  readonly billTo: { readonly version: number; readonly name: string } | null;
  readonly billToChange: { readonly id: string; readonly askerName: string | null } | null;
}

describe('the change of whom an invoice is addressed to (E5, E16, domain: nobody approves what they prepared)', () => {
  let house: PaymentHouse;
  let portal: Portal;
  let second: Asked;
  let member: Member;
  beforeAll(async () => {
    house = await openPaymentHouse();
    portal = house.portal;
    second = await house.anotherTreasurer();
    member = await house.member();
    await limit(BigInt(LIMIT));
  });
  afterAll(() => house.portal.close());

  const limit = (approvalAboveCents: bigint | null): Promise<unknown> =>
    portal.parts.db.transaction(tx =>
      tx.update(AssociationEntity, { id: house.aqpm }, { approvalAboveCents }),
    );
  const given = async (cents = LIMIT + 1, personId = member.person.id): Promise<string> => {
    const lines = [line(house.aqpm, { unit: Money.cad(cents), taxes: [] })];
    return toPublicId('Invoice', (await givenInvoice(portal, house.aqpm, { personId }, { lines })).id);
  };
  const change = (
    invoiceId: string,
    asked = house.staff,
    billTo: object = EMPLOYER,
  ): Promise<InvoiceResult> => perform(portal, 'changeBillTo', { invoiceId, billTo }, asked);
  const asked = async (invoiceId: string, by = house.staff): Promise<string> =>
    (await change(invoiceId, by)).change?.id ?? '';
  const approve = (billToChangeId: string, by = second): Promise<InvoiceResult> =>
    perform(portal, 'approveBillToChange', { billToChangeId }, by);
  const decline = (billToChangeId: string, by = second): Promise<InvoiceResult> =>
    perform(portal, 'declineBillToChange', { billToChangeId }, by);
  const seen = async (id: string, by: Asked): Promise<Read> =>
    (await portal.graphql<{ invoice: Read }>(INVOICE, { id }, by)).data.invoice;
  const own = (): Asked => ({ token: member.token });

  it('is made at once up to the limit, and without one', async () => {
    const atLimit = await change(await given(LIMIT));
    await limit(null);
    const unlimited = await change(await given());
    await limit(BigInt(LIMIT));

    expect([atLimit.change, unlimited.change]).toEqual([null, null]);
    expect([atLimit, unlimited].map(({ invoice }) => invoice['billTo'])).toMatchObject([
      { version: 2, name: 'Ville de Montréal' },
      { version: 2, name: 'Ville de Montréal' },
    ]);
  });

  it('waits above the limit for somebody else, and the document is as it was until then', async () => {
    const invoiceId = await given();

    const { invoice, change: waiting } = await change(invoiceId);
    const id = waiting?.id ?? '';

    expect(waiting).toMatchObject({
      state: 'AWAITING_APPROVAL',
      name: 'Ville de Montréal',
      viewerCan: { approve: false, decline: true },
    });
    expect(invoice['billTo']).toMatchObject({ version: 1, name: 'Zoé L’Écuyer' });
    expect((await approve(id, house.staff)).__typename).toBe('BillToChangeNeedsSomebodyElse');
    expect((await seen(invoiceId, second)).billToChange).toMatchObject({
      id,
      viewerCan: { approve: true, decline: true },
    });
    expect((await approve(id)).change).toMatchObject({ state: 'APPROVED', viewerCan: { approve: false } });
    expect(await seen(invoiceId, second)).toEqual({
      billTo: { version: 2, name: 'Ville de Montréal' },
      billToChange: null,
    });
  });

  it('also waits where whoever owes it asks, and they can take it back', async () => {
    const invoiceId = await given();

    const id = await asked(invoiceId, own());

    expect((await seen(invoiceId, own())).billToChange).toMatchObject({
      id,
      viewerCan: { approve: false, decline: true },
    });
    const { errors } = await send(portal, 'approveBillToChange', { billToChangeId: id }, own());
    expect(errors[0]?.extensions.code).toBe('FORBIDDEN');
    expect((await decline(id, own())).change).toMatchObject({ state: 'DECLINED' });
    expect(await seen(invoiceId, second)).toMatchObject({ billTo: { version: 1 }, billToChange: null });
  });

  it('names who asked to whoever may approve it, and to nobody else', async () => {
    const [byStaff, byMember] = [await given(), await given()];
    await asked(byStaff);
    await asked(byMember, own());
    const named = async (id: string, by: Asked): Promise<unknown> =>
      (await seen(id, by)).billToChange?.askerName;

    const [{ asked: admin }, { asked: office }] = [
      await givenOffice(portal, { role: StaffRole.ADMIN }),
      await givenOffice(portal, { role: StaffRole.MEMBERSHIP }),
    ];
    for (const approver of [second, admin])
      expect([await named(byStaff, approver), await named(byMember, approver)]).toEqual([
        displayNameOf(house.clerk.person),
        displayNameOf(member.person),
      ]);
    for (const other of [office, own()])
      expect([await named(byStaff, other), await named(byMember, other)]).toEqual([null, null]);
  });

  it('is decided once, however many decide at once', async () => {
    const invoiceId = await given();
    const id = await asked(invoiceId);

    const answers = await Promise.all([approve(id), decline(id), approve(id), decline(id)]);

    const outcomes = answers.map(({ __typename }) => __typename).toSorted();
    expect(outcomes.filter(outcome => outcome === 'BillToChangeNotWaiting')).toHaveLength(3);
    const approved = outcomes.includes('ApproveBillToChangeSuccess');
    expect((await seen(invoiceId, second)).billTo?.version).toBe(approved ? 2 : 1);
  });

  it('waits alone: a second one is asked for once the first is decided about', async () => {
    const invoiceId = await given();

    const [one, other] = await Promise.all([
      change(invoiceId),
      change(invoiceId, second, { name: 'Une autre' }),
    ]);
    const kinds = [one, other].map(({ __typename }) => __typename).toSorted();
    const waiting = one.change ?? other.change;
    await decline(waiting?.id ?? '');

    expect(kinds).toEqual(['BillToChangeWaits', 'ChangeBillToSuccess']);
    expect((await change(invoiceId)).change).toMatchObject({ state: 'AWAITING_APPROVAL' });
  });

  it('is not overtaken: while it waits nobody addresses the invoice at once, whatever the limit is by then', async () => {
    const invoiceId = await given();
    const id = await asked(invoiceId);
    await limit(null);

    const { __typename } = await change(invoiceId, second, { name: 'Une autre' });

    await limit(BigInt(LIMIT));
    expect(__typename).toBe('BillToChangeWaits');
    expect((await approve(id)).change).toMatchObject({ state: 'APPROVED' });
    expect((await seen(invoiceId, second)).billTo).toEqual({ version: 2, name: 'Ville de Montréal' });
  });

  it('is nothing to wait for where the invoice is addressed like this already', async () => {
    const invoiceId = await given();
    await approve(await asked(invoiceId));

    const again = await change(invoiceId);

    expect(again).toMatchObject({ change: null, invoice: { billTo: { version: 2 } } });
  });

  it('is listed for the staff while it waits, and approved by nobody about their own invoice', async () => {
    const mine = await given(LIMIT + 1, house.clerk.person.id);
    const id = await asked(mine, second);
    const other = await asked(await given());
    const filter = { associationId: toPublicId('Association', house.aqpm), awaitingApproval: true };

    const refused = await approve(id, house.staff);
    const { data } = await portal.graphql<{ billToChanges: { nodes: readonly { id: string }[] } }>(
      WAITING,
      { filter },
      second,
    );

    expect(refused.__typename).toBe('BillToChangeNotFound');
    const ids = data.billToChanges.nodes.map(node => node.id);
    expect(ids).toEqual(expect.arrayContaining([id, other]));
    await approve(other);
    const after = await portal.graphql<{ billToChanges: { nodes: readonly { id: string }[] } }>(
      WAITING,
      { filter },
      second,
    );
    expect(after.data.billToChanges.nodes.map(node => node.id)).not.toContain(other);
  });

  it('is not found by a stranger, and on record with whoever asked and whoever decided', async () => {
    const other = await givenSomebodySignedIn(portal);
    const id = await asked(await given());

    const refused = await decline(id, { token: other.token });
    await approve(id);

    expect(refused.__typename).toBe('BillToChangeNotFound');
    const trail = await portal.parts.db.entities.query<{ act: string; account_id: string }[]>(
      `select act, account_id from audit_entry where after ->> 'changeId' = $1`,
      [fromPublicId('BillToChange', id)],
    );
    const by = new Map(trail.map(({ act, account_id }) => [act, account_id]));
    expect([...by.keys()].toSorted()).toEqual(['approveBillToChange', 'askBillToChange']);
    expect(by.get('askBillToChange')).toBe(house.clerk.accountId);
    expect(by.get('approveBillToChange')).not.toBe(house.clerk.accountId);
  });

  it('reads a Canadian postal code however it is typed, and refuses one that is none', async () => {
    const typed = (postalCode: string, country: string | null = null): Promise<InvoiceResult> =>
      given(LIMIT).then(id => change(id, house.staff, { ...EMPLOYER, postalCode, country }));

    const [joined, abroad, wrong] = await Promise.all([
      typed('h2x1y4'),
      typed('sw1a 1aa', 'GB'),
      typed('12345', 'CA'),
    ]);

    expect(joined.invoice['billTo']).toMatchObject({ postalCode: 'H2X 1Y4' });
    expect(abroad.invoice['billTo']).toMatchObject({ postalCode: 'SW1A 1AA' });
    expect(wrong.issues).toMatchObject([{ path: ['input', 'billTo', 'postalCode'], code: 'BAD_FORMAT' }]);
  });
});
