import { carriedThingLabels, labelOf } from '@affilia/sdk/labels';
import { drawButton } from '../button.mjs';
import { html } from '../html.mjs';
import { drawList, pageOf } from '../lists.mjs';
import { openForBody } from '../staff.mjs';
import { drawTable } from '../table.mjs';
import { drawTold, tellAt } from '../told.mjs';

/** @typedef {import('@affilia/sdk/people').MergeTask['kept']} Candidate */

/** Open questions whether two records are one person. @type {import('../visit.mjs').Page} */
export const mergeTasks = {
  async get(visit) {
    const { words, address, linkTo } = visit;
    const { portal, body } = await openForBody(visit);
    const say = words.merges.taskList;
    const found = await portal.people.mergeTasks({ associationId: body.id }).page(pageOf(address));

    return {
      title: say.title,
      content: html`
        ${drawTold(visit)}
        <p>${say.intro}</p>
        ${drawList(visit, found, {
          count: say.count,
          parameters: {},
          draw: ({ id, kept, other }) => {
            const pair = say.pair(kept.person.displayName, other.person.displayName);
            const parameters = { kind: 'PERSON', kept: kept.person.id, other: other.person.id };
            return html`<h2>${pair}</h2>
              ${drawComparison(visit, say.compare(pair), kept, other)}
              <div class="acts">
                <a class="way" href="${linkTo('merges/propose', parameters)}">${say.merge(pair)}</a>
                ${drawButton(visit, say.dismiss(pair), { task: id })}
              </div>`;
          },
        })}
        ${found.totalCount === 0 && html`<p>${say.none}</p>`}
        <p><a class="way" href="${linkTo('merges')}">${words.merges.toList}</a></p>
      `,
    };
  },

  async post(visit) {
    const { form, words } = visit;
    const { portal } = await openForBody(visit);
    const outcome = await portal.people.dismissMergeTask({
      mergeTaskId: form.get('task') ?? '',
      idempotencyKey: form.get('key'),
    });
    const told = outcome.ok
      ? { done: words.merges.taskList.dismissed }
      : { refused: outcome.problem.message };
    return tellAt(visit, 'merges/tasks', told);
  },
};

/** @param {import('../visit.mjs').Visit} visit @param {string} caption @param {Candidate} kept @param {Candidate} other */
function drawComparison({ words, locale }, caption, kept, other) {
  const say = words.merges.taskList;
  const carried = (/** @type {Candidate} */ { carries }) =>
    carries
      .map(({ thing, count }) => `${labelOf(carriedThingLabels, thing, locale)} (${count})`)
      .join(', ') || say.nothing;
  return drawTable(
    caption,
    [say.fact, say.first, say.second],
    [
      [say.facts.name, kept.person.displayName, other.person.displayName],
      [say.facts.email, kept.person.contactEmail, other.person.contactEmail],
      [say.facts.phone, kept.person.workPhoneFormatted, other.person.workPhoneFormatted],
      [say.facts.account, kept.hasAccount ? say.yes : say.no, other.hasAccount ? say.yes : say.no],
      [say.facts.carries, carried(kept), carried(other)],
    ],
  );
}
