import { paymentMethodLabels } from '@affilia/sdk/labels';
import { drawActForm } from '../act-form.mjs';
import { centsIn, dollarsOf } from '../cents.mjs';
import { drawFault } from '../fault.mjs';
import { drawInput, drawSelect, optionsOf } from '../fields.mjs';
import { html } from '../html.mjs';
import { missing } from '../refusal.mjs';
import { openForBody } from '../staff.mjs';
import { tellAt } from '../told.mjs';
import { drawInvoice } from './invoice.mjs';

/** @typedef {import('../visit.mjs').Visit} Visit */
/** @typedef {import('@affilia/sdk/treasury').InvoiceInCare} Invoice */
/** @typedef {keyof typeof paymentMethodLabels} Method */

/** The gateway tells of cards itself. */
const METHODS = /** @type {Method[]} */ (Object.keys(paymentMethodLabels)).filter(one => one !== 'CARD');

/** Records a cheque, a transfer or cash. @type {import('../visit.mjs').Page} */
export const recordPayment = {
  async get(visit) {
    const { portal } = await openForBody(visit);
    const invoice = await portal.treasury.invoice(visit.address.searchParams.get('invoice') ?? '');
    return invoice ? draw(visit, invoice) : drawFault(visit, 'NOT_FOUND');
  },

  async post(visit) {
    const { form, words, address } = visit;
    const { portal, body } = await openForBody(visit);
    const say = words.invoices;
    const invoice = await portal.treasury.invoice(address.searchParams.get('invoice') ?? '');
    if (!invoice) return drawFault(visit, 'NOT_FOUND');
    const amountCents = centsIn(form.get('amountCents'));
    if (amountCents === null) return draw(visit, invoice, missing('amountCents', say.amount));
    const receivedOn = form.get('receivedOn');
    if (!receivedOn) return draw(visit, invoice, missing('receivedOn', say.day));
    const others = await othersIn(portal, body.id, form.get('others'));
    if (others.unknown.length > 0)
      return draw(visit, invoice, missing('others', say.pay.unknown(others.unknown.join(', '))));
    const outcome = await portal.treasury.recordPayment({
      associationId: body.id,
      method: METHODS.find(one => one === form.get('method')) ?? 'CHEQUE',
      amountCents,
      receivedOn,
      invoiceIds: [invoice.id, ...others.ids],
      payerName: form.get('payerName')?.trim() || null,
      reference: form.get('reference')?.trim() || null,
      idempotencyKey: form.get('key'),
    });
    if (!outcome.ok) return draw(visit, invoice, outcome.problem);
    const { payment, left } = outcome.value;
    const said = [say.pay.done(payment.amount.formatted), left.cents > 0 && say.pay.left(left.formatted)];
    return tellAt(
      visit,
      'invoices/invoice',
      { done: said.filter(Boolean).join(' ') },
      { invoice: invoice.id },
    );
  },
};

/**
 * The invoices whose numbers were typed, as an employer pays several at once, and the numbers that none has.
 *
 * @param {import('../connect.mjs').Portal} portal
 * @param {string} associationId
 * @param {string | null} text
 */
async function othersIn({ treasury }, associationId, text) {
  const numbers = (text ?? '').split(/[\s,;]+/).filter(Boolean);
  const pages = await Promise.all(
    numbers.map(number => treasury.invoices({ associationId, number }).page({ first: 1 })),
  );
  const unknown = numbers.filter((_, place) => pages[place]?.nodes.length !== 1);
  return { ids: pages.flatMap(({ nodes }) => nodes.map(({ id }) => id)), unknown };
}

/** @param {Visit} visit @param {Invoice} invoice @param {{ __typename: string, message: string } | null} problem */
function draw(visit, invoice, problem = null) {
  const { words, locale, form, linkTo } = visit;
  const say = words.invoices.pay;
  return drawActForm(visit, {
    title: say.title(invoice.number),
    labels: say.labels,
    problem,
    before: drawInvoice(visit, invoice),
    fields: faults => [
      drawSelect({
        name: 'method',
        label: say.labels.method,
        value: form.get('method'),
        options: optionsOf(paymentMethodLabels, locale).filter(({ value }) => value !== 'CARD'),
        faults: faults('method'),
      }),
      drawInput({
        name: 'amountCents',
        label: say.labels.amountCents,
        value: form.get('amountCents') ?? dollarsOf(invoice.open.cents, locale),
        required: true,
        maxlength: 20,
        faults: faults('amountCents'),
      }),
      drawInput({
        name: 'receivedOn',
        label: say.labels.receivedOn,
        type: 'date',
        value: form.get('receivedOn') ?? '',
        required: true,
        faults: faults('receivedOn'),
      }),
      drawInput({
        name: 'others',
        label: say.labels.others,
        help: say.othersHelp,
        value: form.get('others') ?? '',
        maxlength: 4_000,
        faults: faults('others'),
      }),
      drawInput({
        name: 'payerName',
        label: say.labels.payerName,
        help: say.payerNameHelp,
        value: form.get('payerName') ?? '',
        maxlength: 200,
        faults: faults('payerName'),
      }),
      drawInput({
        name: 'reference',
        label: say.labels.reference,
        value: form.get('reference') ?? '',
        maxlength: 100,
        faults: faults('reference'),
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
