import { drawActForm } from '../act-form.mjs';
import { drawInput, drawSelect } from '../fields.mjs';
import { html } from '../html.mjs';
import { missing } from '../refusal.mjs';
import { openForBody } from '../staff.mjs';
import { tellAt } from '../told.mjs';

/** @typedef {import('../visit.mjs').Visit} Visit */
/** @typedef {{ __typename: string, message: string, carried?: { formatted: string } }} Problem */

/** Gathers what another body is owed. @type {import('../visit.mjs').Page} */
export const prepareRemittance = {
  async get(visit) {
    await openForBody(visit);
    return draw(visit);
  },

  async post(visit) {
    const { form, words } = visit;
    const { portal, body } = await openForBody(visit);
    const say = words.remittances.prepareForm;
    const [bodyId, from, to] = ['bodyId', 'from', 'to'].map(name => form.get(name) ?? '');
    if (!bodyId) return draw(visit, missing('bodyId', say.choose));
    if (!from) return draw(visit, missing('from', say.day));
    if (!to) return draw(visit, missing('to', say.day));
    const outcome = await portal.treasury.prepareRemittance({
      bookId: body.id,
      bodyId,
      from,
      to,
      idempotencyKey: form.get('key'),
    });
    if (!outcome.ok) return draw(visit, outcome.problem);
    return tellAt(visit, 'remittances', { done: say.done(outcome.value.batch.amount.formatted) });
  },
};

/** @param {Visit} visit @param {Problem | null} problem */
async function draw(visit, problem = null) {
  const { words, form, linkTo, trees, person, staff } = visit;
  const say = words.remittances.prepareForm;
  const bodies = await trees.bodiesOf(person?.tree ?? '');
  const others = bodies.filter(({ id }) => id !== staff?.body?.id);
  return drawActForm(visit, {
    title: say.title,
    labels: say.labels,
    problem,
    before: html`<p>${say.intro}</p>
      ${problem?.carried && html`<p>${say.carried(problem.carried.formatted)}</p>`}`,
    fields: faults => [
      drawSelect({
        name: 'bodyId',
        label: say.labels.bodyId,
        required: true,
        value: form.get('bodyId'),
        options: [
          { value: '', label: say.choose },
          ...others.map(({ id, name }) => ({ value: id, label: name })),
        ],
        faults: faults('bodyId'),
      }),
      .../** @type {const} */ (['from', 'to']).map(name =>
        drawInput({
          name,
          label: say.labels[name],
          type: 'date',
          value: form.get(name) ?? '',
          required: true,
          faults: faults(name),
        }),
      ),
    ],
    submit: say.submit,
    after: html`<p><a class="way" href="${linkTo('remittances')}">${words.remittances.toList}</a></p>`,
  });
}
