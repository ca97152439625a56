import { drawActForm } from '../act-form.mjs';
import { centsIn } from '../cents.mjs';
import { drawFault } from '../fault.mjs';
import { drawInput, drawSelect } from '../fields.mjs';
import { html } from '../html.mjs';
import { missing } from '../refusal.mjs';
import { openForBody } from '../staff.mjs';
import { tellAt } from '../told.mjs';
import { drawInvoice } from './invoice.mjs';

/** @typedef {import('../visit.mjs').Visit} Visit */
/** @typedef {import('@affilia/sdk/treasury').InvoiceInCare} Invoice */

/** Takes an invoice back, or a part of one of its lines. @type {import('../visit.mjs').Page} */
export const creditInvoice = {
  async get(visit) {
    const { portal } = await openForBody(visit);
    const invoice = await portal.treasury.invoice(visit.address.searchParams.get('invoice') ?? '');
    return invoice ? draw(visit, invoice) : drawFault(visit, 'NOT_FOUND');
  },

  async post(visit) {
    const { form, words, address } = visit;
    const { portal } = await openForBody(visit);
    const say = words.invoices;
    const invoice = await portal.treasury.invoice(address.searchParams.get('invoice') ?? '');
    if (!invoice) return drawFault(visit, 'NOT_FOUND');
    const lineId = form.get('lineId') || null;
    const typed = form.get('amountCents')?.trim() || null;
    const amountCents = centsIn(typed);
    if (typed !== null && (amountCents === null || lineId === null))
      return draw(
        visit,
        invoice,
        missing('amountCents', lineId === null ? say.credit.lineFirst : say.amount),
      );
    const outcome = await portal.treasury.creditInvoice({
      invoiceId: invoice.id,
      reason: form.get('reason') ?? '',
      lines: lineId === null ? null : [{ lineId, amountCents }],
      idempotencyKey: form.get('key'),
    });
    if (!outcome.ok) return draw(visit, invoice, outcome.problem);
    const { number, total } = outcome.value.creditNote;
    const told = { done: say.credit.done(number, total.formatted) };
    return tellAt(visit, 'invoices/invoice', told, { invoice: invoice.id });
  },
};

/** @param {Visit} visit @param {Invoice} invoice @param {{ __typename: string, message: string } | null} problem */
function draw(visit, invoice, problem = null) {
  const { words, form, linkTo } = visit;
  const say = words.invoices.credit;
  return drawActForm(visit, {
    title: say.title(invoice.number),
    labels: say.labels,
    problem,
    before: html`${drawInvoice(visit, invoice)}
      <p>${say.intro}</p>`,
    fields: faults => [
      drawSelect({
        name: 'lineId',
        label: say.labels.lineId,
        value: form.get('lineId'),
        options: [
          { value: '', label: say.all },
          ...invoice.lines.map(({ id, description, net }) => ({
            value: id,
            label: `${description}, ${net.formatted}`,
          })),
        ],
        faults: faults('lineId'),
      }),
      drawInput({
        name: 'amountCents',
        label: say.labels.amountCents,
        help: say.amountHelp,
        value: form.get('amountCents') ?? '',
        maxlength: 20,
        faults: faults('amountCents'),
      }),
      drawInput({
        name: 'reason',
        label: say.labels.reason,
        help: say.reasonHelp,
        value: form.get('reason') ?? '',
        required: true,
        maxlength: 500,
        faults: faults('reason'),
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
