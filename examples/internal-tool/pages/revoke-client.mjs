import { readClient } from '../client-act.mjs';
import { drawFault } from '../fault.mjs';
import { drawHidden } from '../fields.mjs';
import { html } from '../html.mjs';
import { openForBody } from '../staff.mjs';
import { drawActRefusal } from '../refusal.mjs';

/** @type {import('../visit.mjs').Page} */
export const revokeClient = {
  async get(visit) {
    const { portal } = await openForBody(visit);
    const client = await readClient(portal, visit.address);
    return client ? draw(visit, client) : drawFault(visit, 'NOT_FOUND');
  },

  async post(visit) {
    const { address, person, linkTo } = visit;
    const { portal } = await openForBody(visit);
    const client = await readClient(portal, address);
    if (!client) return drawFault(visit, 'NOT_FOUND');
    const outcome = await portal.clients.revoke({ clientId: client.id });
    if (!outcome.ok) return draw(visit, client, outcome.problem);
    return { to: linkTo('clients', { outcome: person?.tell({ revoked: client.name }) }) };
  },
};

/**
 * @param {import('../visit.mjs').Visit} visit
 * @param {{ name: string }} client
 * @param {{ __typename: string, message: string } | null} refused
 * @returns {import('../visit.mjs').Drawn}
 */
function draw(visit, { name }, refused = null) {
  const { words, browser, address } = visit;
  const labels = words.clients.revokeForm;
  return {
    title: labels.title(name),
    ...(refused && { status: 422, problem: true }),
    content: html`
      ${refused && drawActRefusal(visit, refused)}
      <p>${labels.warning}</p>
      <form method="post" action="${address.pathname + address.search}">
        ${drawHidden({ token: browser.formToken })}
        <p><button class="main">${labels.submit}</button></p>
      </form>
    `,
  };
}
