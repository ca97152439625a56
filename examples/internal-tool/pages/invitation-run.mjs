import { invitationRowOutcomeLabels } from '@affilia/sdk/labels';
import { drawButton } from '../button.mjs';
import { momentOf } from '../dates.mjs';
import { drawFault } from '../fault.mjs';
import { drawHidden, drawSelect, optionsOf } from '../fields.mjs';
import { html } from '../html.mjs';
import { drawPages, pageOf } from '../lists.mjs';
import { drawProgress } from '../progress.mjs';
import { openForBody } from '../staff.mjs';
import { drawTable } from '../table.mjs';
import { drawTold, tellAt } from '../told.mjs';
import { drawRun } from './invitation-runs.mjs';

/** @typedef {import('../visit.mjs').Visit} Visit */
/** @typedef {import('@affilia/sdk/invitation-runs').InvitationRun} InvitationRun */
/** @typedef {keyof typeof invitationRowOutcomeLabels} Outcome */

const OUTCOMES = /** @type {Outcome[]} */ (Object.keys(invitationRowOutcomeLabels));

/** How far a run is, what came of each row, and how to stop it or go on. @type {import('../visit.mjs').Page} */
export const invitationRun = {
  async get(visit) {
    const { words, address, locale, linkTo } = visit;
    const { portal, body } = await openForBody(visit);
    const run = await portal.invitationRuns.get(address.searchParams.get('run') ?? '');
    if (!run) return drawFault(visit, 'NOT_FOUND');
    const say = words.runs;
    return {
      title: say.name(momentOf(run.askedAt, locale, body.timeZone)),
      content: html`
        ${drawTold(visit)} ${drawRun(visit, run, body.timeZone)} ${drawNext(visit, run)}
        ${run.total !== null && (await drawRows(visit, portal, run))}
        <p><a class="way" href="${linkTo('invitation-runs')}">${say.toList}</a></p>
      `,
    };
  },

  async post(visit) {
    const { form, words, address } = visit;
    const { portal } = await openForBody(visit);
    const id = address.searchParams.get('run') ?? '';
    const isCancel = form.get('act') === 'cancel';
    const outcome = isCancel
      ? await portal.invitationRuns.cancel(id)
      : await portal.invitationRuns.resume({ invitationRunId: id, idempotencyKey: form.get('key') });
    const done = isCancel ? words.runs.cancelled : words.runs.resumed;
    const told = outcome.ok ? { done } : { refused: outcome.problem.message };
    return tellAt(visit, 'invitation-runs/run', told, { run: id });
  },
};

/** @param {Visit} visit @param {InvitationRun} run */
function drawNext(visit, { state, total, done, fault, endedAt, stoppedAt }) {
  const { words, linkTo } = visit;
  const say = words.runs;
  if (fault)
    return html`<p>${[say.faultAt(fault.row, fault.column), fault.message].filter(Boolean).join(' – ')}</p>
      <p>${say.sendAgain}</p>
      <p><a class="way" href="${linkTo('invitation-runs/start')}">${say.start}</a></p>`;
  if (endedAt !== null) return null;
  const goesOn = stoppedAt === null && state !== 'HALTED';
  return html`${goesOn && drawProgress(visit, { label: say.progress(done, total), done, total })}
  ${goesOn ? drawButton(visit, say.cancel, { act: 'cancel' }) : drawButton(visit, say.resume, { act: 'resume' })}`;
}

/** @param {Visit} visit @param {import('../connect.mjs').Portal} portal @param {InvitationRun} run */
async function drawRows(visit, portal, { id }) {
  const { words, address, locale } = visit;
  const say = words.runs;
  const outcome = OUTCOMES.find(one => one === address.searchParams.get('outcome-of')) ?? null;
  const found = await portal.invitationRuns.rows(id, outcome ?? undefined).page(pageOf(address));
  return html`<h2>${say.rows}</h2>
    <form method="get" action="${address.pathname}" class="filter">
      ${drawHidden({ association: address.searchParams.get('association'), run: id })}
      ${drawSelect({
        name: 'outcome-of',
        label: say.outcome,
        value: outcome,
        options: [{ value: '', label: say.anyOutcome }, ...optionsOf(invitationRowOutcomeLabels, locale)],
      })}
      <button class="main">${words.list.show}</button>
    </form>
    ${
      found.totalCount === 0
        ? html`<p>${say.noRows}</p>`
        : html`${drawTable(
            say.found(found.totalCount),
            say.columns,
            found.nodes.map(({ row, email, givenName, familyName, label }) => [
              row,
              email,
              [givenName, familyName].filter(Boolean).join(' '),
              label,
            ]),
          )}
          ${drawPages(visit, found, { run: id, 'outcome-of': outcome })}`
    }`;
}
