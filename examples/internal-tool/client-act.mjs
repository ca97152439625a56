/** @typedef {import('@affilia/sdk/clients').Client} Client */

/**
 * The client that an address names; null when it is absent, revoked, or not for these staff to see.
 *
 * @param {import('./connect.mjs').Portal} portal
 * @param {URL} address
 */
export async function readClient(portal, { searchParams }) {
  const id = searchParams.get('client');
  const client = id ? await portal.clients.get(id) : null;
  return client?.revokedAt === null ? client : null;
}

/**
 * Back to the client, whose page says what was done.
 *
 * @param {import('./visit.mjs').Visit} visit
 * @param {Client} client
 * @param {string} done
 */
export const toClient = ({ person, linkTo }, { id }, done) => ({
  to: linkTo('clients/client', { client: id, outcome: person?.tell({ done }) }),
});

/**
 * To the page that shows a key once.
 *
 * @param {import('./visit.mjs').Visit} visit
 * @param {{ client: Client, key: string }} made
 */
export const toKey = ({ person, linkTo }, { client, key }) => ({
  to: linkTo('clients/key', { outcome: person?.tell({ name: client.name, kind: client.kind, key }) }),
});
