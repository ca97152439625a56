import { drawActForm } from '../act-form.mjs';
import { drawFault } from '../fault.mjs';
import { drawInput } from '../fields.mjs';
import { html } from '../html.mjs';
import { openForBody } from '../staff.mjs';
import { tellAt } from '../told.mjs';
import { drawRemittance, titleOf } from './remittances.mjs';

/** @typedef {import('../visit.mjs').Visit} Visit */
/** @typedef {import('@affilia/sdk/treasury').RemittanceRow} Remittance */

/** Records the transfer or cheque that moved the money. @type {import('../visit.mjs').Page} */
export const payRemittance = {
  async get(visit) {
    const { portal, body } = await openForBody(visit);
    const remittance = await portal.treasury.remittance(visit.address.searchParams.get('remittance') ?? '');
    return remittance ? draw(visit, remittance, body.timeZone) : drawFault(visit, 'NOT_FOUND');
  },

  async post(visit) {
    const { form, words } = visit;
    const { portal, body } = await openForBody(visit);
    const remittance = await portal.treasury.remittance(visit.address.searchParams.get('remittance') ?? '');
    if (!remittance) return drawFault(visit, 'NOT_FOUND');
    const outcome = await portal.treasury.markRemittancePaid({
      remittanceId: remittance.id,
      reference: form.get('reference') ?? '',
      paidOn: form.get('paidOn') || null,
      idempotencyKey: form.get('key'),
    });
    if (!outcome.ok) return draw(visit, remittance, body.timeZone, outcome.problem);
    return tellAt(visit, 'remittances', { done: words.remittances.payForm.done });
  },
};

/** @param {Visit} visit @param {Remittance} remittance @param {string} timeZone @param {{ __typename: string, message: string } | null} problem */
function draw(visit, remittance, timeZone, problem = null) {
  const { words, form, linkTo } = visit;
  const say = words.remittances.payForm;
  return drawActForm(visit, {
    title: say.title(titleOf(visit, remittance)),
    labels: say.labels,
    problem,
    before: drawRemittance(visit, remittance, timeZone),
    fields: faults => [
      drawInput({
        name: 'reference',
        label: say.labels.reference,
        value: form.get('reference') ?? '',
        required: true,
        maxlength: 140,
        faults: faults('reference'),
      }),
      drawInput({
        name: 'paidOn',
        label: say.labels.paidOn,
        help: say.paidOnHelp,
        type: 'date',
        value: form.get('paidOn') ?? '',
        faults: faults('paidOn'),
      }),
    ],
    submit: say.submit,
    after: html`<p><a class="way" href="${linkTo('remittances')}">${words.remittances.toList}</a></p>`,
  });
}
