/**
 * What somebody is invited to, as the address of the page names it: roles in an organization, a membership, or a
 * record, their own or a new one. `person` is somebody on file.
 *
 * @typedef {{ id: string, displayName: string, contactEmail: string | null }} OnFile
 * @typedef {{
 *   organization: import('@affilia/sdk/organizations').Organization | null,
 *   membership: import('@affilia/sdk/memberships').Membership | null,
 *   person: OnFile | null,
 * }} Target
 */

/** @type {import('@affilia/sdk').TypedDocument<{ node: OnFile | {} | null }, { id: string }>} */
const PERSON =
  'query StaffToolPerson($id: ID!) { node(id: $id) { ... on Person { id displayName contactEmail } } }';

/**
 * Null when something that is named does not exist, or is not for these staff to see.
 *
 * @param {import('./connect.mjs').Portal} portal
 * @param {URL} address
 * @returns {Promise<Target | null>}
 */
export async function readTarget(portal, { searchParams }) {
  const [organization, membership, person] = ['organization', 'membership', 'person'].map(name =>
    searchParams.get(name),
  );
  const [foundOrganization, foundMembership, foundPerson] = await Promise.all([
    organization ? portal.organizations.get(organization) : null,
    membership ? portal.memberships.get(membership) : null,
    person ? portal.request(PERSON, { id: person }).then(({ node }) => node) : null,
  ]);
  const onFile = foundPerson && 'id' in foundPerson ? foundPerson : null;
  if ((organization && !foundOrganization) || (membership && !foundMembership) || (person && !onFile))
    return null;
  return { organization: foundOrganization, membership: foundMembership, person: onFile };
}

/** Whether it is about one person who is on file already, so that no name is asked for. @param {Target} target */
export const isOneOnFile = ({ membership, person }) => membership !== null || person !== null;
