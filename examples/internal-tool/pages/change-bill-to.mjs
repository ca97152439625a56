import { drawActForm } from '../act-form.mjs';
import { drawFault } from '../fault.mjs';
import { drawInput } from '../fields.mjs';
import { html } from '../html.mjs';
import { openForBody } from '../staff.mjs';
import { tellAt } from '../told.mjs';
import { drawInvoice } from './invoice.mjs';

/** @typedef {import('../visit.mjs').Visit} Visit */
/** @typedef {import('@affilia/sdk/treasury').InvoiceInCare} Invoice */

const LONGEST_LINE = 120;
const FIELDS = /** @type {const} */ ([
  'name',
  'attention',
  'street',
  'street2',
  'city',
  'province',
  'postalCode',
  'country',
]);

/** Addresses an invoice to somebody else, or asks for it. @type {import('../visit.mjs').Page} */
export const changeBillTo = {
  async get(visit) {
    const { portal } = await openForBody(visit);
    const invoice = await portal.treasury.invoice(visit.address.searchParams.get('invoice') ?? '');
    return invoice ? draw(visit, invoice) : drawFault(visit, 'NOT_FOUND');
  },

  async post(visit) {
    const { form, words, address } = visit;
    const { portal } = await openForBody(visit);
    const invoice = await portal.treasury.invoice(address.searchParams.get('invoice') ?? '');
    if (!invoice) return drawFault(visit, 'NOT_FOUND');
    const typed = (/** @type {string} */ name) => form.get(name)?.trim() || null;
    const outcome = await portal.treasury.changeBillTo({
      invoiceId: invoice.id,
      billTo: {
        name: typed('name') ?? '',
        attention: typed('attention'),
        street: typed('street'),
        street2: typed('street2'),
        city: typed('city'),
        province: typed('province'),
        postalCode: typed('postalCode'),
        country: typed('country'),
      },
      idempotencyKey: form.get('key'),
    });
    if (!outcome.ok) return draw(visit, invoice, atFields(outcome.problem));
    const say = words.invoices.billToChange.ask;
    const { change, invoice: changed } = outcome.value;
    const done = change?.state === 'AWAITING_APPROVAL' ? say.waits : say.done(changed.billTo?.name ?? '');
    return tellAt(visit, 'invoices/invoice', { done }, { invoice: invoice.id });
  },
};

/**
 * What is wrong with the addressee stands at its fields.
 *
 * @param {{ __typename: string, message: string, issues?: readonly { path: readonly string[], message: string }[] }} problem
 */
const atFields = problem => ({
  ...problem,
  issues: problem.issues?.map(issue => {
    const [input = '', first = '', field = first] = issue.path;
    return { ...issue, path: [input, field] };
  }),
});

/** @param {Visit} visit @param {Invoice} invoice @param {{ __typename: string, message: string } | null} problem */
function draw(visit, invoice, problem = null) {
  const { words, form, linkTo } = visit;
  const { billTo } = invoice;
  const say = words.invoices.billToChange.ask;
  return drawActForm(visit, {
    title: say.title(invoice.number),
    labels: say.labels,
    problem,
    before: html`${drawInvoice(visit, invoice)}
      <p>${say.intro}</p>`,
    fields: faults =>
      FIELDS.map(name =>
        drawInput({
          name,
          label: say.labels[name],
          help: name === 'country' ? say.countryHelp : null,
          value: form.get(name) ?? billTo?.[name] ?? '',
          required: name === 'name',
          maxlength: name === 'country' ? 2 : LONGEST_LINE,
          faults: faults(name),
        }),
      ),
    submit: say.submit,
    after: html`<p>
      <a class="way" href="${linkTo('invoices/invoice', { invoice: invoice.id })}"
        >${words.invoices.toInvoice}</a
      >
    </p>`,
  });
}
