import { fromPublicId, newId, toPublicId, type PersonId } from '../../src/kernel/id.ts';
import { perform } from '../billing/card-operations.ts';
import { givenInvoice } from '../billing/given-invoices.ts';
import type { Asked, Portal } from '../support/portal.ts';
import type { FurnishedBody } from './furnished-body.ts';
import type { Good, MakeGood } from './good.ts';

/** As `goodArguments`, for payments by card and money that waits for staff. */
export function goodCards(
  portal: Portal,
  { association: { id: associationId }, ids, member, siteKey: clientKey, office }: FurnishedBody,
): Readonly<Record<string, readonly MakeGood[]>> {
  let intents = 0;
  const input = (fields: object, asked: Asked): Good => ({
    variables: { input: { ...fields, idempotencyKey: `par-carte-${++intents}` } },
    asked,
  });
  const owed = async (): Promise<string> => {
    const personId = fromPublicId('Person', ids.Person) as PersonId;
    const { id } = await givenInvoice(portal, associationId, { personId });
    return toPublicId('Invoice', id);
  };
  const link = async (): Promise<string> =>
    (await perform(portal, 'createPayLink', { invoiceId: await owed() }, member)).token;
  const parked = async (): Promise<string> => {
    const { clock, random, db } = portal.parts;
    const id = newId<'ParkedReceipt'>(clock, random);
    const invoice = fromPublicId('Invoice', await owed());
    await db.transaction(tx =>
      tx.query(
        `insert into parked_receipt
           (id, receiver_id, gateway, gateway_reference, cents, currency, why, invoice_id, parked_at)
         values ($1, $2, 'sandbox', $3, 1000, 'CAD', 'NOTHING_OWED', $4, $5)`,
        [id, associationId, `parked-${id}`, invoice, clock.now()],
      ),
    );
    return toPublicId('ParkedReceipt', id);
  };
  const settled =
    (way: string, more: () => Promise<object>): MakeGood =>
    async () =>
      input({ parkedReceiptId: await parked(), way, ...(await more()) }, office.asked);

  return {
    startCardPayment: [
      async () => input({ invoiceId: await owed(), amountCents: 10_00, returnPage: 'INVOICE' }, member),
      async () => input({ payLinkToken: await link() }, { clientKey }),
    ],
    cardPayment: [
      () => Promise.resolve({ variables: { id: ids.CardPayment }, asked: member }),
      async () => {
        const payLinkToken = await link();
        const { cardPayment } = await perform(portal, 'startCardPayment', { payLinkToken }, { clientKey });
        return { variables: { id: cardPayment.id, payLinkToken }, asked: { clientKey } };
      },
    ],
    parkedReceipts: [
      () => Promise.resolve({ variables: { associationId: ids.Association }, asked: office.asked }),
    ],
    settleParkedReceipt: [
      settled('ALLOCATE', async () => ({ invoiceIds: [await owed()] })),
      settled('CREDIT', () => Promise.resolve({ payerId: ids.Person })),
      settled('SEND_BACK', () => Promise.resolve({})),
    ],
  };
}
