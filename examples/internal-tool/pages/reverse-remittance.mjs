import { drawActForm } from '../act-form.mjs';
import { drawFault } from '../fault.mjs';
import { drawInput } from '../fields.mjs';
import { html } from '../html.mjs';
import { openForBody } from '../staff.mjs';
import { tellAt } from '../told.mjs';
import { drawRemittance, titleOf } from './remittances.mjs';

/** @typedef {import('../visit.mjs').Visit} Visit */
/** @typedef {import('@affilia/sdk/treasury').RemittanceRow} Remittance */

/** Takes a remittance back, with a reason. @type {import('../visit.mjs').Page} */
export const reverseRemittance = {
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
    const outcome = await portal.treasury.reverseRemittance({
      remittanceId: remittance.id,
      reason: form.get('reason') ?? '',
      idempotencyKey: form.get('key'),
    });
    if (!outcome.ok) return draw(visit, remittance, body.timeZone, outcome.problem);
    return tellAt(visit, 'remittances', { done: words.remittances.reverseForm.done });
  },
};

/** @param {Visit} visit @param {Remittance} remittance @param {string} timeZone @param {{ __typename: string, message: string } | null} problem */
function draw(visit, remittance, timeZone, problem = null) {
  const { words, form, linkTo } = visit;
  const say = words.remittances.reverseForm;
  return drawActForm(visit, {
    title: say.title(titleOf(visit, remittance)),
    labels: say.labels,
    problem,
    before: html`${drawRemittance(visit, remittance, timeZone)}
      <p>${say.intro}</p>`,
    fields: faults => [
      drawInput({
        name: 'reason',
        label: say.labels.reason,
        value: form.get('reason') ?? '',
        required: true,
        maxlength: 500,
        faults: faults('reason'),
      }),
    ],
    submit: say.submit,
    after: html`<p><a class="way" href="${linkTo('remittances')}">${words.remittances.toList}</a></p>`,
  });
}
