import { expect } from '@jest/globals';
import { toPublicId } from '../../src/kernel/id.ts';
import { givenInvoice } from '../billing/given-invoices.ts';
import { send, type InvoiceResult } from '../billing/invoice-operations.ts';
import { givenSomebodySignedIn } from '../support/given/membership-world.ts';
import type { Walker } from './secret-walk.ts';

const OPENED = `query ($token: String!) { invoiceByPayLink(token: $token) { __typename
  ... on InvoiceByPayLinkSuccess { invoice { number } } } }`;
const STARTED = `mutation ($input: StartCardPaymentInput!) { startCardPayment(input: $input) { __typename } }`;

/** Lets others pay an invoice by a link, which is opened, pays, and is withdrawn. */
export async function letsOthersPay({ portal, watch }: Walker): Promise<void> {
  const payer = await givenSomebodySignedIn(portal);
  const asked = { token: watch.keep('access token', payer.token) };
  const { id } = await givenInvoice(portal, portal.world.aqpm.association.id, { personId: payer.person.id });
  const made = async (key: string): Promise<InvoiceResult> => {
    const input = { invoiceId: toPublicId('Invoice', id), idempotencyKey: key };
    const { data } = await watch.call('createPayLink', send(portal, 'createPayLink', input, asked));
    return (data as Record<string, InvoiceResult>)['createPayLink']!;
  };
  const open = async (token: string): Promise<string> =>
    (await watch.call('invoiceByPayLink', portal.graphql(OPENED, { token }))).text;

  const { token, payLink } = await made('lien');
  watch.keep('pay link', token);
  expect((await made('lien')).token).toBe(token);
  expect(await open(token)).toContain('InvoiceByPayLinkSuccess');
  expect(await open(`${token}x`)).toContain('PayLinkUnknown');
  const paying = { payLinkToken: token, idempotencyKey: 'payer' };
  const paid = await watch.call('startCardPayment', portal.graphql(STARTED, { input: paying }));
  expect(paid.text).toContain('StartCardPaymentSuccess');

  const withdrawn = send(portal, 'revokePayLink', { payLinkId: payLink.id }, asked);
  expect((await watch.call('revokePayLink', withdrawn)).text).toContain('RevokePayLinkSuccess');
  expect(await open(token)).toContain('PayLinkUnknown');
}
