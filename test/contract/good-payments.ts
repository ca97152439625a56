import { dayAt } from '../../src/kernel/deadline.ts';
import { fromPublicId, type InvoiceId, type PersonId } from '../../src/kernel/id.ts';
import { addDays } from '../../src/kernel/local-date.ts';
import { AssociationEntity, StaffRole } from '../../src/modules/associations/index.ts';
import { perform, publicInvoice, seen } from '../billing/payment-operations.ts';
import { perform as performCard } from '../billing/card-operations.ts';
import { givenInvoice } from '../billing/given-invoices.ts';
import { sent } from '../documents/upload-operations.ts';
import { givenOffice } from '../invitations/operations.ts';
import type { Asked, Portal } from '../support/portal.ts';
import type { FurnishedBody } from './furnished-body.ts';
import type { Good, MakeGood } from './good.ts';

/** As `goodArguments`, for money that comes in and goes back. */
export function goodPayments(
  portal: Portal,
  { association, toolKey, ids, member, siteKey: clientKey, office }: FurnishedBody,
): Readonly<Record<string, readonly MakeGood[]>> {
  let intents = 0;
  const input = (fields: object, asked: Asked): Good => ({
    variables: { input: { ...fields, idempotencyKey: `argent-${++intents}` } },
    asked,
  });
  const today = (): string => dayAt(association.timeZone, portal.clock.now());
  const inDays = (days: number): string => addDays(dayAt(association.timeZone, portal.clock.now()), days);
  const personId = fromPublicId('Person', ids.Person) as PersonId;
  const owed = async (): Promise<{ id: InvoiceId; invoiceId: string }> => {
    const { id } = await givenInvoice(portal, association.id, { personId });
    return { id, invoiceId: publicInvoice(id) };
  };
  const cheque = (invoiceId: string, amountCents: number): object => ({
    ...{ associationId: ids.Association, method: 'CHEQUE', amountCents, receivedOn: today() },
    invoiceIds: [invoiceId],
  });
  const paid = async (amountCents = 500_00): Promise<{ paymentId: string; invoiceId: string }> => {
    const { invoiceId } = await owed();
    const { payment } = await perform(portal, 'recordPayment', cheque(invoiceId, amountCents), office.asked);
    return { paymentId: payment.id, invoiceId };
  };
  const announced = async (): Promise<string> => {
    const { invoiceId } = await owed();
    const intent = { invoiceId, method: 'CHEQUE', expectedOn: inDays(3) };
    await perform(portal, 'declareIntentToPay', intent, member);
    return invoiceId;
  };
  const waiting = async (): Promise<string> => {
    const { paymentId } = await paid(2_000_00);
    const limit = (approvalAboveCents: bigint | null): Promise<unknown> =>
      portal.parts.db.transaction(tx =>
        tx.update(AssociationEntity, { id: association.id }, { approvalAboveCents }),
      );
    await limit(1_000_00n);
    const refund = { paymentId, amountCents: 1_500_00, way: 'TRANSFER', reason: 'Trop payé' };
    const answer = await perform(portal, 'refundPayment', refund, office.asked);
    await limit(null);
    return answer.refund.id;
  };
  const somebodyElse = async (): Promise<Asked> =>
    (await givenOffice(portal, { body: { association, toolKey }, role: StaffRole.ADMIN })).asked;
  const bankFile = async (...rows: readonly string[]): Promise<object> => {
    const content = Buffer.from(['Transaction ID,Date,Amount,Reference,Payer', ...rows].join('\n'));
    const file = { associationId: ids.Association, purpose: 'BANK_FILE', fileName: 'releve.csv' };
    const upload = await sent(portal, office.asked, content, file);
    return { associationId: ids.Association, uploadId: upload.id };
  };
  const filter = (fields: object): Promise<Good> =>
    Promise.resolve({
      variables: { filter: { associationId: ids.Association, ...fields }, first: 2 },
      asked: office.asked,
    });

  return {
    payments: [
      async () => {
        await paid();
        return filter({ method: 'CHEQUE', receivedFrom: inDays(-30), receivedTo: today(), returned: false });
      },
      () => filter({ payerId: ids.Person }),
    ],
    recordPayment: [
      async () => {
        const { invoiceId } = await owed();
        const more = { payerId: ids.Person, payerName: 'Tireur', reference: 'Chèque 41', inOrderGiven: true };
        return input({ ...cheque(invoiceId, 300_00), ...more }, office.asked);
      },
      async () => input(cheque((await owed()).invoiceId, 100_00), office.asked),
    ],
    returnPayment: [
      async () => {
        const { paymentId } = await paid();
        return input({ paymentId, kind: 'NSF', returnedOn: today() }, office.asked);
      },
    ],
    refunds: [() => filter({ awaitingApproval: false })],
    refundPayment: [
      async () =>
        input(
          { ...(await paid()), amountCents: 50_00, way: 'CREDIT', reason: 'Trop payé', keepEffects: true },
          office.asked,
        ),
      async () => {
        const { paymentId } = await paid();
        return input({ paymentId, amountCents: 10_00, way: 'CHEQUE', reason: 'Trop payé' }, office.asked);
      },
    ],
    approveRefund: [async () => input({ refundId: await waiting() }, await somebodyElse())],
    withdrawRefund: [async () => input({ refundId: await waiting() }, office.asked)],
    useCredit: [
      async () => {
        await paid();
        const { invoiceId } = await owed();
        return input({ invoiceId, amountCents: 5_00 }, member);
      },
    ],
    declareIntentToPay: [
      async () =>
        input({ invoiceId: (await owed()).invoiceId, method: 'TRANSFER', expectedOn: inDays(5) }, member),
      async () => {
        const { invoiceId } = await owed();
        const { token } = await performCard(portal, 'createPayLink', { invoiceId }, member);
        return input({ payLinkToken: token, method: 'CHEQUE', expectedOn: inDays(5) }, { clientKey });
      },
    ],
    withdrawIntentToPay: [async () => input({ invoiceId: await announced() }, member)],
    importBankFile: [
      async () => {
        const { id, invoiceId } = await owed();
        const { number } = await seen(portal, id, office.asked);
        const row = `${invoiceId},${today()},10.00,${number},Tireur`;
        return input({ ...(await bankFile(row)), dryRun: false }, office.asked);
      },
    ],
    overdueIntents: [() => filter({})],
  };
}
