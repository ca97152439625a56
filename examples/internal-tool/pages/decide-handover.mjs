import { handoverDecisionLabels } from '@affilia/sdk/labels';
import { drawIntent } from '../button.mjs';
import { drawFault } from '../fault.mjs';
import { drawInput, drawTicks, optionsOf } from '../fields.mjs';
import { html } from '../html.mjs';
import { correctionsOf, drawActRefusal, faultsOf, missing } from '../refusal.mjs';
import { openForBody } from '../staff.mjs';
import { tellAt } from '../told.mjs';
import { drawHandover } from './handovers.mjs';

/** @typedef {import('../visit.mjs').Visit} Visit */
/** @typedef {import('@affilia/sdk/organizations').Organization} Organization */

/** The association approves a hand-over, or refuses it with a reason. @type {import('../visit.mjs').Page} */
export const decideHandover = {
  async get(visit) {
    const { portal, body } = await openForBody(visit);
    const organization = await portal.organizations.get(visit.address.searchParams.get('organization') ?? '');
    return organization ? draw(visit, organization, body.timeZone) : drawFault(visit, 'NOT_FOUND');
  },

  async post(visit) {
    const { form, words } = visit;
    const { portal, body } = await openForBody(visit);
    const organization = await portal.organizations.get(visit.address.searchParams.get('organization') ?? '');
    if (!organization) return drawFault(visit, 'NOT_FOUND');
    const decision = /** @type {const} */ (['APPROVE', 'REFUSE']).find(one => one === form.get('decision'));
    if (!decision)
      return draw(visit, organization, body.timeZone, missing('decision', words.handovers.choose));
    const outcome = await portal.organizations.decideHandover({
      handoverId: form.get('handover') ?? '',
      decision,
      reason: form.get('reason')?.trim() || null,
      idempotencyKey: form.get('key'),
    });
    if (!outcome.ok) return draw(visit, organization, body.timeZone, outcome.problem);
    return tellAt(visit, 'handovers', {
      done: words.handovers.done[decision]?.(organization.publicName) ?? '',
    });
  },
};

/**
 * @param {Visit} visit
 * @param {Organization} organization
 * @param {string} timeZone
 * @param {{ __typename: string, message: string } | null} problem
 * @returns {import('../visit.mjs').Drawn}
 */
function draw(visit, { publicName, principalHandover: handover }, timeZone, problem = null) {
  const { words, linkTo } = visit;
  const say = words.handovers;
  const corrections = correctionsOf(problem ?? {}, { reason: 'reason', decision: 'decision' });
  return {
    title: say.title(publicName),
    ...(problem && { status: 422, problem: true }),
    content: html`
      ${problem && drawActRefusal(visit, problem, { corrections, labels: say.labels })}
      ${drawHandover(visit, handover, timeZone)}
      ${
        handover?.viewerCanDecide
          ? drawForm(visit, handover.id, { problem, corrections })
          : html`<p>${handover?.acceptedAt === null ? say.notYet : say.over}</p>`
      }
      <p><a class="way" href="${linkTo('handovers')}">${say.toList}</a></p>
    `,
  };
}

/**
 * @param {Visit} visit
 * @param {string} handover
 * @param {{ problem: { __typename: string } | null, corrections: readonly import('../refusal.mjs').Correction[] }} refused
 */
function drawForm(visit, handover, { problem, corrections }) {
  const { words, locale, form, address } = visit;
  const say = words.handovers;
  return html`<form method="post" action="${address.pathname + address.search}" novalidate>
    ${drawIntent(visit, problem)}
    <input type="hidden" name="handover" value="${handover}" />
    ${drawTicks({
      type: 'radio',
      name: 'decision',
      label: say.labels.decision,
      required: true,
      options: optionsOf(handoverDecisionLabels, locale),
      chosen: form.getAll('decision'),
      faults: faultsOf(corrections, 'decision'),
    })}
    ${drawInput({
      name: 'reason',
      label: say.labels.reason,
      help: say.reasonHelp,
      value: form.get('reason') ?? '',
      maxlength: 500,
      faults: faultsOf(corrections, 'reason'),
    })}
    <p><button class="main">${say.submit}</button></p>
  </form>`;
}
