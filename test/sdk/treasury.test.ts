import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createAffilia } from '@affilia/sdk';
import { accounts } from '@affilia/sdk/accounts';
import { treasury } from '@affilia/sdk/treasury';
import { toPublicId } from '../../src/kernel/id.ts';
import { localDate } from '../../src/kernel/local-date.ts';
import { AssociationEntity, StaffRole } from '../../src/modules/associations/index.ts';
import { PASSWORD } from '../accounts/given-account.ts';
import { givenInvoice } from '../billing/given-invoices.ts';
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
    expect(found?.allocations).toMatchObject([
      { invoice: { id: invoiceId }, description: 'Frais de dossier', amount: { cents: 229_95 } },
    ]);
    expect(found?.refunds).toMatchObject([{ invoice: { id: invoiceId }, amount: { cents: 100_00 } }]);
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
