import { readClient } from '../client-act.mjs';
import { isSite, isTool } from '../client-change.mjs';
import { drawClient } from '../client.mjs';
import { drawFault } from '../fault.mjs';
import { html } from '../html.mjs';
import { drawOutcome } from '../refusal.mjs';
import { openForBody } from '../staff.mjs';

/** What can be changed about a client, and about which. The words of each are called like its page. */
const ACTS = /** @type {const} */ ([
  ['name', 'clients/name', () => true],
  ['origins', 'clients/origins', isSite],
  ['pages', 'clients/pages', isSite],
  ['serves', 'clients/serves', isSite],
  ['returns', 'clients/returns', () => true],
  ['scopes', 'clients/scopes', isTool],
  ['keyPairs', 'clients/key-pairs', isTool],
  ['signIn', 'clients/sign-in', () => true],
]);

/** One client, whole, with the ways to change it. @type {import('../visit.mjs').Page} */
export const client = {
  async get(visit) {
    const { words, address, linkTo, person } = visit;
    const { portal, body } = await openForBody(visit);
    const found = await readClient(portal, address);
    if (!found) return drawFault(visit, 'NOT_FOUND');
    const told = /** @type {{ done: string } | null} */ (
      person?.toldAs(address.searchParams.get('outcome')) ?? null
    );
    const to = (/** @type {string} */ page) => linkTo(page, { client: found.id });
    return {
      title: found.name,
      content: html`
        ${told && drawOutcome(told.done)} ${drawClient(visit, found, body.timeZone)}
        ${
          found.viewerCan.change &&
          html`<h2>${words.client.change}</h2>
            <ul class="plain">
              ${ACTS.filter(([, , fits]) => fits(found)).map(
                ([act, page]) =>
                  html`<li><a class="way" href="${to(page)}">${words.client[act].link}</a></li>`,
              )}
              <li><a class="way" href="${to('clients/rotate')}">${words.clients.rotate(found.name)}</a></li>
              <li><a class="way" href="${to('clients/revoke')}">${words.clients.revoke(found.name)}</a></li>
            </ul>`
        }
        <p><a class="way" href="${linkTo('clients')}">${words.clients.key.toList}</a></p>
      `,
    };
  },
};
