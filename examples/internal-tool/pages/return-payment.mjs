import { returnKindLabels } from '@affilia/sdk/labels';
import { drawActForm } from '../act-form.mjs';
import { drawFault } from '../fault.mjs';
import { drawInput, drawSelect, optionsOf } from '../fields.mjs';
import { html } from '../html.mjs';
import { paymentIn } from '../payment-of-invoice.mjs';
import { missing } from '../refusal.mjs';
import { openForBody } from '../staff.mjs';
import { tellAt } from '../told.mjs';

/** @typedef {import('../visit.mjs').Visit} Visit */
/** @typedef {NonNullable<Awaited<ReturnType<typeof paymentIn>>>} Found */
/** @typedef {keyof typeof returnKindLabels} Kind */

const KINDS = /** @type {Kind[]} */ (Object.keys(returnKindLabels));

/** Records that the money of a payment went back, such as that of a cheque without funds. @type {import('../visit.mjs').Page} */
export const returnPayment = {
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
    const returnedOn = form.get('returnedOn');
    if (!returnedOn) return draw(visit, found, missing('returnedOn', words.invoices.day));
    const outcome = await portal.treasury.returnPayment({
      paymentId: found.payment.id,
      kind: KINDS.find(one => one === form.get('kind')) ?? 'NSF',
      returnedOn,
      idempotencyKey: form.get('key'),
    });
    if (!outcome.ok) return draw(visit, found, outcome.problem);
    const told = { done: words.invoices.back.done };
    return tellAt(visit, 'invoices/invoice', told, { invoice: found.invoice.id });
  },
};

/** @param {Visit} visit @param {Found} found @param {{ __typename: string, message: string } | null} problem */
function draw(visit, { invoice, payment }, problem = null) {
  const { words, locale, form, linkTo } = visit;
  const say = words.invoices.back;
  return drawActForm(visit, {
    title: say.title(payment.amount.formatted),
    labels: say.labels,
    problem,
    before: html`<p>${say.intro}</p>`,
    fields: faults => [
      drawSelect({
        name: 'kind',
        label: say.labels.kind,
        value: form.get('kind') ?? 'NSF',
        options: optionsOf(returnKindLabels, locale),
        faults: faults('kind'),
      }),
      drawInput({
        name: 'returnedOn',
        label: say.labels.returnedOn,
        type: 'date',
        value: form.get('returnedOn') ?? '',
        required: true,
        faults: faults('returnedOn'),
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
