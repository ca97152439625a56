import { refundWayLabels } from '@affilia/sdk/labels';
import { drawActForm } from '../act-form.mjs';
import { centsIn, dollarsOf } from '../cents.mjs';
import { drawFault } from '../fault.mjs';
import { drawInput, drawSelect, drawTicks, optionsOf } from '../fields.mjs';
import { html } from '../html.mjs';
import { paymentIn } from '../payment-of-invoice.mjs';
import { missing } from '../refusal.mjs';
import { openForBody } from '../staff.mjs';
import { tellAt } from '../told.mjs';

/** @typedef {import('../visit.mjs').Visit} Visit */
/** @typedef {NonNullable<Awaited<ReturnType<typeof paymentIn>>>} Found */
/** @typedef {keyof typeof refundWayLabels} Way */

const WAYS = /** @type {Way[]} */ (Object.keys(refundWayLabels));
/** Where nothing is said of the invoice, the payer's credit is given back. */
const CREDIT = 'credit';

/** Gives money back to whoever paid. @type {import('../visit.mjs').Page} */
export const refundPayment = {
  async get(visit) {
    const { portal } = await openForBody(visit);
    const found = await paymentIn(portal, visit.address);
    return found ? draw(visit, found) : drawFault(visit, 'NOT_FOUND');
  },

  async post(visit) {
    const { form, words, address } = visit;
    const { portal } = await openForBody(visit);
    const found = await paymentIn(portal, address);
    if (!found) return drawFault(visit, 'NOT_FOUND');
    const amountCents = centsIn(form.get('amountCents'));
    if (amountCents === null) return draw(visit, found, missing('amountCents', words.invoices.amount));
    const outcome = await portal.treasury.refundPayment({
      paymentId: found.payment.id,
      invoiceId: form.get('invoiceId') === CREDIT ? null : found.invoice.id,
      amountCents,
      way: WAYS.find(one => one === form.get('way')) ?? 'CHEQUE',
      reason: form.get('reason') ?? '',
      keepEffects: form.has('keepEffects'),
      idempotencyKey: form.get('key'),
    });
    if (!outcome.ok) return draw(visit, found, outcome.problem);
    const say = words.invoices.refund;
    const waits = outcome.value.refund.state === 'AWAITING_APPROVAL';
    const told = { done: waits ? say.waits : say.done };
    return tellAt(visit, 'invoices/invoice', told, { invoice: found.invoice.id });
  },
};

/** @param {Visit} visit @param {Found} found @param {{ __typename: string, message: string } | null} problem */
function draw(visit, { invoice, payment, amount }, problem = null) {
  const { words, locale, form, linkTo } = visit;
  const say = words.invoices.refund;
  const ways = optionsOf(refundWayLabels, locale).filter(
    ({ value }) => value !== 'SOURCE' || payment.method === 'CARD',
  );
  return drawActForm(visit, {
    title: say.title(payment.amount.formatted),
    labels: say.labels,
    problem,
    before: html`<p>${say.intro}</p>`,
    fields: faults => [
      drawInput({
        name: 'amountCents',
        label: say.labels.amountCents,
        value: form.get('amountCents') ?? dollarsOf(amount.cents, locale),
        required: true,
        maxlength: 20,
        faults: faults('amountCents'),
      }),
      drawSelect({
        name: 'invoiceId',
        label: say.labels.invoiceId,
        value: form.get('invoiceId'),
        options: [
          { value: invoice.id, label: say.ofInvoice(invoice.number) },
          { value: CREDIT, label: say.ofCredit },
        ],
        faults: faults('invoiceId'),
      }),
      drawSelect({
        name: 'way',
        label: say.labels.way,
        value: form.get('way'),
        options: ways,
        faults: faults('way'),
      }),
      drawInput({
        name: 'reason',
        label: say.labels.reason,
        value: form.get('reason') ?? '',
        required: true,
        maxlength: 500,
        faults: faults('reason'),
      }),
      drawTicks({
        type: 'checkbox',
        name: 'keepEffects',
        label: say.labels.keepEffects,
        options: [{ value: 'yes', label: say.keep }],
        chosen: form.getAll('keepEffects'),
        faults: faults('keepEffects'),
      }),
    ],
    submit: say.submit,
    after: html`<p>
      <a class="way" href="${linkTo('invoices/invoice', { invoice: invoice.id })}"
        >${words.invoices.toInvoice}</a
      >
    </p>`,
  });
}
