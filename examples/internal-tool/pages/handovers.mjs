import { delegateRoleLabels, labelOf } from '@affilia/sdk/labels';
import { dayOf } from '../dates.mjs';
import { html } from '../html.mjs';
import { drawFacts, drawList, pageOf } from '../lists.mjs';
import { openForBody } from '../staff.mjs';
import { drawTold } from '../told.mjs';

/** @typedef {import('@affilia/sdk/organizations').OrganizationWithHandover['principalHandover']} Handover */

/** The places of principal delegate that are about to change hands. @type {import('../visit.mjs').Page} */
export const handovers = {
  async get(visit) {
    const { words, address, linkTo } = visit;
    const { portal, body } = await openForBody(visit);
    const say = words.handovers;
    const found = await portal.organizations.handovers(body.id).page(pageOf(address));

    return {
      title: words.pages.handovers,
      content: html`
        ${drawTold(visit)}
        <p>${say.intro}</p>
        ${drawList(visit, found, {
          count: say.count,
          parameters: {},
          draw: ({ id, publicName, principalHandover }) => html`
            <h2>${publicName}</h2>
            ${drawHandover(visit, principalHandover, body.timeZone)}
            ${
              principalHandover?.viewerCanDecide &&
              html`<p>
                <a class="way" href="${linkTo('handovers/decide', { organization: id })}"
                  >${say.open(publicName)}</a
                >
              </p>`
            }
          `,
        })}
        ${found.totalCount === 0 && html`<p>${say.none}</p>`}
      `,
    };
  },
};

/** @param {import('../visit.mjs').Visit} visit @param {Handover} handover @param {string} timeZone */
export function drawHandover({ words, locale }, handover, timeZone) {
  const { facts, states, noRoles } = words.handovers;
  if (!handover) return null;
  const { from, to, remainingRoles, offeredAt, acceptedAt, expiresAt } = handover;
  return drawFacts([
    [facts.state, html`<strong>${acceptedAt === null ? states.offered : states.accepted}</strong>`],
    [facts.from, from.displayName],
    [facts.to, to.displayName],
    [
      facts.remainingRoles,
      remainingRoles.map(role => labelOf(delegateRoleLabels, role, locale)).join(', ') || noRoles,
    ],
    [facts.offeredAt, dayOf(offeredAt, locale, timeZone)],
    [facts.acceptedAt, dayOf(acceptedAt, locale, timeZone)],
    [facts.expiresAt, dayOf(expiresAt, locale, timeZone)],
  ]);
}
