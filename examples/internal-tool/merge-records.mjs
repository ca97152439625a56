/** @typedef {import('./connect.mjs').Portal} Portal */
/** @typedef {'PERSON' | 'ORGANIZATION'} Kind */
/** A person or an organization, as far as it tells two of them apart. @typedef {{ id: string, name: string, facts: readonly (string | null)[] }} Side */

/** @param {URL} address @returns {Kind} */
export const kindIn = ({ searchParams }) =>
  searchParams.get('kind') === 'ORGANIZATION' ? 'ORGANIZATION' : 'PERSON';

/**
 * The records that an address names; null when one of them is not there. The other may be still to be found.
 *
 * @param {Portal} portal
 * @param {URL} address
 * @returns {Promise<{ kept: Side, other: Side | null } | null>}
 */
export async function readPair(portal, address) {
  const read = kindIn(address) === 'ORGANIZATION' ? readOrganization : readPerson;
  const keptId = address.searchParams.get('kept');
  const otherId = address.searchParams.get('other');
  const [kept, other] = await Promise.all([read(portal, keptId), read(portal, otherId)]);
  return kept && (other || !otherId) ? { kept, other } : null;
}

/**
 * Records of that name.
 *
 * @param {Portal} portal
 * @param {Kind} kind
 * @param {{ associationId: string, search: string | null }} filter
 * @param {import('@affilia/sdk').PageArguments} page
 * @returns {Promise<import('@affilia/sdk').Page<Side>>}
 */
export async function findRecords(portal, kind, filter, page) {
  if (kind === 'ORGANIZATION') {
    const found = await portal.organizations.list(filter).page(page);
    return { ...found, nodes: found.nodes.map(sideOfOrganization) };
  }
  const found = await portal.people.list(filter).page(page);
  return { ...found, nodes: found.nodes.map(sideOfPerson) };
}

/** @param {Portal} portal @param {string | null} id */
async function readPerson(portal, id) {
  const found = id ? await portal.people.get(id) : null;
  return found && sideOfPerson(found);
}

/** @param {Portal} portal @param {string | null} id */
async function readOrganization(portal, id) {
  const found = id ? await portal.organizations.get(id) : null;
  return found && sideOfOrganization(found);
}

/** @param {import('@affilia/sdk/people').PersonRow} person @returns {Side} */
const sideOfPerson = ({ id, displayName, contactEmail, workPhoneFormatted }) => ({
  id,
  name: displayName,
  facts: [contactEmail, workPhoneFormatted],
});

/** @param {{ id: string, publicName: string, legalName: string, email: string | null, phoneFormatted: string | null }} organization @returns {Side} */
const sideOfOrganization = ({ id, publicName, legalName, email, phoneFormatted }) => ({
  id,
  name: publicName,
  facts: [legalName, email, phoneFormatted],
});
