import { labelOf, mergedKindLabels, recordMergeStateLabels } from '@affilia/sdk/labels';
import { drawButton } from '../button.mjs';
import { dayOf } from '../dates.mjs';
import { drawSelect, optionsOf } from '../fields.mjs';
import { html } from '../html.mjs';
import { drawFacts, drawFilter, drawList, pageOf } from '../lists.mjs';
import { openForBody } from '../staff.mjs';
import { drawTold, tellAt } from '../told.mjs';

/** @typedef {import('@affilia/sdk/people').RecordMerge} RecordMerge */
/** @typedef {keyof typeof recordMergeStateLabels} State */

const STATES = /** @type {State[]} */ (Object.keys(recordMergeStateLabels));

/** Merges that were proposed, made or undone; a second person approves here. @type {import('../visit.mjs').Page} */
export const merges = {
  async get(visit) {
    const { words, address, locale, linkTo } = visit;
    const { portal, body } = await openForBody(visit);
    const say = words.merges;
    const state = stateIn(address);
    const found = await portal.people
      .merges({ associationId: body.id, ...(state && { state }) })
      .page(pageOf(address));

    return {
      title: words.pages.merges,
      content: html`
        ${drawTold(visit)}
        <p>${say.intro}</p>
        <p><a class="way" href="${linkTo('merges/tasks')}">${say.tasks}</a></p>
        <p>${say.start}</p>
        ${drawFilter(
          visit,
          drawSelect({
            name: 'state',
            label: say.state,
            value: state,
            options: [{ value: '', label: say.anyState }, ...optionsOf(recordMergeStateLabels, locale)],
          }),
        )}
        ${drawList(visit, found, {
          count: say.count,
          parameters: { state },
          draw: merge =>
            html`<h2>${pairOf(visit, merge)}</h2>
              ${drawMerge(visit, merge, body.timeZone)} ${drawActs(visit, merge)}`,
        })}
        ${found.totalCount === 0 && html`<p>${state === null ? say.empty : say.none}</p>`}
      `,
    };
  },

  async post(visit) {
    const { form, words, address } = visit;
    const { portal } = await openForBody(visit);
    const input = { mergeId: form.get('merge') ?? '', idempotencyKey: form.get('key') };
    const isApproval = form.get('act') === 'approve';
    const outcome = isApproval
      ? await portal.people.approveMerge(input)
      : await portal.people.withdrawMerge(input);
    const done = isApproval ? words.merges.approved : words.merges.withdrawn;
    const told = outcome.ok ? { done } : { refused: outcome.problem.message };
    return tellAt(visit, 'merges', told, { state: stateIn(address) });
  },
};

/** @param {URL} address */
const stateIn = ({ searchParams }) => STATES.find(one => one === searchParams.get('state')) ?? null;

/** @param {import('../visit.mjs').Visit} visit @param {RecordMerge} merge */
export const pairOf = ({ words }, { otherName, keptName }) => words.merges.pair(otherName, keptName);

/** @param {import('../visit.mjs').Visit} visit @param {RecordMerge} merge @param {string} timeZone */
export function drawMerge({ words, locale }, merge, timeZone) {
  const { facts } = words.merges;
  return drawFacts([
    [facts.state, html`<strong>${labelOf(recordMergeStateLabels, merge.state, locale)}</strong>`],
    [facts.kind, labelOf(mergedKindLabels, merge.kind, locale)],
    [facts.reason, merge.reason],
    [facts.records, merge.records],
    [facts.preparedAt, dayOf(merge.preparedAt, locale, timeZone)],
    [facts.doneAt, dayOf(merge.doneAt, locale, timeZone)],
    [facts.undoUntil, merge.state === 'DONE' && dayOf(merge.undoUntil, locale, timeZone)],
  ]);
}

/** @param {import('../visit.mjs').Visit} visit @param {RecordMerge} merge */
function drawActs(visit, { id, state, viewerCan, ...merge }) {
  const { words, linkTo } = visit;
  const pair = words.merges.pair(merge.otherName, merge.keptName);
  return html`${state === 'PREPARED' && !viewerCan.approve && html`<p>${words.merges.second}</p>`}
    <div class="acts">
      ${viewerCan.approve && drawButton(visit, words.merges.approve(pair), { act: 'approve', merge: id })}
      ${viewerCan.withdraw && drawButton(visit, words.merges.withdraw(pair), { act: 'withdraw', merge: id })}
      ${viewerCan.undo && html`<a class="way" href="${linkTo('merges/undo', { merge: id })}">${words.merges.undo(pair)}</a>`}
    </div>`;
}
