import { setTimeout as pause } from 'node:timers/promises';
import { beside, done, TourStopped } from './connect.mjs';

/** @typedef {import('./connect.mjs').Portal} Portal */
/** @typedef {import('./guide.mjs').Guide} Guide */

const PATIENCE = 15_000;
const GLANCE = 250;

/**
 * What a price or an invoice shows: its lines, each tax apart, and the total.
 *
 * @typedef {{ formatted: string }} Money
 * @typedef {{
 *   lines: readonly { description: string, net: Money, taxes: readonly { label: string, amount: Money }[] }[],
 *   total: Money,
 * }} Priced
 * @param {Guide} guide
 * @param {Priced} priced
 */
export function showPriced({ words, quote }, { lines, total }) {
  for (const { description, net, taxes } of lines) {
    quote(`${description}${words.colon}${net.formatted}`);
    for (const { label, amount } of taxes) quote(`  ${label}${words.colon}${amount.formatted}`);
  }
  quote(`${words.total}${total.formatted}`);
}

/**
 * A person finds their invoice, and pays a part of it on the page of the gateway, with a test card.
 *
 * @param {import('./walk.mjs').Setting} setting
 * @param {Portal} portal
 * @param {Guide} guide
 * @param {{ invoiceId: string, amountCents: number, email: string }} options
 */
export async function payByCard({ endpoint, mailbox }, portal, guide, { invoiceId, amountCents, email }) {
  const { words } = guide;
  const before = (await mailbox(email)).length;
  const { cardPayment, checkout } = done(await portal.billing.startCardPayment({ invoiceId, amountCents }));
  if (checkout.payAt === null) throw new Error('this realm takes real cards');
  guide.line(words.paysByCard(cardPayment.amount.formatted));
  guide.line(checkout.payAt);
  await fetch(beside(endpoint, checkout.payAt), {
    method: 'POST',
    redirect: 'manual',
    body: new URLSearchParams({ card: 'APPROVED' }),
  });

  for (let waited = 0; waited < PATIENCE; waited += GLANCE) {
    const mails = await mailbox(email);
    const payment = await portal.billing.cardPayment(cardPayment.id);
    if (payment?.state === 'SUCCEEDED' && mails.length > before) return guide.answer(payment.stateLabel);
    await pause(GLANCE);
  }
  throw new TourStopped(words.noCard);
}

/**
 * The receipt, as whoever paid fetches it.
 *
 * @param {import('./walk.mjs').Setting} setting
 * @param {Portal} portal
 * @param {Guide} guide
 * @param {string} invoiceId
 */
export async function fetchReceipt({ endpoint }, portal, guide, invoiceId) {
  const [receipt] = await portal.billing.receipts(invoiceId);
  if (!receipt) throw new Error('whoever paid has no receipt');
  const file = await fetch(beside(endpoint, receipt.url));
  const { size } = await file.blob();
  guide.answer(guide.words.receipt(file.headers.get('content-type') ?? '', Math.ceil(size / 1024)));
}

/** How an invoice stands, as its payer sees it. @param {Portal} portal @param {Guide} guide @param {string} invoiceId */
export async function showInvoice(portal, guide, invoiceId) {
  const invoice = await portal.billing.invoice(invoiceId);
  if (!invoice) throw new Error('whoever owes an invoice does not see it');
  const { number, stateLabel, open } = invoice;
  guide.line(guide.words.invoiceStands(number, stateLabel, open.formatted));
  return invoice;
}
