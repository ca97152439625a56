import { drawClient } from '../client.mjs';
import { html } from '../html.mjs';
import { drawList, pageOf } from '../lists.mjs';
import { drawOutcome } from '../refusal.mjs';
import { openForBody } from '../staff.mjs';

/** @type {import('../visit.mjs').Page} */
export const clients = {
  async get(visit) {
    const { words, address, linkTo, person } = visit;
    const { portal, body } = await openForBody(visit);
    const found = await portal.clients.list({ associationId: body.id }).page(pageOf(address));
    const told = /** @type {{ revoked: string } | null} */ (
      person?.toldAs(address.searchParams.get('outcome')) ?? null
    );

    return {
      title: words.pages.clients,
      content: html`
        ${told && drawOutcome(words.clients.revokedNotice(told.revoked))}
        <p><a class="way" href="${linkTo('clients/register')}">${words.clients.register}</a></p>
        ${drawList(visit, found, {
          count: words.clients.count,
          parameters: {},
          draw: client => html`${drawClient(visit, client, body.timeZone)} ${drawActs(visit, client)}`,
        })}
      `,
    };
  },
};

/** @param {import('../visit.mjs').Visit} visit @param {import('../client.mjs').Client} client */
const drawActs = ({ words, linkTo }, { id, name, viewerCan }) =>
  viewerCan.change &&
  html`<p>
    <a class="way" href="${linkTo('clients/client', { client: id })}">${words.client.open(name)}</a>
    <a class="way" href="${linkTo('clients/rotate', { client: id })}">${words.clients.rotate(name)}</a>
    <a class="way" href="${linkTo('clients/revoke', { client: id })}">${words.clients.revoke(name)}</a>
  </p>`;
