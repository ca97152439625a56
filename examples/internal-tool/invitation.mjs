import {
  delegateRoleLabels,
  invitationTargetKindLabels,
  labelOf,
  staffRoleLabels,
} from '@affilia/sdk/labels';
import { dayOf, momentOf } from './dates.mjs';
import { html } from './html.mjs';
import { drawFacts } from './lists.mjs';

/**
 * An invitation as its list shows it.
 *
 * @param {import('./visit.mjs').Visit} visit
 * @param {import('@affilia/sdk/invitations').Invitation} invitation
 * @param {string} timeZone
 */
export function drawInvitation({ words, locale }, invitation, timeZone) {
  const { invitee, organization, roles, staffRole, targetKind, state } = invitation;
  const ended = invitation.acceptedAt ?? invitation.declinedAt ?? invitation.revokedAt;
  const labels = words.invitations.facts;
  return html`<h2>${invitee.displayName}</h2>
    ${drawFacts([
      [labels.state, html`<strong>${invitation.stateLabel}</strong>`],
      [labels.endedOn, dayOf(ended, locale, timeZone)],
      [labels.disputed, invitation.disputedAt && words.invitations.disputed],
      [words.email, invitation.email],
      [labels.target, organization?.publicName ?? labelOf(invitationTargetKindLabels, targetKind, locale)],
      [labels.roles, roles.map(role => labelOf(delegateRoleLabels, role, locale)).join(', ')],
      [labels.staffRole, staffRole && labelOf(staffRoleLabels, staffRole, locale)],
      [labels.issuedOn, dayOf(invitation.issuedAt, locale, timeZone)],
      [labels.issuedBy, invitation.inviterName],
      [
        state === 'EXPIRED' ? labels.expiredOn : labels.lastDay,
        ended ? null : dayOf(invitation.expiresAt, locale, timeZone),
      ],
      ...mailFacts(labels, invitation, { locale, timeZone }),
    ])}`;
}

/**
 * What is known of the latest mail; what it says is nobody's but the reader's.
 *
 * @param {import('./words.fr.mjs').Words['invitations']['facts']} labels
 * @param {import('@affilia/sdk/invitations').Invitation} invitation
 * @param {{ locale: string, timeZone: string }} where
 * @returns {(readonly [label: string, value: unknown])[]}
 */
function mailFacts(labels, { mail, locale: language }, { locale, timeZone }) {
  if (!mail) return [];
  const subject = html`<span lang="${language === 'FR_CA' ? 'fr-CA' : 'en-CA'}">${mail.subject}</span>`;
  return [
    [labels.mail, subject],
    [labels.mailState, mail.stateLabel],
    [labels.mailQueuedOn, momentOf(mail.queuedAt, locale, timeZone)],
    [labels.mailSettledOn[mail.state] ?? labels.mailState, momentOf(mail.settledAt, locale, timeZone)],
  ];
}
