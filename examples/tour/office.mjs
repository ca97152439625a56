import { delegateRoleLabels, labelOf } from '@affilia/sdk/labels';
import { connect, done } from './connect.mjs';
import { openTreasury } from './treasury.mjs';

/** @typedef {Awaited<ReturnType<typeof openOffice>>} Office */
/** @typedef {import('./walk.mjs').Setting} Setting */
/** @typedef {import('./guide.mjs').Guide} Guide */
/** @typedef {keyof typeof delegateRoleLabels} Role */

/**
 * Somebody of the staff at work, through the tool whose key is secret.
 *
 * @param {Setting} setting
 * @param {Guide} guide
 */
export async function openOffice(setting, guide) {
  const { staff, toolKey, locale } = setting;
  const { words } = guide;
  const portal = connect(setting, toolKey);
  done(await portal.accounts.signIn(staff));
  const viewer = await portal.accounts.viewer();
  const [assignment] = viewer?.staffAssignments ?? [];
  if (!viewer || !assignment) throw new Error('whoever signed in has no staff role');
  const { association } = assignment;
  guide.line(words.staffSignedIn(viewer.persons[0]?.displayName ?? staff.identifier, association.name));

  return {
    treasury: openTreasury(portal, guide, association.id),
    username: viewer.account.username ?? staff.identifier,
    organization: await chooseOrganization(portal, association.id),

    /**
     * Invites somebody, and says what the screen says.
     *
     * @param {{ id: string, publicName: string }} organization
     * @param {Role} role
     * @param {{ email: string } & ({ givenName: string, familyName: string } | { personId: string })} invitee
     */
    async invite({ id, publicName }, role, invitee) {
      const { rows } = done(
        await portal.invitations.issue({
          associationId: association.id,
          invitations: [
            { ...invitee, organizationId: id, roles: [role], locale: locale === 'fr-CA' ? 'FR_CA' : 'EN_CA' },
          ],
        }),
      );
      const [row] = rows;
      guide.line(words.invites(invitee.email, labelOf(delegateRoleLabels, role, locale), publicName));
      if (!row?.invitation) throw new Error(row?.label);
      guide.answer(row.label);
      return row.invitation;
    },

    /** Where the staff's list has the invitation now. @param {string} email */
    async showState(email) {
      const { nodes } = await portal.invitations
        .list({ associationId: association.id, search: email })
        .page({ first: 1 });
      guide.answer(words.staffSees(email, nodes[0]?.stateLabel ?? ''));
    },

    signOut: () => portal.accounts.signOut(),
  };
}

/**
 * An organization that waits for its principal delegate, and has invited nobody yet: whoever waits for an invitation
 * of the demonstration keeps it. Where there is none, somebody who looks after the profile of another.
 *
 * @param {import('./connect.mjs').Portal} portal
 * @param {string} associationId
 * @returns {Promise<{ id: string, publicName: string, role: Role }>}
 */
async function chooseOrganization(portal, associationId) {
  let other = null;
  for await (const { id, publicName } of portal.organizations.list({ associationId })) {
    other ??= { id, publicName, role: /** @type {const} */ ('CONTACT') };
    const organization = await portal.organizations.get(id);
    if (organization?.delegations.some(({ role }) => role === 'PRINCIPAL')) continue;
    const { nodes } = await portal.invitations.list({ associationId, organizationId: id }).page({ first: 1 });
    if (nodes.length === 0) return { id, publicName, role: 'PRINCIPAL' };
  }
  if (!other) throw new Error('there is no organization to invite to');
  return other;
}
