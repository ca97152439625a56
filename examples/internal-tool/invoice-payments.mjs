import {
  labelOf,
  paymentMethodLabels,
  refundStateLabels,
  refundWayLabels,
  returnKindLabels,
} from '@affilia/sdk/labels';
import { dayInWords } from './dates.mjs';
import { html } from './html.mjs';
import { drawFacts } from './lists.mjs';

/** @typedef {import('@affilia/sdk/treasury').InvoiceInCare} Invoice */

/**
 * What an invoice received, and what staff do about each payment.
 *
 * @param {import('./visit.mjs').Visit} visit
 * @param {Invoice} invoice
 */
export function drawInvoicePayments(visit, invoice) {
  const say = visit.words.invoices;
  return html`<h2 id="payments">${say.payments}</h2>
    ${
      invoice.payments.length === 0
        ? html`<p>${say.noPayments}</p>`
        : html`<ul class="rows">
            ${invoice.payments.map(one => html`<li>${drawPayment(visit, invoice, one)}</li>`)}
          </ul>`
    }`;
}

/** @param {import('./visit.mjs').Visit} visit @param {Invoice} invoice @param {Invoice['payments'][number]} part */
function drawPayment({ words, locale, linkTo }, { id }, { method, amount, paidOn, returned, payment }) {
  const say = words.invoices;
  const by = method === null ? say.byCredit : labelOf(paymentMethodLabels, method, locale);
  const title = say.payment(amount.formatted, by, dayInWords(paidOn, locale));
  const way = (/** @type {string} */ page, /** @type {unknown} */ label) =>
    html`<a class="way" href="${linkTo(page, { invoice: id, payment: payment?.id })}">${label}</a>`;
  return html`<h3>${title}</h3>
    ${
      payment &&
      drawFacts([
        [say.paymentFacts.whole, payment.amount.cents !== amount.cents && payment.amount.formatted],
        [say.paymentFacts.payer, payment.payerName],
        [say.paymentFacts.reference, payment.reference],
        [say.paymentFacts.returned, returned && labelOf(returnKindLabels, returned, locale)],
        ...payment.refunds.map(
          refund =>
            /** @type {const} */ ([
              say.paymentFacts.refund,
              say.refundOf(
                refund.amount.formatted,
                labelOf(refundWayLabels, refund.way, locale),
                labelOf(refundStateLabels, refund.state, locale),
              ),
            ]),
        ),
      ])
    }
    ${
      payment &&
      returned === null &&
      html`<div class="acts">
        ${way('payments/refund', say.refund.way(title))} ${way('payments/return', say.back.way(title))}
      </div>`
    }`;
}
