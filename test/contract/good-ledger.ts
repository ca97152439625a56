import { dayAt } from '../../src/kernel/deadline.ts';
import { fromPublicId, type AssociationId, type PersonId, newId } from '../../src/kernel/id.ts';
import { addDays, localDate } from '../../src/kernel/local-date.ts';
import { addAssociation, StaffRole } from '../../src/modules/associations/index.ts';
import { givenInvoice, line } from '../billing/given-invoices.ts';
import { perform as performPayment, publicInvoice } from '../billing/payment-operations.ts';
import { perform, publicIdOf } from '../billing/remittance-operations.ts';
import { givenOffice } from '../invitations/operations.ts';
import type { Asked, Portal } from '../support/portal.ts';
import { plain } from '../support/world.ts';
import type { FurnishedBody } from './furnished-body.ts';
import type { Good, MakeGood } from './good.ts';

/** As `goodArguments`, for the book of a body and what it hands on. */
export function goodLedger(
  portal: Portal,
  { association, toolKey, ids, office }: FurnishedBody,
): Readonly<Record<string, readonly MakeGood[]>> {
  const book = association.id;
  const bookId = ids.Association;
  let made = 0;
  const input = (fields: object, asked: Asked = office.asked): Good => ({
    variables: { input: { ...fields, idempotencyKey: `livre-${String(++made)}` } },
    asked,
  });
  const today = (): string => dayAt(association.timeZone, portal.clock.now());
  const somebodyElse = async (): Promise<Asked> =>
    (await givenOffice(portal, { body: { association, toolKey }, role: StaffRole.ADMIN })).asked;

  /** A body of its own, to which so much was paid that is not handed on yet. */
  const owedTo = async (): Promise<{ readonly bodyId: string; readonly paymentId: string }> => {
    const code = `recoit-${newId(portal.parts.clock, portal.parts.random).slice(-12)}`;
    const facts = { ...plain(code, `Corps ${code}`), parent: association, independent: true };
    const body: AssociationId = (
      await portal.parts.db.transaction(tx => addAssociation(portal.parts, tx, facts))
    ).id;
    const payer = { personId: fromPublicId('Person', ids.Person) as PersonId };
    const invoice = await givenInvoice(portal, book, payer, { lines: [line(body)] });
    const cheque = { associationId: bookId, method: 'CHEQUE', amountCents: 229_95, receivedOn: today() };
    const wanted = { ...cheque, invoiceIds: [publicInvoice(invoice.id)] };
    const { payment } = await performPayment(portal, 'recordPayment', wanted, office.asked);
    return { bodyId: publicIdOf(body), paymentId: payment.id };
  };
  const period = (bodyId: string): object => ({ bookId, bodyId, from: '2026-01-01', to: today() });
  const prepared = async (bodyId?: string): Promise<string> => {
    const wanted = period(bodyId ?? (await owedTo()).bodyId);
    return (await perform(portal, 'prepareRemittance', wanted, office.asked)).batch.id;
  };
  const approved = async (bodyId?: string): Promise<string> => {
    const remittanceId = await prepared(bodyId);
    await perform(portal, 'approveRemittance', { remittanceId }, await somebodyElse());
    return remittanceId;
  };
  const owedBy = async (): Promise<string> => {
    const { bodyId, paymentId } = await owedTo();
    const remittanceId = await approved(bodyId);
    await perform(portal, 'markRemittancePaid', { remittanceId, reference: 'EFT' }, office.asked);
    const back = { paymentId, kind: 'RECALLED', returnedOn: today() };
    await performPayment(portal, 'returnPayment', back, office.asked);
    return bodyId;
  };
  const batches = (page: object, side = 'BOOK'): Good => ({
    variables: { filter: { associationId: bookId, side }, ...page },
    asked: office.asked,
  });
  const cursor = async (): Promise<string> => {
    await prepared();
    const { data } = await portal.graphql<{ remittanceBatches: { pageInfo: { endCursor: string } } }>(
      `query ($filter: RemittanceBatchFilter!) { remittanceBatches(filter: $filter, first: 1) {
         pageInfo { endCursor } } }`,
      { filter: { associationId: bookId, side: 'BOOK' } },
      office.asked,
    );
    return data.remittanceBatches.pageInfo.endCursor;
  };
  return {
    ledger: [
      async () => {
        const { bodyId } = await owedTo();
        const days = { from: '2026-01-01', to: today() };
        return { variables: { filter: { bookId, bodyId, ...days, account: 'OWED' } }, asked: office.asked };
      },
    ],
    remittanceBatches: [
      async () => batches({ first: 2, after: await cursor() }),
      async () => batches({ last: 2, before: await cursor() }),
    ],
    remittanceBatch: [() => Promise.resolve({ variables: { id: ids.RemittanceBatch }, asked: office.asked })],
    prepareRemittance: [async () => input(period((await owedTo()).bodyId))],
    claimFromBody: [async () => input(period(await owedBy()))],
    approveRemittance: [async () => input({ remittanceId: await prepared() }, await somebodyElse())],
    markRemittancePaid: [
      async () => input({ remittanceId: await approved(), reference: 'EFT 4711', paidOn: today() }),
    ],
    reverseRemittance: [async () => input({ remittanceId: await prepared(), reason: 'Mauvais compte' })],
    closePeriod: [
      () => Promise.resolve(input({ bookId, throughOn: addDays(localDate('2020-01-01'), ++made) })),
    ],
  };
}
