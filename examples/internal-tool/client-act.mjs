import { html } from './html.mjs';
import { drawRefusal } from './refusal.mjs';

/** @typedef {import('@affilia/sdk/clients').Client} Client */

/** @type {import('@affilia/sdk').TypedDocument<{ node: { id: string, name: string, revokedAt: string | null } | {} | null }, { id: string }>} */
const CLIENT = 'query StaffToolClient($id: ID!) { node(id: $id) { ... on Client { id name revokedAt } } }';

/**
 * The client that an address names; null when it is absent, revoked, or not for these staff to see.
 *
 * @param {import('./connect.mjs').Portal} portal
 * @param {URL} address
 */
export async function readClient(portal, { searchParams }) {
  const id = searchParams.get('client');
  const node = id ? (await portal.request(CLIENT, { id })).node : null;
  return node && 'id' in node && node.revokedAt === null ? node : null;
}

/**
 * Why an act was refused; for a sign-in that is too old, with the way to a fresh one and back to this page.
 *
 * @param {import('./visit.mjs').Visit} visit
 * @param {{ __typename: string, message: string }} problem
 * @param {{ corrections?: readonly import('./refusal.mjs').Correction[], labels?: Readonly<Record<string, string>> }} more
 */
export function drawActRefusal({ words, address, linkTo }, problem, more = {}) {
  const then = address.pathname + address.search;
  const again = linkTo('sign-in', { again: 'yes', then });
  return drawRefusal({
    message: problem.message,
    ...more,
    more:
      problem.__typename === 'SignInTooOld'
        ? html`<p><a class="way" href="${again}">${words.clients.signInAgain}</a></p>`
        : null,
  });
}

/**
 * To the page that shows a key once.
 *
 * @param {import('./visit.mjs').Visit} visit
 * @param {{ client: Client, key: string }} made
 */
export const toKey = ({ person, linkTo }, { client, key }) => ({
  to: linkTo('clients/key', { outcome: person?.tell({ name: client.name, kind: client.kind, key }) }),
});
