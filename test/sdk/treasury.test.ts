import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createAffilia } from '@affilia/sdk';
import { accounts } from '@affilia/sdk/accounts';
import { treasury } from '@affilia/sdk/treasury';
import { toPublicId } from '../../src/kernel/id.ts';
import { localDate } from '../../src/kernel/local-date.ts';
import { Money } from '../../src/kernel/money.ts';
import { AssociationEntity, StaffRole } from '../../src/modules/associations/index.ts';
import { writeInvoices } from '../../src/modules/billing/invoices/index.ts';
import { PASSWORD } from '../accounts/given-account.ts';
import { givenInvoice, invoice, line } from '../billing/given-invoices.ts';
import { givenOffice } from '../invitations/operations.ts';
import { givenPerson } from '../support/given/membership-world.ts';
import { expectOk, expectProblem } from '../support/outcomes.ts';
import { openPortal, type Portal } from '../support/portal.ts';

/** The tool of a treasurer, in the SDK. */
async function openTreasury(portal: Portal) {
  const { account } = await givenOffice(portal, { role: StaffRole.FINANCE });
  const affilia = createAffilia({
    endpoint: portal.endpoint,
    clientKey: portal.world.aqpm.toolKey,
    locale: 'fr-CA',
    use: { accounts, treasury },
  });
  expectOk(await affilia.accounts.signIn({ identifier: account.address, password: PASSWORD }));
  return affilia.treasury;
}

type Treasury = Awaited<ReturnType<typeof openTreasury>>;

describe('the treasury of the SDK (E5, E7, E11, E16)', () => {
  let portal: Portal;
  let first: Treasury;
  let second: Treasury;
  beforeAll(async () => {
    portal = await openPortal();
    first = await openTreasury(portal);
    second = await openTreasury(portal);
  });
  afterAll(() => portal.close());

  const associationId = () => toPublicId('Association', portal.world.aqpm.association.id);
  const owed = async (): Promise<string> => {
    const { id: personId } = await givenPerson(portal);
    return toPublicId(
      'Invoice',
      (await givenInvoice(portal, portal.world.aqpm.association.id, { personId })).id,
    );
  };

  it('says which invoices a payment went to, and which of them a refund gives back', async () => {
    const invoiceId = await owed();
    const { payment } = expectOk(
      await first.recordPayment({
        ...{ associationId: associationId(), method: 'CHEQUE', amountCents: 229_95 },
        ...{ receivedOn: localDate('2026-11-22'), invoiceIds: [invoiceId] },
      }),
    );
    expectOk(
      await first.refundPayment({
        ...{ paymentId: payment.id, invoiceId, amountCents: 100_00, way: 'CHEQUE', reason: 'Trop payé' },
      }),
    );

    const { nodes } = await first.payments({ associationId: associationId() }).page();

    const found = nodes.find(({ id }) => id === payment.id);
    expect(found?.allocations.totalCount).toBe(1);
    expect(found?.allocations.nodes).toMatchObject([
      { invoice: { id: invoiceId }, description: 'Frais de dossier', amount: { cents: 229_95 } },
    ]);
    expect(found?.refunds).toMatchObject([{ invoice: { id: invoiceId }, amount: { cents: 100_00 } }]);
  });

  it('reads page by page to which lines the cheque of an employer went, invoice by invoice', async () => {
    const { aqpm } = portal.world;
    const lines = Array.from({ length: 3 }, (_, place) =>
      line(aqpm.association.id, {
        descriptions: { fr: `Ligne ${String(place)}`, en: `Line ${String(place)}` },
        unit: Money.cad(1_00),
        taxes: [],
      }),
    );
    const { id: personId } = await givenPerson(portal);
    const written = await portal.parts.db.transaction(tx =>
      writeInvoices(
        portal.parts,
        tx,
        aqpm.association.id,
        Array.from({ length: 40 }, () => invoice(aqpm.association.id, { personId }, { lines })),
      ),
    );
    const { payment } = expectOk(
      await first.recordPayment({
        ...{ associationId: associationId(), method: 'CHEQUE', amountCents: 120_00 },
        ...{ receivedOn: localDate('2026-11-22') },
        invoiceIds: written.map(({ id }) => toPublicId('Invoice', id)),
      }),
    );

    const all = [];
    for await (const allocation of first.paymentAllocations(payment.id)) all.push(allocation);
    const { nodes, pageInfo } = await first.paymentAllocations(payment.id).page({ last: 4 });
    const inList = (await first.payments({ associationId: associationId() }).page()).nodes.find(
      ({ id }) => id === payment.id,
    );

    const ids = written.map(({ id }) => id).sort();
    expect(all.map(({ invoice: { id }, description }) => `${id} ${description}`)).toEqual(
      ids.flatMap(id => [0, 1, 2].map(place => `${toPublicId('Invoice', id)} Ligne ${String(place)}`)),
    );
    expect(all.every(({ amount }) => amount.cents === 1_00)).toBe(true);
    expect([nodes, pageInfo.hasPreviousPage, pageInfo.hasNextPage]).toEqual([all.slice(-4), true, false]);
    expect([inList?.allocations.totalCount, inList?.allocations.nodes]).toEqual([120, all.slice(0, 20)]);
    expect((await first.paymentAllocations('pay_nobody').page()).totalCount).toBe(0);
  });

  it('shows a change of addressee that waits, and lets somebody else approve or decline it', async () => {
    await portal.parts.db.transaction(tx =>
      tx.update(AssociationEntity, { id: portal.world.aqpm.association.id }, { approvalAboveCents: 0n }),
    );
    const [one, other] = [await owed(), await owed()];
    const billTo = { name: 'Ville de Laval', city: 'Laval', postalCode: 'h7v1a1' };
    for (const invoiceId of [one, other]) {
      const { change } = expectOk(await first.changeBillTo({ invoiceId, billTo }));
      expect(change).toMatchObject({ state: 'AWAITING_APPROVAL', postalCode: 'H7V 1A1' });
    }

    const waiting = { associationId: associationId(), awaitingApproval: true };
    const { nodes } = await second.billToChanges(waiting).page();
    const idOf = (invoiceId: string): string =>
      nodes.find(({ invoice }) => invoice.id === invoiceId)?.id ?? '';
    const shown = await second.invoice(one);

    expect(shown?.billToChange).toMatchObject({ id: idOf(one), viewerCan: { approve: true, decline: true } });
    const own = await first.approveBillToChange({ billToChangeId: idOf(one) });
    expectProblem(own, 'BillToChangeNeedsSomebodyElse');
    const { change: approved } = expectOk(await second.approveBillToChange({ billToChangeId: idOf(one) }));
    const { change: declined } = expectOk(await second.declineBillToChange({ billToChangeId: idOf(other) }));
    expect([approved.state, declined.state]).toEqual(['APPROVED', 'DECLINED']);
    expect((await second.invoice(one))?.billTo?.name).toBe('Ville de Laval');
  });
});
