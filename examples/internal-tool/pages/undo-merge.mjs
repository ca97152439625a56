import { carriedThingLabels, labelOf } from '@affilia/sdk/labels';
import { drawIntent } from '../button.mjs';
import { drawFault } from '../fault.mjs';
import { drawInput } from '../fields.mjs';
import { html } from '../html.mjs';
import { correctionsOf, drawActRefusal, faultsOf } from '../refusal.mjs';
import { openForBody } from '../staff.mjs';
import { tellAt } from '../told.mjs';
import { drawMerge, pairOf } from './merges.mjs';

/** @typedef {import('../visit.mjs').Visit} Visit */
/** @typedef {import('@affilia/sdk/people').RecordMerge} RecordMerge */
/** @typedef {{ __typename: string, message: string, changed?: readonly { thing: string, count: number }[] }} Problem */

/** Makes two records of one again. @type {import('../visit.mjs').Page} */
export const undoMerge = {
  async get(visit) {
    const { portal, body } = await openForBody(visit);
    const merge = await portal.people.getMerge(visit.address.searchParams.get('merge') ?? '');
    return merge ? draw(visit, merge, body.timeZone) : drawFault(visit, 'NOT_FOUND');
  },

  async post(visit) {
    const { form, words } = visit;
    const { portal, body } = await openForBody(visit);
    const merge = await portal.people.getMerge(visit.address.searchParams.get('merge') ?? '');
    if (!merge) return drawFault(visit, 'NOT_FOUND');
    const outcome = await portal.people.undoMerge({
      mergeId: merge.id,
      reason: form.get('reason') ?? '',
      idempotencyKey: form.get('key'),
    });
    if (!outcome.ok) return draw(visit, merge, body.timeZone, outcome.problem);
    return tellAt(visit, 'merges', { done: words.merges.undoForm.done });
  },
};

/**
 * @param {Visit} visit
 * @param {RecordMerge} merge
 * @param {string} timeZone
 * @param {Problem | null} problem
 * @returns {import('../visit.mjs').Drawn}
 */
function draw(visit, merge, timeZone, problem = null) {
  const { words, locale, form, address, linkTo } = visit;
  const say = words.merges.undoForm;
  const corrections = correctionsOf(problem ?? {}, { reason: 'reason' });
  const changed = problem?.changed ?? [];
  return {
    title: say.title(pairOf(visit, merge)),
    ...(problem && { status: 422, problem: true }),
    content: html`
      ${problem && drawActRefusal(visit, problem, { corrections, labels: { reason: say.reason } })}
      ${
        changed.length > 0 &&
        html`<p>${say.changed}</p>
          <ul>
            ${changed.map(({ thing, count }) => html`<li>${labelOf(carriedThingLabels, thing, locale)} (${count})</li>`)}
          </ul>`
      }
      ${drawMerge(visit, merge, timeZone)}
      ${
        merge.viewerCan.undo &&
        html`<p>${say.intro}</p>
          <form method="post" action="${address.pathname + address.search}" novalidate>
            ${drawIntent(visit, problem)}
            ${drawInput({
              name: 'reason',
              label: say.reason,
              value: form.get('reason') ?? '',
              required: true,
              maxlength: 500,
              faults: faultsOf(corrections, 'reason'),
            })}
            <p><button class="main">${say.submit}</button></p>
          </form>`
      }
      <p><a class="way" href="${linkTo('merges')}">${words.merges.toList}</a></p>
    `,
  };
}
