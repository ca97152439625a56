import { invitationRunStateLabels, labelOf } from '@affilia/sdk/labels';
import { momentOf } from '../dates.mjs';
import { html } from '../html.mjs';
import { drawFacts, drawList, pageOf } from '../lists.mjs';
import { openForBody } from '../staff.mjs';
import { drawTold } from '../told.mjs';

/** @typedef {import('@affilia/sdk/invitation-runs').InvitationRun} InvitationRun */

/** Invitations to many, from a file or a selection. @type {import('../visit.mjs').Page} */
export const invitationRuns = {
  async get(visit) {
    const { words, address, locale, linkTo } = visit;
    const { portal, body } = await openForBody(visit);
    const say = words.runs;
    const found = await portal.invitationRuns.list(body.id).page(pageOf(address));
    const askedAt = (/** @type {InvitationRun} */ run) => momentOf(run.askedAt, locale, body.timeZone);

    return {
      title: say.title,
      content: html`
        ${drawTold(visit)}
        <p>${say.intro}</p>
        <p><a class="way" href="${linkTo('invitation-runs/start')}">${say.start}</a></p>
        ${drawList(visit, found, {
          count: say.count,
          parameters: {},
          draw: run =>
            html`<h2>${say.name(askedAt(run))}</h2>
              ${drawRun(visit, run, body.timeZone)}
              <p>
                <a class="way" href="${linkTo('invitation-runs/run', { run: run.id })}"
                  >${say.open(askedAt(run))}</a
                >
              </p>`,
        })}
        ${found.totalCount === 0 && html`<p>${say.none}</p>`}
      `,
    };
  },
};

/** @param {import('../visit.mjs').Visit} visit @param {InvitationRun} run @param {string} timeZone */
export function drawRun({ words, locale }, { state, total, done, counts, stoppedAt, endedAt }, timeZone) {
  const { facts } = words.runs;
  return drawFacts([
    [facts.state, html`<strong>${labelOf(invitationRunStateLabels, state, locale)}</strong>`],
    [facts.total, total?.toLocaleString(locale)],
    [facts.done, done.toLocaleString(locale)],
    ...counts.map(({ label, count }) => /** @type {const} */ ([label, count.toLocaleString(locale)])),
    [facts.stoppedAt, momentOf(stoppedAt, locale, timeZone)],
    [facts.endedAt, momentOf(endedAt, locale, timeZone)],
  ]);
}
