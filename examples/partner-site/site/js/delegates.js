import { addressOf, affilia, locale } from './connect.js';
import { dayOf } from './dates.js';
import { h, heading } from './element.js';
import { drawAct, drawAsked, drawFolded, drawPages, openPanel, ownField, say } from './organization-parts.js';

const NAME = { maxLength: 100, required: true };
const LANGUAGES = [
  { value: 'FR_CA', label: 'Français' },
  { value: 'EN_CA', label: 'English' },
];

/** The boxes for roles that are given; the principal delegate's place is handed over. */
export const rolesField = (roles, facts = {}) =>
  ownField('roles', say.roles, { kind: 'CHECKBOX', options: roles, required: true, ...facts });

/** Each person once, with all that they are for the organization. */
export function peopleOf({ delegations }) {
  const people = new Map();
  for (const { person, ...delegation } of delegations) {
    const known = people.get(person.id) ?? { person, delegations: [] };
    known.delegations.push(delegation);
    people.set(person.id, known);
  }
  return [...people.values()];
}

/**
 * Who acts for the organization, who is invited to, and what the principal delegate does about it. `settle` draws the
 * page again and says in which panel what has been done.
 */
export function openDelegates({ viewer, association, labels, roles, settle }) {
  const own = new Set(viewer.persons.map(({ id }) => id));
  const roleLabels = new Map(labels.map(({ value, label }) => [value, label]));

  const panel = openPanel('delegates', say.delegates, async organization => {
    const { id, delegateLimit, viewerCan } = organization;
    const people = peopleOf(organization);
    return [
      people.length > 0
        ? h(
            'ul',
            { class: 'entries' },
            people.map(one => drawDelegate(one, organization)),
          )
        : h('p', {}, say.noDelegates),
      delegateLimit && h('p', {}, say.limit(delegateLimit)),
      viewerCan.manageDelegates && drawAddition(id),
      ...(viewerCan.manageDelegates
        ? [
            heading(3, say.invitations),
            ...(await drawPages(
              affilia.organizations.pendingInvitations(id),
              drawInvitation,
              say.noInvitations,
            )),
          ]
        : []),
    ];
  });

  function drawDelegate({ person, delegations }, organization) {
    const suspended = delegations.some(delegation => delegation.suspended);
    const isPrincipal = delegations.some(({ role }) => role === 'PRINCIPAL');
    const { manageDelegates } = organization.viewerCan;
    return h(
      'li',
      {},
      heading(3, person.displayName),
      h(
        'ul',
        {},
        delegations.map(({ roleLabel, from }) =>
          h('li', {}, `${roleLabel}, ${say.since(dayOf(from, association))}`),
        ),
      ),
      suspended && h('p', { class: 'help' }, say.suspended),
      manageDelegates && !suspended && drawRoles(person, delegations, organization.id),
      manageDelegates && isPrincipal && h('p', { class: 'help' }, say.principalStays),
      !isPrincipal && own.has(person.id) && drawLeaving(person, organization.id),
      manageDelegates &&
        !suspended &&
        !isPrincipal &&
        !own.has(person.id) &&
        drawRemoval(person, organization.id),
    );
  }

  const drawRoles = ({ id: personId, displayName }, delegations, organizationId) => {
    const held = delegations.map(({ role }) => role);
    // A principal delegate stays that whatever else they are.
    const kept = held.includes('PRINCIPAL') ? ['PRINCIPAL'] : [];
    const form = drawAct({
      title: say.changeRoles,
      submitLabel: say.keepRoles,
      fields: [rolesField(roles, { value: held.join(','), required: kept.length === 0 })],
      who: displayName,
      act: answers =>
        affilia.organizations.changeDelegateRoles({
          organizationId,
          personId,
          roles: [...kept, ...answers.roles],
        }),
      done: ({ organization }) => settle(panel, say.changedRoles(displayName), organization),
    });
    return drawFolded(say.changeRoles, displayName, form);
  };

  const drawRemoval = ({ id: personId, displayName }, organizationId) =>
    drawAsked({
      label: say.remove,
      question: say.removeQuestion(displayName),
      sure: say.removeNow,
      who: displayName,
      act: () => affilia.organizations.removeDelegate({ organizationId, personId }),
      done: ({ organization }) => settle(panel, say.removed(displayName), organization),
    });

  const drawLeaving = ({ id: personId, displayName }, organizationId) =>
    drawAsked({
      label: say.leave,
      question: say.leaveQuestion,
      sure: say.leaveNow,
      who: displayName,
      act: () => affilia.organizations.removeDelegate({ organizationId, personId }),
      done: () => location.replace(addressOf('profile.html', { notice: 'left-organization' })),
    });

  const drawAddition = organizationId =>
    drawFolded(
      say.add,
      null,
      drawAct({
        title: say.add,
        submitLabel: say.addNow,
        level: 3,
        fields: [
          ownField('givenName', say.givenName, NAME),
          ownField('familyName', say.familyName, NAME),
          ownField('email', say.email, { kind: 'EMAIL', required: true, maxLength: 254 }),
          ownField('locale', say.language, {
            kind: 'CHOICE',
            required: true,
            options: LANGUAGES,
            value: locale === 'fr-CA' ? 'FR_CA' : 'EN_CA',
          }),
          rolesField(roles),
        ],
        act: answers => affilia.organizations.addDelegate({ ...answers, organizationId }),
        done: ({ organization, invitation }) => settle(panel, say.invited(invitation.email), organization),
      }),
    );

  function drawInvitation({ id: invitationId, email, invitee, roles: offered, stateLabel, expiresAt, mail }) {
    const name = invitee?.displayName ?? email;
    const offers = offered.map(role => roleLabels.get(role) ?? role);
    // Who is to follow a principal delegate is the association's to say.
    const isPrincipal = offered.includes('PRINCIPAL');
    return h(
      'li',
      {},
      heading(3, name),
      h('p', {}, say.invitedAs(email, new Intl.ListFormat(locale).format(offers))),
      h('p', {}, say.invitationState(stateLabel, dayOf(expiresAt, association))),
      ...[mail?.stateLabel, mail?.faultLabel].filter(Boolean).map(text => h('p', {}, text)),
      ...(isPrincipal
        ? []
        : [
            drawAct({
              title: say.resend,
              submitLabel: say.resend,
              who: name,
              act: () => affilia.invitations.resend({ invitationId }),
              done: () => settle(panel, say.resent(email)),
            }),
            drawAsked({
              label: say.revoke,
              question: say.revokeQuestion,
              sure: say.revokeNow,
              who: name,
              act: () => affilia.invitations.revoke({ invitationId }),
              done: () => settle(panel, say.revoked(email)),
            }),
          ]),
    );
  }

  return panel;
}
